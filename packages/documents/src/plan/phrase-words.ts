/**
 * The words of an addressee phrase, made even: abbreviations written out, titles of persons and remarks in brackets taken
 * away, and what is excepted set apart. All on folded text, so that lost tone marks do no harm.
 */
import { fold } from '../read/fold.ts'

/** Folded words with the usual abbreviations written out and punctuation made even. */
export const spell = (flat: string): string =>
  flat
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/\bub\s?nd\b/g, 'uy ban nhan dan')
    .replace(/\bthpt\b/g, 'trung hoc pho thong')
    .replace(/\bthcs\b/g, 'trung hoc co so')
    .replace(/\btp\b\.?\s*/g, 'thanh pho ')
    .replace(/\btx\b\.?\s*/g, 'thi xa ')
    .replace(/&/g, ' va ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/(?<=[a-z])\.(?=[a-z]{2})/g, ', ')
    .replace(/\s+[-–—]\s*|\s*[-–—]\s+|(?<=[a-z])[–—-](?=[a-z])/g, ' - ')
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s*:\s*/g, ': ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.;,:]+$/, '')
    .trim()

/** Where an item of a list begins; "Văn phòng UBND" is no UBND. */
export const itemStart = '(?<=^[ ]*|[,;:] +|(?<![a-z])(?:va|cac|gui|den|\\d) +|- +)'

/** Two names of a list stand apart by these. */
export const between = '(?:,? va |, | - |/)'

const persons =
  /^(?:cac )?(?:dong chi|ong, ba|ong \(ba\)|ong\/ba|ong|ba)(?: la)?:? (?=[a-z])|\b(?:pho )?(?:chu tich(?= uy ban| hoi| cac| lien)|giam doc(?= so [a-z]| cac| trung tam| nha| thu vien| bao tang| dai)|thu truong(?= cac| co quan| don vi| phong)|hieu truong(?= cac| truong)|chanh (?=van phong|thanh tra)|bi thu(?= tinh doan| thanh doan| cac| huyen doan)|truong(?= phong| ban | dai | cac| don vi)|lanh dao(?= cac| uy ban| phong| trung tam)) ?/g

/** Words in brackets that only say how to call, where to send by, or what for. */
const remarks = /\((?!\s*(?:cac )?(?:thuoc|huyen|thi xa|thanh pho|tinh|quan|h\.|tx|tp))[^()]*\)?/g

const some = '(?:co quan|don vi|to chuc|ca nhan|doanh nghiep|so|ban|nganh|phong|doan the|dia phuong|bo phan)'
const concerned = new RegExp(
  `(?:^|,? va |, |; )(?:cac |nhung )?${some}(?:(?:, | va | - |/| )(?:cac )?${some})*(?: khac)? (?:co )?lien quan(?: (?:cua|thuoc|trong|tren) [a-z ]+)?`,
  'g',
)

const exception = /[\s,;(-]+(?:ngoai tru|tru|khong (?:bao )?gom|khong ke)\s*:?\s+([^();]+)\)?/g
/** Without its tone mark `tru` may also be `trụ` or `trú`: only words that have none at all are believed. */
const excepts = /trừ|không/iu

export interface PhraseWords {
  words: string
  /** What is excepted, each "trừ …" by itself. */
  without: string[]
  /** The phrase takes only some of those it names: those of an annex or a list. */
  isPart: boolean
}

export const phraseWords = (phrase: string): PhraseWords => {
  const text = phrase.normalize('NFC').replace(/\s+/gu, ' ')
  const flat = fold(text)
  const without: string[] = []
  const rest = flat.replace(exception, (match: string, words: string, at: number) => {
    const written = text.slice(at, at + match.length)
    if (!excepts.test(written) && written.toLowerCase() !== match) return match
    without.push(spell(words))
    return ' '
  })
  const words = spell(rest.replace(remarks, ' '))
    .replace(persons, '')
    .replace(concerned, '')
    .replace(/[()]/g, ' ')
  return {
    words: spell(words),
    without,
    isPart:
      /\b(?:co ten (?:tai|trong|o)|(?:tai|theo|trong) (?:phu luc|danh sach)|danh sach (?:kem|dinh|gui)|duoc (?:phan cong|giao|lua chon|chon))\b/.test(
        rest,
      ),
  }
}
