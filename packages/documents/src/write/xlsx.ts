import { clean } from './characters.ts'
import { firstRow, type Sheet, type Workbook } from './workbook.ts'
import { pictureParts, pictureTypes } from './xlsx-picture.ts'
import { sheetXml } from './xlsx-sheet.ts'
import { styleSheet } from './xlsx-styles.ts'
import { declaration, escapeXml } from './xml.ts'
import { deterministicZip } from './zip.ts'

/** The workbook as XLSX. The same workbook gives the same bytes. */
export const writeXlsx = async (workbook: Workbook): Promise<Uint8Array> => {
  const names = sheetNames(workbook.sheets)
  const styles = styleSheet()
  const sheets = workbook.sheets.map((sheet, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    declaration + sheetXml(sheet, styles.of),
  ])
  return deterministicZip({
    '[Content_Types].xml': declaration + contentTypes(workbook.sheets),
    '_rels/.rels': declaration + relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': declaration + workbookXml(workbook.sheets, names),
    'xl/_rels/workbook.xml.rels':
      declaration +
      relations([
        ...names.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ...Object.fromEntries(sheets),
    ...Object.assign(
      {},
      ...workbook.sheets.map(({ picture }, at) => (picture ? pictureParts(picture, at + 1) : {})),
    ),
    'xl/styles.xml': styles.xml(),
  })
}

/** Names are unique without regard to case, and never longer than 31 characters. */
const sheetNames = (sheets: Sheet[]): string[] => {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const plain =
      clean(name)
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || `Bảng ${at + 1}`
    let unique = plain.slice(0, 31)
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++) {
      unique = `${plain.slice(0, 31 - ` (${copy})`.length)} (${copy})`
    }
    taken.add(unique.toLowerCase())
    return unique.toWellFormed()
  })
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const workbookXml = (sheets: Sheet[], names: string[]): string => {
  const entries = names.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  )
  return [
    `<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>`,
    ...entries,
    '</sheets><definedNames>',
    ...sheets.map((sheet, at) => repeatedHeader(firstRow(sheet) - 1, names[at] ?? '', at)),
    '</definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>',
  ].join('')
}

/** On paper the header stands on every page. */
const repeatedHeader = (header: number, name: string, at: number): string => {
  const sheet = escapeXml(`'${name.replace(/'/g, "''")}'`)
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$${header}:$${header}</definedName>`
}

const relations = (targets: [kind: string, target: string][]): string =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  targets
    .map(
      ([kind, target], at) =>
        `<Relationship Id="r${at + 1}" Type="${officeRelations}/${kind}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>'

const contentTypes = (sheets: Sheet[]): string => {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${spreadsheet}.${kind}+xml"/>`
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('workbook', 'sheet.main'),
    ...sheets.map((_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')),
    part('styles', 'styles'),
    pictureTypes(sheets),
    '</Types>',
  ].join('')
}
