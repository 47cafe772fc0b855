/** Size and weight of each box, by the table at the end of Appendix I, part I of Decree 30/2020/NĐ-CP: two rules a line. */
import type { Span } from '../document.ts'
import { type BoxFace, boxFaces } from './box-faces.ts'
import { type Face, facesIn, type Stretch } from './look.ts'
import type { Found, Paper, Rule } from './rule.ts'

const sizeRule = (face: BoxFace): Rule => {
  const range = face.sizes[0] === face.sizes[1] ? `${face.sizes[0]}` : `${face.sizes[0]}–${face.sizes[1]}`
  return {
    id: `${face.id}.size`,
    clause: face.clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: `${face.vi}: cỡ chữ {found}, quy định ${range}.`,
      en: `${face.en}: size {found}, the decree says ${range}.`,
    },
    mend: { vi: `Đặt cỡ chữ ${face.size}.`, en: `Set size ${face.size}.` },
    find: (paper) =>
      facesFound(
        paper,
        face,
        (each) => outside(each.size, face.sizes, paper),
        { size: face.size },
        (each) => String(each.size).replace('.', ','),
      ),
    passing: { of: face.sample.of },
    failing: { of: face.sample.of, changes: [{ words: face.sample.words, face: { size: 17 } }] },
  }
}

const styleRule = (face: BoxFace): Rule => {
  const want = styleWords(face)
  return {
    id: `${face.id}.style`,
    clause: face.clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: `${face.vi}: đang là chữ {found}, quy định ${want}.`,
      en: `${face.en} is set in the wrong style; ${want} is asked for.`,
    },
    mend: {
      vi: `Đặt kiểu chữ ${want}.`,
      en: `Set it ${face.bold ? 'bold' : 'not bold'}, ${face.italic ? 'italic' : 'upright'}.`,
    },
    find: (paper) =>
      facesFound(
        paper,
        face,
        (each) => each.bold !== face.bold || each.italic !== face.italic,
        { bold: face.bold, italic: face.italic },
        styleWords,
      ),
    passing: { of: face.sample.of },
    failing: { of: face.sample.of, changes: [{ words: face.sample.words, face: { bold: !face.bold } }] },
  }
}

const styleWords = ({ bold, italic }: { bold: boolean; italic: boolean }): string =>
  `${italic ? 'nghiêng' : 'đứng'}, ${bold ? 'đậm' : 'không đậm'}`

/** A page that was printed to PDF is scaled by a hair. */
export const outside = (
  size: number | null,
  [least, most]: readonly [number, number],
  { look }: Paper,
): boolean => {
  const slack = look.source === 'pdf' ? 0.4 : 0.05
  return size !== null && (size < least - slack || size > most + slack)
}

/** In a PDF the words of the body above may run around those of the state beside it. */
const isState = ({ parts: { motto, freedom } }: Paper, { start, end }: Span): boolean =>
  [motto, freedom].some((span) => span !== null && start >= span.start && end <= span.end)

/** A number stamped into a line, or a purpose in italics, does not make the line wrong: half of its letters does. */
const facesFound = (
  paper: Paper,
  face: BoxFace,
  isWrong: (each: Stretch) => boolean,
  set: Partial<Pick<Face, 'size' | 'bold' | 'italic'>>,
  seen: (each: Stretch) => string,
): Found[] => {
  const { look, text } = paper
  const letters = (list: Stretch[]) => list.reduce((sum, { start, end }) => sum + end - start, 0)
  const wrong = face.where(paper).flatMap((span) => {
    const faces =
      span === null
        ? []
        : facesIn(look, span, text).filter(
            (each) => face.id === 'motto' || face.id === 'freedom' || !isState(paper, each),
          )
    const bad = faces.filter(isWrong)
    return letters(bad) < Math.max(2, letters(faces) / 2) ? [] : bad
  })
  const first = wrong[0]
  if (first === undefined) return []
  const last = wrong.at(-1) ?? first
  return [
    {
      span: { start: first.start, end: last.start - first.start > 300 ? first.end : last.end },
      found: seen(first),
      mends: wrong.map(({ start, end }) => ({ kind: 'face', start, end, set })),
    },
  ]
}

export const faceRules: Rule[] = boxFaces.flatMap((face) => [sizeRule(face), styleRule(face)])
