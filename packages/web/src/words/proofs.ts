import { makeWords } from './language.tsx'

export const proofWords = makeWords(
  {
    files: 'Tệp minh chứng khác',
    filesHelp: 'Loa xem nội dung tệp để biết đúng loại. Mỗi tệp tối đa 50 MB.',
    kinds: {
      document: 'văn bản PDF',
      copy: 'bản chụp trang',
      audio: 'âm thanh',
      'play-log': 'nhật ký phát',
      track: 'vết hành trình',
    },
    choose: {
      document: 'Chọn văn bản PDF',
      copy: 'Chọn bản chụp trang',
      audio: 'Chọn tệp âm thanh',
      'play-log': 'Chọn nhật ký phát',
      track: 'Chọn vết hành trình GPX',
    },
    remove: (name: string) => `Bỏ tệp ${name}`,
    sending: 'Đang gửi',
    send: 'Gửi tệp đã chọn',
  },
  {
    files: 'Other files as evidence',
    filesHelp: 'Loa looks into the file to know its kind. At most 50 MB each.',
    kinds: {
      document: 'PDF document',
      copy: 'captured page',
      audio: 'audio',
      'play-log': 'play log',
      track: 'track',
    },
    choose: {
      document: 'Choose a PDF document',
      copy: 'Choose a captured page',
      audio: 'Choose an audio file',
      'play-log': 'Choose a play log',
      track: 'Choose a GPX track',
    },
    remove: (name: string) => `Take out the file ${name}`,
    sending: 'Sending',
    send: 'Send the chosen files',
  },
)
