/** What is in the bag of a campaign and how it is written down: BagIt 1.0 (RFC 8493). Pure. */

/** Made for the bag, or a stored file known by its hash. */
export type BagFile = { path: string; text: string } | { path: string; sha256: string; bytes: number }
/** SHA-256 of a text in UTF-8, in hexadecimal. */
type HashOf = (text: string) => string

export interface BagAbout {
  /** The folder all lies in, and the name of the archive without its ending. */
  name: string
  organization: string
  title: string
  /** YYYY-MM-DD */
  day: string
  simulated: boolean
  /** Files that should be here and are not in the store. */
  missing: number
}

/** The payload (`data/…`) with the files that describe it. Paths are unique; `sha256sum -c` reads the manifests. */
export const packed = (about: BagAbout, payload: BagFile[], hashOf: HashOf): BagFile[] => {
  const files = payload.map((file) => ({ ...file, path: `data/${file.path}` }))
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0)
  const tags: BagFile[] = [
    { path: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { path: 'bag-info.txt', text: infoOf(about, `${bytes}.${files.length}`) },
    { path: 'manifest-sha256.txt', text: manifest(files, hashOf) },
  ]
  return [...tags, { path: 'tagmanifest-sha256.txt', text: manifest(tags, hashOf) }, ...files]
}

/** `label: value` lines; a value stays on its line. */
const infoOf = ({ organization, title, day, simulated, missing }: BagAbout, oxum: string): string =>
  [
    `Source-Organization: ${oneLine(organization)}`,
    `External-Description: ${oneLine(title)}`,
    `Bagging-Date: ${day}`,
    `Payload-Oxum: ${oxum}`,
    'Bag-Software-Agent: Loa',
    ...(simulated ? ['Internal-Sender-Description: MÔ PHỎNG, không phải số liệu thật'] : []),
    ...(missing > 0
      ? [`Internal-Sender-Description: ${missing} tệp không còn trong kho, xem data/thieu.csv`]
      : []),
    '',
  ].join('\n')

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const manifest = (files: BagFile[], hashOf: HashOf): string =>
  files.map((file) => `${'text' in file ? hashOf(file.text) : file.sha256}  ${file.path}\n`).join('')

const sizeOf = (file: BagFile): number => ('text' in file ? utf8.encode(file.text).length : file.bytes)
const utf8 = new TextEncoder()

/** A name that every file system and every manifest takes: Latin letters, digits, dots and dashes. */
export const safeName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80) || 'khong-ten'

/** The second of two equal paths gets a number before its ending. */
export const uniquePaths = <File extends { path: string }>(files: File[]): File[] => {
  const taken = new Set<string>()
  return files.map((file) => {
    let path = file.path
    for (let copy = 2; taken.has(path.toLowerCase()); copy += 1)
      path = file.path.replace(/(\.\w+)?$/, (ending) => `-${copy}${ending}`)
    taken.add(path.toLowerCase())
    return { ...file, path }
  })
}
