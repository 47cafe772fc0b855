import type { Delivery } from '@loa/contract/deliveries'
import { Link } from '@tanstack/react-router'
import { dayWords, instantWords } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge, type Tone, Warning } from '../shell/state.tsx'
import { deliveryWords } from '../words/deliveries.ts'
import { useWords } from '../words/language.tsx'
import { DeliveryActs } from './delivery-acts.tsx'

const tones: Record<Delivery['status'], Tone> = {
  '01': 'go',
  '02': 'bad',
  '03': 'ok',
  '04': 'ok',
  '05': 'ok',
  '06': 'ok',
  '13': 'ask',
  '15': 'none',
  '16': 'ok',
}

/** One document that was sent: what it is, how it stands, what is asked of the unit, and the steps so far. */
export const DeliveryCard = ({ row }: { row: Delivery }) => {
  const t = useWords(deliveryWords)
  const may = useMay()
  const words = row.subject ?? (row.stub ? (row.stub.code ?? t.noCode) : t.noSubject)
  return (
    <li className="delivery-card">
      <div className="delivery-head">
        <StateBadge tone={tones[row.status]}>{t.status[row.status]}</StateBadge>
        <span className="code">{row.code ?? t.noCode}</span>
        <span lang="vi">{t.from(row.from.fullName)}</span>
        {row.outside && <span className="meta">{t.outside}</span>}
      </div>
      <h2 lang="vi">
        {row.stub ? (
          words
        ) : (
          <Link to="/dispatches/$id" params={{ id: String(row.dispatchId) }}>
            {words}
          </Link>
        )}
      </h2>
      {row.stub && <p className="small">{t.gone(row.stub.reason, dayWords(row.stub.at.slice(0, 10)))}</p>}
      {row.recall === 'asked' && (
        <Warning>
          <p lang="vi">{(row.asked === 'update' ? t.updateAsked : t.recallAsked)(row.reason ?? '')}</p>
          <p className="small">{row.asked === 'update' ? t.updateHelp : t.recallHelp}</p>
        </Warning>
      )}
      {row.recall === 'refused' && row.reason && <p className="small">{t.refusedBack(row.reason)}</p>}
      {row.status === '02' && row.reason && <p className="small">{t.reason(row.reason)}</p>}
      {row.replacedBy && (
        <p className="small">
          <Link to="/dispatches/$id" params={{ id: String(row.replacedBy.id) }}>
            {t.replaced(row.replacedBy.code ?? '')}
          </Link>
        </p>
      )}
      {may('delivery.receive') && <DeliveryActs row={row} />}
      <details>
        <summary>{t.steps}</summary>
        <ol className="delivery-steps">
          {row.history.map((step) => (
            <li key={`${step.status} ${step.at}`}>
              <b>{t.status[step.status]}</b> <span className="meta">{instantWords(step.at)}</span>{' '}
              {step.person?.name}
              {step.heardAt && <span className="meta"> · {t.heard(instantWords(step.heardAt))}</span>}{' '}
              {step.reason && <q lang="vi">{step.reason}</q>}
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}
