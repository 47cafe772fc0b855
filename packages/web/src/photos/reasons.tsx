/** Why a photo needs eyes, in sentences with numbers; and what was said about it. */
import type { Evidence } from '@loa/contract/activities'
import { instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { reasonWords } from '../words/photo-reasons.ts'

export const Reasons = ({ photo }: { photo: Pick<Evidence, 'reasons' | 'judgement'> }) => {
  const t = useWords(reasonWords)
  return (
    <>
      {photo.reasons.length > 0 && (
        <ul className="photo-reasons">
          {photo.reasons.map(({ kind, detail }) => (
            <li key={kind + JSON.stringify(detail)}>{t.reasons[kind](detail)}</li>
          ))}
        </ul>
      )}
      {photo.judgement && (
        <div className="photo-said">
          <StateBadge
            tone={
              { fine: 'ok', refused: 'bad', asked: 'ask' }[photo.judgement.verdict] as 'ok' | 'bad' | 'ask'
            }
          >
            {t.said[photo.judgement.verdict]}
          </StateBadge>
          {photo.judgement.comment && <p>{photo.judgement.comment}</p>}
          <p className="meta">
            {photo.judgement.by}, {instantWords(photo.judgement.at)}
          </p>
        </div>
      )}
    </>
  )
}
