/** What a DOCX needs beside its page: addresses of links, charts, pictures, lists. Everything is counted, so the same tree gives the same bytes. */
import type { PrintedChart } from './blocks.ts'
import { chartPlace, chartXml } from './docx-chart.ts'
import { Numbering } from './docx-numbering.ts'
import { declaration, escapeXml } from './xml.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export class DocxParts {
  readonly numbering = new Numbering()
  readonly typed: boolean
  readonly #links = new Map<string, string>()
  readonly #charts: PrintedChart[] = []
  readonly #frames: { id: string; kind: 'header' | 'footer'; content: string }[] = []

  constructor({ typed }: { typed: boolean }) {
    this.typed = typed
  }

  /** The relation of an address; null where there is none. */
  link(address: string | null): string | null {
    if (address === null) return null
    const id = this.#links.get(address) ?? `rLink${this.#links.size + 1}`
    this.#links.set(address, id)
    return id
  }

  chart(chart: PrintedChart): string {
    this.#charts.push(chart)
    return chartPlace(chart, this.#charts.length)
  }

  /** The relation of a header or footer with this content; equal ones are one. */
  frame(kind: 'header' | 'footer', content: string): string {
    const known = this.#frames.find((frame) => frame.kind === kind && frame.content === content)
    if (known) return known.id
    const id = `r${kind}${this.#frames.length + 1}`
    this.#frames.push({ id, kind, content })
    return id
  }

  all(): Record<string, string> {
    const frames = this.#frames.map(({ kind, content }, at) => {
      const tag = kind === 'header' ? 'hdr' : 'ftr'
      return [`word/${kind}${at + 1}.xml`, `${declaration}<w:${tag} ${namespaces}>${content}</w:${tag}>`]
    })
    return {
      'word/numbering.xml': this.numbering.xml(),
      ...Object.fromEntries(frames),
      ...Object.fromEntries(
        this.#charts.map(({ chart }, at) => [`word/charts/chart${at + 1}.xml`, chartXml(chart)]),
      ),
    }
  }

  relations(): string {
    const to = (id: string, kind: string, target: string, mode = '') =>
      `<Relationship Id="${id}" Type="${office}/${kind}" Target="${escapeXml(target)}"${mode}/>`
    return [
      declaration,
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
      to('rStyles', 'styles', 'styles.xml'),
      to('rNumbering', 'numbering', 'numbering.xml'),
      to('rSettings', 'settings', 'settings.xml'),
      ...this.#frames.map(({ id, kind }, at) => to(id, kind, `${kind}${at + 1}.xml`)),
      ...Array.from(this.#links, ([address, id]) => to(id, 'hyperlink', address, ' TargetMode="External"')),
      ...this.#charts.map((_, at) => to(`rChart${at + 1}`, 'chart', `charts/chart${at + 1}.xml`)),
      '</Relationships>',
    ].join('')
  }

  contentTypes(): string {
    const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
    return [
      declaration,
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>',
      part('word/document.xml', `${word}.document.main+xml`),
      part('word/styles.xml', `${word}.styles+xml`),
      part('word/numbering.xml', `${word}.numbering+xml`),
      part('word/settings.xml', `${word}.settings+xml`),
      ...this.#frames.map(({ kind }, at) => part(`word/${kind}${at + 1}.xml`, `${word}.${kind}+xml`)),
      ...this.#charts.map((_, at) =>
        part(
          `word/charts/chart${at + 1}.xml`,
          'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
        ),
      ),
      part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      '</Types>',
    ].join('')
  }
}

export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')
