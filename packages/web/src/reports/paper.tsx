/** The report as a page: set out as it prints (Decree 30, Appendix I), each number a link to what it is made of. */
import type { PageBlock, PageRun } from '@loa/contract/report-outline'
import { Fragment, type ReactNode } from 'react'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import { PaperChart } from './paper-chart.tsx'

export interface PaperHead {
  issuer: string | null
  parentIssuer: string | null
  code: string | null
  place: string | null
  date: string | null
  subject: string | null
  addressees: string[]
  recipients: { name: string; purpose: string | null }[]
  archive: string | null
  signingAuthority: string | null
  signerTitle: string | null
  signerName: string | null
}

type Paragraph = Extract<PageBlock, { kind: 'paragraph' }>

interface PaperProps {
  head: PaperHead
  page: PageBlock[]
  /** A number, with what it opens. */
  figure: (run: PageRun) => ReactNode
  /** What stands where a person writes: the words so far, or nothing. */
  words: (block: string, help: string | null, said: ReactNode) => ReactNode
}

export const Paper = ({ head, page, figure, words }: PaperProps) => (
  <article className="paper report-paper" lang="vi">
    <Head head={head} />
    {groupsOf(page).map(({ key, blocks }) => (
      <Group key={key} blocks={blocks} figure={figure} words={words} />
    ))}
    <Foot head={head} />
  </article>
)

/** Paragraphs of one block stand together. */
const groupsOf = (page: PageBlock[]) => {
  const groups: { key: string; blocks: PageBlock[] }[] = []
  for (const block of page) {
    const last = groups.at(-1)
    if (last && last.key === block.block && isSameSort(last.blocks[0], block)) last.blocks.push(block)
    else
      groups.push({
        key: groups.some(({ key }) => key === block.block) ? `${block.block}-` : block.block,
        blocks: [block],
      })
  }
  return groups
}
const sortOf = (block: PageBlock | undefined) => (block?.kind === 'paragraph' ? block.from : block?.kind)
const isSameSort = (left: PageBlock | undefined, right: PageBlock) => sortOf(left) === sortOf(right)

const Group = ({ blocks, figure, words }: { blocks: PageBlock[] } & Pick<PaperProps, 'figure' | 'words'>) => {
  const t = useWords(reportWords)
  const [first] = blocks
  if (!first) return null
  if (first.kind === 'unwritten') return words(first.block, first.help, null)
  if (first.kind === 'chart') return <PaperChart chart={first.chart} />
  const said = blocks.map((block, index) =>
    block.kind === 'paragraph' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
      <Line key={index} block={block} figure={figure} />
    ) : null,
  )
  if (first.from === 'text') return words(first.block, null, said)
  if (first.from === 'gaps')
    return (
      <div className="paper-gaps">
        <span className="paper-mark">{t.gapsMark}</span>
        {said}
      </div>
    )
  return said
}

const Line = ({ block, figure }: { block: Paragraph; figure: PaperProps['figure'] }) => (
  <p className={`paper-${block.role}${block.leftOut ? ' paper-left-out' : ''}`}>
    {block.marker && <span>{block.marker} </span>}
    {block.runs.map((run, index) => {
      const key = `${index}${run.text}`
      if (run.figure || run.href) return <Fragment key={key}>{figure(run)}</Fragment>
      return run.bold ? <b key={key}>{run.text}</b> : <Fragment key={key}>{run.text}</Fragment>
    })}
  </p>
)

const Head = ({ head }: { head: PaperHead }) => {
  const [year, month, day] = (head.date ?? '').split('-')
  const said = month ? (Number(month) <= 2 ? month : String(Number(month))) : ''
  return (
    <>
      <div className="paper-head">
        <div>
          {head.parentIssuer && <div>{head.parentIssuer.toLocaleUpperCase('vi')}</div>}
          <b>{head.issuer?.toLocaleUpperCase('vi')}</b>
          <hr />
          <div>Số: {head.date ? head.code : <>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;{head.code}</>}</div>
        </div>
        <div>
          <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
          <div>
            <b>Độc lập - Tự do - Hạnh phúc</b>
          </div>
          <hr />
          <i>
            {head.place}, ngày {day ?? <>&nbsp;&nbsp;&nbsp;&nbsp;</>} tháng {said || <>&nbsp;&nbsp;&nbsp;</>}{' '}
            năm {year || <>&nbsp;&nbsp;&nbsp;&nbsp;</>}
          </i>
        </div>
      </div>
      <div className="paper-title">
        <b>BÁO CÁO</b>
        <b>{head.subject}</b>
        <hr />
      </div>
      <p className="paper-to">Kính gửi: {head.addressees.join('; ')}</p>
    </>
  )
}

const Foot = ({ head }: { head: PaperHead }) => (
  <div className="paper-foot">
    <div>
      <b>
        <i>Nơi nhận:</i>
      </b>
      {head.recipients.map(({ name, purpose }) => (
        <div key={name}>
          - {name}
          {purpose && ` (${purpose})`}
          {';'}
        </div>
      ))}
      <div>- {head.archive?.replace(/[.\s]*$/, '.')}</div>
    </div>
    <div>
      {head.signingAuthority && <b>{head.signingAuthority}</b>}
      <b>{head.signerTitle}</b>
      {head.signerName && <b className="paper-signer">{head.signerName}</b>}
      {head.date && <span className="for-readers">{dayWords(head.date)}</span>}
    </div>
  </div>
)
