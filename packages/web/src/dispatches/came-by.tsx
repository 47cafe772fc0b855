/** How an incoming dispatch came, what came with it, and that its sender took it back. */
import { type Dispatch, GetDispatchAttachment } from '@loa/contract/dispatches'
import { urlOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { Warning } from '../shell/state.tsx'
import { cameByWords } from '../words/came-by.ts'
import { useWords } from '../words/language.tsx'
import './recall.css'

export const CameBy = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(cameByWords)
  const { cameBy, cameFrom, files, emptiedAt, legalValue } = dispatch
  if (cameBy === 'upload' && files.length === 0 && !emptiedAt) return null
  return (
    <section className="recall came-by" aria-label={t.files}>
      {emptiedAt && <Warning>{t.emptied(dayWords(emptiedAt.slice(0, 10)))}</Warning>}
      {t.cameBy[cameBy] && (
        <p lang="vi">
          {t.cameBy[cameBy]} {cameFrom && t.cameFrom(cameFrom)}
          {legalValue && <b>. {t.legal[legalValue]}</b>}
        </p>
      )}
      {files.length > 0 && (
        <ul>
          {files.map(({ ordinal, kind, name }) => (
            <li key={ordinal}>
              <a href={urlOf(GetDispatchAttachment.path, { id: dispatch.id, ordinal })} download lang="vi">
                {name}
              </a>{' '}
              <span className="meta">{t.fileKind[kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
