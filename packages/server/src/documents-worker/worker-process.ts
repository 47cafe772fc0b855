/** The inside of the child process: loads a library only when the first piece of its work comes. */
import { readFile } from 'node:fs/promises'
import type { DocumentTree } from '@loa/documents'
import type { Workbook } from '@loa/documents/write'
import type { Region, Work } from './documents-worker.ts'
import type { SigningWork } from './signing.ts'
import type { OfficeWork } from './stamping.ts'

const work: Record<string, (give: never) => Promise<unknown>> = {
  async read({ path, name }: { path: string; name: string }) {
    const { read } = await import('@loa/documents/read')
    return read(await readFile(path), name)
  },
  async letter({ path }: { path: string }) {
    const { openLetter } = await import('./letter.ts')
    return openLetter(await readFile(path))
  },
  async package({ path }: { path: string }) {
    const { unpack } = await import('@loa/edxml')
    return unpack(await readFile(path))
  },
  async check({ path, name, seen }: Work['check']['give']) {
    const { checkFile } = await import('./checking.ts')
    return checkFile(path, name, seen)
  },
  async 'check-draft'({ tree }: { tree: DocumentTree }) {
    const { checkDraft } = await import('./checking.ts')
    return checkDraft(tree)
  },
  async photo({ path }: { path: string }) {
    const { openPhoto } = await import('./photo.ts')
    return openPhoto(path)
  },
  async ghost({ path }: { path: string }) {
    const { ghostCopy } = await import('./photo.ts')
    return ghostCopy(path)
  },

  async public({ path, regions }: { path: string; regions: Region[] }) {
    const { publicCopy } = await import('./photo.ts')
    return publicCopy(path, regions)
  },
  async page({ path, mime, page }: { path: string; mime: string; page: number }) {
    const { drawPage } = await import('./page-picture.ts')
    return drawPage(path, mime, page)
  },
  async places({ path, mime, text }: { path: string; mime: string; text: string }) {
    const { findPlaces } = await import('./page-places.ts')
    return findPlaces(path, mime, text)
  },
  async units({ path }: { path: string }) {
    const { readUnitFile } = await import('@loa/documents/units')
    return readUnitFile(await readFile(path))
  },
  async table({ path }: { path: string }) {
    const { readTable } = await import('@loa/documents/units')
    return readTable(await readFile(path))
  },
  async gpx({ path }: { path: string }) {
    const { readGpx } = await import('@loa/documents/tracks')
    return readGpx(await readFile(path))
  },
  async boundaries({ path }: { path: string }) {
    const { readBoundaries } = await import('@loa/documents/boundaries')
    return readBoundaries(await readFile(path))
  },
  async pdf({ tree, linkBase }: { tree: DocumentTree; linkBase: string }) {
    const { writePdf } = await import('@loa/documents/write')
    return writePdf(tree, { linkBase })
  },
  async final({ tree, linkBase }: { tree: DocumentTree; linkBase: string }) {
    const { writePdfToSign } = await import('@loa/documents/write')
    return writePdfToSign(tree, { linkBase })
  },
  async docx({ tree, linkBase }: { tree: DocumentTree; linkBase: string }) {
    const { writeDocx } = await import('@loa/documents/write')
    return writeDocx(tree, { linkBase })
  },
  async pages({ tree, have = [] }: Work['pages']['give']) {
    const { previewPages } = await import('@loa/documents/write')
    return previewPages(tree, have)
  },
  async xlsx({ workbook }: { workbook: Workbook }) {
    const { writeXlsx } = await import('@loa/documents/write')
    return writeXlsx(workbook)
  },
  async letters(give: OfficeWork['letters']['give']) {
    const { printLetters } = await import('./stamping.ts')
    return printLetters(give)
  },
  async register(give: OfficeWork['register']['give']) {
    const { printRegister } = await import('./stamping.ts')
    return printRegister(give)
  },
  async slip(give: OfficeWork['slip']['give']) {
    const { printSlip } = await import('./stamping.ts')
    return printSlip(give)
  },
  async stamped(give: OfficeWork['stamped']['give']) {
    const { printStamped } = await import('./stamping.ts')
    return printStamped(give)
  },
  async key(give: SigningWork['key']['give']) {
    const { openKey } = await import('./signing.ts')
    return openKey(give)
  },
  async png({ bytes }: SigningWork['png']['give']) {
    const { openPng } = await import('./signing.ts')
    return openPng(bytes)
  },
  async sign(give: SigningWork['sign']['give']) {
    const { signFile } = await import('./signing.ts')
    return signFile(give)
  },
  async 'key-places'(give: SigningWork['key-places']['give']) {
    const { findPlaces } = await import('./signing.ts')
    return findPlaces(give)
  },
  async 'try-place'(give: SigningWork['try-place']['give']) {
    const { tryPlace } = await import('./signing.ts')
    return tryPlace(give)
  },
  async verify(give: SigningWork['verify']['give']) {
    const { verifyFile } = await import('./signing.ts')
    return verifyFile(give)
  },
}

process.on('message', async ({ id, kind, give }: { id: number; kind: string; give: never }) => {
  try {
    const value = await work[kind]?.(give)
    process.send?.({ id, value })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
// pdf.js leaves promises behind that break after the answer about a damaged file was given: the next file is not to pay for it.
process.on('unhandledRejection', () => undefined)
// The server is gone: so are we.
process.on('disconnect', () => process.exit(0))
