/** The head of a dispatch that waits for a digital signature, or has just got one. */
import { makeWords } from './language.tsx'

export const signingHeadWords = makeWords(
  {
    act: { 'e-sign': 'Ký số', seal: 'Đóng dấu số' },
    done: { 'e-sign': 'Đã ký số văn bản.', seal: 'Đã đóng dấu số.' },
    waits: {
      'e-sign': (who: string) => `Chờ ${who} ký số`,
      seal: () => 'Chờ văn thư đóng dấu số',
    },
    nextWhy: { 'e-sign': 'Đã có số, chờ anh/chị ký số', seal: 'Đã ký số, chờ đóng dấu' },
    nextHelp: { 'e-sign': 'Loa hỏi mã PIN của tệp chữ ký', seal: 'Loa hỏi mã PIN của cơ quan' },
  },
  {
    act: { 'e-sign': 'Sign digitally', seal: 'Seal digitally' },
    done: { 'e-sign': 'The dispatch is signed.', seal: 'The dispatch is sealed.' },
    waits: {
      'e-sign': (who: string) => `Waits for the signature of ${who}`,
      seal: () => 'Waits for the seal by the clerk',
    },
    nextWhy: { 'e-sign': 'Numbered, it waits for your signature', seal: 'Signed, it waits for the seal' },
    nextHelp: { 'e-sign': 'Loa asks for the PIN of your key', seal: 'Loa asks for the PIN of the body' },
  },
)
