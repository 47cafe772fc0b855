import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { NodeCompiler as Compiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { archived, type Dated } from './pdf-standard.ts'

/**
 * The Typst compiler, made at the first document and kept. It holds the four Tinos fonts and what it remembers of the
 * last pages: 30 MB at the first letter, 70 MB after a thousand. Only these fonts are used, never those of the machine,
 * so a document looks the same everywhere.
 */
export const typesetter = (): Typesetter => {
  current ??= startTypesetter()
  return current
}

/** Frees what it holds for other use in this process; the next document starts a new compiler. */
export const dropTypesetter = (): void => {
  current?.compiler.evictCache(0)
  current = null
}

export interface Typesetter {
  compiler: Compiler
  /** Lays out a page for this data: the JSON that the file of its form (`layout.typ` for documents) reads. */
  compile(data: string, form?: Form): NodeTypstDocument
  /**
   * The same as a file at once. A document that was laid out is known to JavaScript as a small thing and takes half a megabyte outside of it,
   * until somebody looks for things to throw away: of thousands of letters that is too late.
   */
  pdf(data: string, dated: Dated): Uint8Array
  /** Pages for a file for paper: without tags, claiming nothing. */
  pages(data: string, form: Form): Uint8Array
}

/** The pages there are, each by a file of its own. */
type Form = (typeof forms)[number]
const forms = ['layout', 'letters', 'register', 'stamp'] as const

let current: Typesetter | null = null

const startTypesetter = (): Typesetter => {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')
  const compiler: Compiler = NodeCompiler.create({
    workspace: root,
    fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(require.resolve(file))) }],
  })
  for (const name of ['words', 'addressees', ...forms])
    compiler.addSource(`${root}/${name}.typ`, readFileSync(new URL(`./${name}.typ`, import.meta.url), 'utf8'))
  let documents = 0
  const given = (data: string, form: Form) => {
    if (++documents % 4 === 0) compiler.evictCache(2)
    compiler.mapShadow(dataFile, Buffer.from(data))
    return { mainFilePath: `${root}/${form}.typ` }
  }
  return {
    compiler,
    pdf: (data, dated) => archived(compiler, given(data, 'layout'), dated),
    pages: (data, form) => compiler.pdf(given(data, form), { pdfTags: false }),
    compile: (data, form = 'layout') => {
      const result = compiler.compile(given(data, form))
      if (result.result) return result.result
      throw new Error(
        `The page could not be laid out: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`,
      )
    },
  }
}

const require = createRequire(import.meta.url)

/** A folder that does not exist: the compiler sees only what it is given. */
const root = '/loa-documents'
const dataFile = `${root}/document.json`

const fontFiles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
  (style) => `@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`,
)
