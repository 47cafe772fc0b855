/** Rows of a CSV text: quoted fields, either end of line; each row with the line on which it begins. */
export interface CsvRow {
  line: number
  cells: string[]
}

export const parseCsv = (text: string, separator = ','): CsvRow[] => {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let field = ''
  let quoted = false
  let line = 1
  let began = 1
  const endField = () => {
    cells.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    rows.push({ line: began, cells })
    cells = []
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text.charAt(at + 1) === '"') {
        field += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && field === '') quoted = true
    else if (sign === separator) endField()
    else if (sign === '\n') {
      endRow()
      began = line
    } else if (sign !== '\r') field += sign
  }
  if (field !== '' || cells.length > 0) endRow()
  return rows
}

/** Excel writes semicolons where a comma is the decimal sign, as in Việt Nam; some lists come with tabs. */
export const separatorOf = (text: string): string => {
  const head = text.slice(0, 4000)
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
