/** Single property modifiers [MS-DOC 2.2.5]: a list of opcodes with operands, of which reading needs a few. */
import type { Bytes } from './bytes.ts'

const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3]
const defTable = 0xd608
const changeTabs = 0xc615

/** Walks a list of modifiers; `see` gets the opcode and the operand as an unsigned number. */
const walkSprms = (bytes: Bytes, see: (sprm: number, operand: number) => void): void => {
  let at = 0
  while (at + 2 <= bytes.length) {
    const sprm = bytes.u16(at)
    at += 2
    const size = operandSizes[sprm >> 13] ?? 1
    if (size > 0) {
      const operand = size === 1 ? bytes.u8(at) : size === 2 ? bytes.u16(at) : bytes.u32(at)
      see(sprm, size === 3 ? operand & 0xffffff : operand)
      at += size
    } else if (sprm === defTable) at += bytes.u16(at) + 1
    else if (sprm === changeTabs && bytes.u8(at) === 255) {
      const gone = bytes.u8(at + 1)
      at += 2 + gone * 4 + bytes.u8(at + 2 + gone * 4) * 3 + 1
    } else at += bytes.u8(at) + 1
  }
}

export interface ParagraphLook {
  centred: boolean
  /** 1-based place in the table of list overrides; 0: in no list. */
  list: number
  depth: number
  inTable: boolean
  /** Depth of tables within tables, 1 for a plain one. */
  tableDepth: number
  rowEnd: boolean
  innerCell: boolean
  innerRowEnd: boolean
}

export const applyParagraph = (look: ParagraphLook, bytes: Bytes): void =>
  walkSprms(bytes, (sprm, operand) => {
    switch (sprm) {
      case 0x2403: // sprmPJc80
      case 0x2461: // sprmPJc
        look.centred = operand === 1
        return
      case 0x260a: // sprmPIlvl
        look.depth = operand
        return
      case 0x460b: // sprmPIlfo
        look.list = operand < 0x07ff ? operand : 0
        return
      case 0x2416: // sprmPFInTable
        look.inTable = operand !== 0
        return
      case 0x6649: // sprmPItap
        look.tableDepth = operand
        return
      case 0x2417: // sprmPFTtp
        look.rowEnd = operand !== 0
        return
      case 0x244b: // sprmPFInnerTableCell
        look.innerCell = operand !== 0
        return
      case 0x244c: // sprmPFInnerTtp
        look.innerRowEnd = operand !== 0
        return
    }
  })

export interface RunLook {
  bold: boolean
  italic: boolean
  /** Deleted under tracked changes, or hidden: not on the page. */
  gone: boolean
  /** Place in the table of fonts; null: as the style says. */
  font: number | null
}

/** @param style what the paragraph's style says: 0x80 means as there, 0x81 the opposite */
export const applyRun = (look: RunLook, bytes: Bytes, style: RunLook): void => {
  const toggled = (operand: number, base: boolean) =>
    operand === 0x80 ? base : operand === 0x81 ? !base : operand !== 0
  walkSprms(bytes, (sprm, operand) => {
    switch (sprm) {
      case 0x0835: // sprmCFBold
        look.bold = toggled(operand, style.bold)
        return
      case 0x0836: // sprmCFItalic
        look.italic = toggled(operand, style.italic)
        return
      case 0x0800: // sprmCFRMarkDel
      case 0x083c: // sprmCFVanish
        if (operand !== 0) look.gone = true
        return
      case 0x4a4f: // sprmCRgFtc0
        look.font = operand
        return
    }
  })
}
