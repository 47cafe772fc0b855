/** How an incoming dispatch came, what came with it, and that its sender took it back. */
import { type Dispatch, GetDispatchAttachment } from '@loa/contract/dispatches'
import { urlOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { Warning } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { recallWords } from '../words/recalls.ts'
import './recall.css'

export const CameBy = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(recallWords)
  const { cameBy, cameFrom, files, emptiedAt } = dispatch
  if (cameBy === 'upload' && files.length === 0 && !emptiedAt) return null
  return (
    <section className="recall came-by" aria-label={t.files}>
      {emptiedAt && <Warning>{t.emptied(dayWords(emptiedAt.slice(0, 10)))}</Warning>}
      {t.cameBy[cameBy] && (
        <p lang="vi">
          {t.cameBy[cameBy]} {cameFrom && t.cameFrom(cameFrom)}
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
