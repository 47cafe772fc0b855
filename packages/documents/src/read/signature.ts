/**
 * Authority, title and name of the signer (boxes 7a, 7b). Decree 30/2020/NĐ-CP, Article 13 and Appendix I, part II, clause 7:
 * `TM.`, `Q.`, `KT.`, `TL.`, `TUQ.`; a chain stands on several lines. Party bodies write `T/M`, `K/T`, `T/L`.
 */
import { capitals, oneLine } from './fold.ts'
import { type Found, joined, type Piece } from './pieces.ts'

export interface Signature {
  authority: Found | null
  title: Found | null
  name: Found | null
}

const authorityWords =
  /^(?:kt|tm|tl|tuq|q|t\/m|k\/t|t\/l|t\/u)\s?[.:,]\s?[a-z]|^(?:kt|tm|tl|tuq|t\/m|k\/t|t\/l)\s[a-z]/
const titleWords =
  /^(?:pho |quyen )?(?:tong )?(?:giam doc|chu tich|bo truong|thu truong|thu tuong|chanh |truong |hieu truong|hieu pho|vien truong|cuc truong|chu nhiem|bi thu|tong cuc truong|chi cuc truong|vu truong|vien truong|to truong|doi truong|chi huy|tu lenh|thong doc|tong thanh tra|kiem sat vien|chi doan|nguoi |pho |vu pho|giam doc|thu ky|dai dien|thua lenh|hieu vu)/

export const isAuthority = (flat: string): boolean => authorityWords.test(flat)
export const isTitle = (flat: string): boolean => titleWords.test(`${flat} `)

export const readSignature = (pieces: Piece[]): Signature => {
  const lines = pieces.flatMap(splitTitle)
  const authority: Piece[] = []
  const title: Piece[] = []
  let index = 0
  // Marks of stamps may stand before and between; the first authority or title opens the block.
  for (; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const upper = capitals(line.text) > 0.7
    if (upper && isAuthority(line.flat) && title.length === 0) authority.push(line)
    else if (
      isTitle(line.flat) &&
      (upper || (title.length === 0 && line.text.length < 50 && !isName(line.text)))
    ) {
      if (title.length > 0 && !followsTitle(line)) break
      title.push(line)
    } else if (authority.length > 0 && title.length === 0 && upper && carriesAuthority(line))
      authority.push(line)
    else if (title.length > 0 && upper && line.text.length > 3 && carriesTitle(title, line)) title.push(line)
    else if (title.length > 0 || authority.length > 0) {
      if (isName(line.text)) break
    } else if (isName(line.text) && index > 0) break
  }
  const named = nameIn(lines.slice(authority.length + title.length === 0 ? 0 : index))
  return { authority: joined(authority), title: joined(title), name: named }
}

/** Minutes are signed by the secretary on the left and whoever presided on the right (Appendix III, template 1.9). */
export const readMinutes = (
  pieces: Piece[],
): { signer: Signature; second: { title: string; name: string | null } } | null => {
  const at = (words: RegExp) =>
    pieces.findIndex(({ flat, text }) => words.test(flat) && flat.length < 30 && capitals(text) > 0.85)
  const left = at(/^thu ky\b/)
  const right = at(/^chu (?:tri|toa)\b/)
  const [title, heading] = [pieces[left], pieces[right]]
  if (title === undefined || heading === undefined || left > right) return null
  return {
    signer: { authority: null, title: joined([heading]), name: nameIn(pieces.slice(right + 1)) },
    second: { title: title.text, name: nameIn(pieces.slice(left + 1, right))?.value ?? null },
  }
}

/** `KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC` on one line is authority and title. */
const splitTitle = (piece: Piece): Piece[] => {
  const at = isAuthority(piece.flat) ? piece.flat.search(/\s(?:pho|kt\.)\s/) : -1
  if (at < 0) return [piece]
  const cut = (from: number, to: number): Piece => ({
    ...piece,
    start: piece.start + from,
    end: piece.start + to,
    text: piece.text.slice(from, to),
    flat: piece.flat.slice(from, to),
  })
  return [cut(0, at), cut(at + 1, piece.text.length)]
}

/** A body's name that went on to a second line: `TM. ỦY BAN NHÂN DÂN` / `TỈNH …`. */
const carriesAuthority = (line: Piece): boolean =>
  /^(?:tinh|thanh pho|huyen|quan|xa|phuong|thi xa|va |so |truong )/.test(line.flat)

const followsTitle = (line: Piece): boolean => /^(?:kiem|pho|truong)/.test(line.flat)

const carriesTitle = (title: Piece[], line: Piece): boolean => {
  const last = title.at(-1)
  return (
    last !== undefined &&
    line.line <= last.line + 1 &&
    /^(?:so |van phong|khoa |phong |ban |cuc |va |kiem |tinh |truong |uy ban|xa |huyen )/.test(line.flat)
  )
}

const degree =
  /^(?:(?:PGS|GS|TSKH|TS|ThS|Th\.s|Th\.S|BS|BSCKI{1,2}|CN|KS|DS|ThạcSĩ|Tiến sĩ|Thạc sĩ|Bác sĩ|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng)[.\s]*)+/u

/** Two to five words, each with one capital, letters only; a degree may stand before them. */
const isName = (text: string): boolean => {
  const words = oneLine(text).replace(degree, '').split(' ')
  if (words.length < 2 || words.length > 5) return false
  return words.every((word) => /^\p{Lu}\p{Ll}{0,7}[.,]?$/u.test(word)) || isCapitalName(words)
}

const isCapitalName = (words: string[]): boolean =>
  words.length >= 3 &&
  words.every((word) => /^\p{Lu}{2,7}$/u.test(word)) &&
  !isTitle(words.join(' ').toLowerCase())

const nameIn = (lines: Piece[]): Found | null => {
  for (const line of lines.slice(0, 14)) {
    if (/^[-–+•]/.test(line.text) || (isTitle(line.flat) && !/^Trương\s/u.test(line.text))) continue
    const tail = line.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    if (!isName(tail) || capitals(tail) > 0.9) continue
    const start = line.start + line.text.indexOf(tail)
    return { value: oneLine(tail), start, end: start + tail.length }
  }
  return null
}
