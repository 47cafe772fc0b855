import type { PrintedBlock } from './blocks.ts'
import type { Printed } from './printed.ts'

/** Every link of the page turned into the address that the file carries, or into none. */
export const withLinks = <Page extends Pick<Printed, 'body' | 'annexes'>>(
  page: Page,
  addressOf: (link: string) => string | null,
): Page => {
  const turned = (link: string | null) => (link === null ? null : addressOf(link))
  const blocks = (items: PrintedBlock[]) => items.map((block) => turnBlock(block, turned))
  return {
    ...page,
    body: blocks(page.body),
    annexes: page.annexes.map((annex) => ({ ...annex, blocks: blocks(annex.blocks) })),
  }
}

const turnBlock = (block: PrintedBlock, turned: (link: string | null) => string | null): PrintedBlock => {
  if (block.kind === 'paragraph')
    return { ...block, runs: block.runs.map((run) => ({ ...run, link: turned(run.link) })) }
  if (block.kind === 'table')
    return {
      ...block,
      links: block.links.map((row) => row.map(turned)),
      totalLinks: block.totalLinks.map(turned),
    }
  return block
}
