import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'

export const BoardLegend = () => {
  const t = useWords(campaignWords)
  return (
    <span className="legend">
      <span>{t.legend.how}</span>
      <span>
        <i className="key proved" /> {t.legend.proved}
      </span>
      <span>
        <i className="key claimed" /> {t.legend.claimed}
      </span>
      <span>
        <i className="key doubted" /> {t.legend.doubted}
      </span>
      <span>
        <i className="key hatch" /> {t.legend.missing}
      </span>
      <span className="legend-keys">
        <kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> {t.keys.move} <kbd>Enter</kbd> {t.keys.open}{' '}
        <kbd>Space</kbd> {t.keys.choose}
      </span>
    </span>
  )
}
