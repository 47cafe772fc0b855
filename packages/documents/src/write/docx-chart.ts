/**
 * Charts of a DOCX as charts of the word processor (DrawingML, ISO/IEC 29500-1, 21.2), so that letters are its own and sharp at
 * any size.
 */
import type { Chart } from '../document.ts'
import type { PrintedChart } from './blocks.ts'
import { paragraph, run } from './docx-xml.ts'
import { declaration, escapeXml } from './xml.ts'

/** Title and place of the chart of this number, from 1. */
export const chartPlace = (chart: PrintedChart, number: number): string =>
  (chart.title
    ? paragraph(run(chart.title, { bold: true, size: 13 }), { align: 'center', keepNext: true })
    : '') + drawing(chart, number)

/** In English Metric Units, 12,700 to the point. */
const widthOf = 468 * 12_700
const heightOf = ({ categories, series, stacked }: Chart) =>
  (90 + categories.length * Math.max(30, (stacked ? 1 : series.length) * 14)) * 12_700

const drawing = ({ chart, words }: PrintedChart, number: number): string =>
  [
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">',
    `<wp:extent cx="${widthOf}" cy="${heightOf(chart)}"/>`,
    `<wp:docPr id="${9000 + number}" name="Biểu đồ ${number}" descr="${escapeXml(words)}"/>`,
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">',
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
    ` r:id="rChart${number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
  ].join('')

export const chartXml = (chart: Chart): string =>
  [
    declaration,
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/>',
    '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>',
    '<c:barChart><c:barDir val="bar"/>',
    `<c:grouping val="${chart.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`,
    ...chart.series.map((series, at) => seriesXml(chart, series, at)),
    `<c:gapWidth val="60"/>${chart.stacked ? '<c:overlap val="100"/>' : ''}`,
    '<c:axId val="1"/><c:axId val="2"/></c:barChart>',
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>',
    `<c:axPos val="l"/>${lettering}<c:crossAx val="2"/><c:tickLblSkip val="1"/></c:catAx>`,
    '<c:valAx><c:axId val="2"/><c:scaling><c:min val="0"/></c:scaling><c:delete val="0"/>',
    `<c:axPos val="t"/><c:majorGridlines/><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="vi-VN" sz="1000" b="0"/>`,
    `<a:t>${escapeXml(chart.unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    `<c:numFmt formatCode="#,##0" sourceLinked="0"/>${lettering}<c:crossAx val="1"/></c:valAx>`,
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
  ].join('')

const lettering =
  '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'

const seriesXml = ({ categories }: Chart, { name, look, values }: Chart['series'][number], at: number) =>
  [
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>`,
    `<c:tx><c:strRef><c:f>B${at}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    `<c:spPr>${looks[look]}</c:spPr><c:invertIfNegative val="0"/>`,
    `<c:cat><c:strRef><c:f>A</c:f><c:strCache><c:ptCount val="${categories.length}"/>`,
    ...categories.map((category, index) => `<c:pt idx="${index}"><c:v>${escapeXml(category)}</c:v></c:pt>`),
    `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>C</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${categories.length}"/>`,
    ...values.map((value, index) =>
      value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
    ),
    '</c:numCache></c:numRef></c:val></c:ser>',
  ].join('')

const outlined = (fill: string, line: string) =>
  `${fill}<a:ln w="9525"><a:solidFill><a:srgbClr val="${line}"/></a:solidFill></a:ln>`
const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
/** The colours of the screen; what is only claimed is hatched there and here. */
const looks: Record<Chart['series'][number]['look'], string> = {
  plan: outlined(solid('FFFFFF'), '555555'),
  proved: solid('1D7A46'),
  claimed: outlined(
    '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="1D7A46"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>',
    '1D7A46',
  ),
  doubted: solid('B97A12'),
}
