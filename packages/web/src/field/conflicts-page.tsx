/** @jsxImportSource preact */
/** Two people, one activity, two values: said with their names, and chosen by a person. */
import type { FieldConflict, FieldSnapshot, FieldWords } from '@loa/contract/field'
import { useState } from 'preact/hooks'
import { dayWords, numberWords } from '../shell/format.ts'
import { choose } from './acts.ts'
import { Frame } from './frame.tsx'
import { language, t } from './language.ts'
import { conflictsOf, type Phone } from './phone.ts'
import { facesOf } from './sites.ts'

export const ConflictsPage = ({ phone }: { phone: Phone }) => {
  const all = conflictsOf(phone)
  return (
    <Frame phone={phone} title={t.conflicts} sub={t.items(all.length)}>
      <p>{t.conflictHelp}</p>
      {all.length === 0 && <p class="empty">{t.nothing}</p>}
      {all.map((conflict) => (
        <Conflict key={conflict.id} conflict={conflict} snapshot={phone.snapshot} />
      ))}
    </Frame>
  )
}

const Conflict = ({ conflict, snapshot }: { conflict: FieldConflict; snapshot: FieldSnapshot | null }) => {
  const [isMissed, setMissed] = useState(false)
  const { current, other } = conflict
  const fields = Object.keys(t.fields).filter(
    (field) => JSON.stringify(current.words[field] ?? null) !== JSON.stringify(other.words[field] ?? null),
  )
  const valuesOf = (words: FieldWords) => fields.map((field) => say(words, field, snapshot)).join(', ')
  const take = async (which: 'current' | 'other') => setMissed(!(await choose(conflict, which)))
  return (
    <section class="box" aria-label={conflict.place}>
      <h2>{conflict.place}</h2>
      <p>
        {t.wrote(current.by, valuesOf(current.words))}; {t.wrote(other.by, valuesOf(other.words))}.
      </p>
      {isMissed && <p role="alert">{t.notChosen}</p>}
      <div class="job-acts">
        <button type="button" class="button" onClick={() => take('current')}>
          {t.take(current.by)}: {valuesOf(current.words)}
        </button>
        <button type="button" class="button" onClick={() => take('other')}>
          {t.take(other.by)}: {valuesOf(other.words)}
        </button>
      </div>
    </section>
  )
}

const say = (words: FieldWords, field: string, snapshot: FieldSnapshot | null): string => {
  const indicator = snapshot?.indicators.find(({ code }) => code === words.indicator)
  if (field === 'quantity')
    return `${numberWords(language, words.quantity)} ${(language === 'vi' ? indicator?.unit : indicator?.unitEn) ?? ''}`.trim()
  if (field === 'indicator')
    return (language === 'vi' ? indicator?.name : indicator?.nameEn) ?? words.indicator
  if (field === 'happenedOn') return dayWords(words.happenedOn)
  if (field === 'faceId') {
    const face = facesOf(snapshot).find(({ id }) => id === words.faceId)
    return face ? `${face.name} · ${face.label}` : t.noSite
  }
  if (field === 'topics') return t.topicsCount(words.topics.length)
  return `“${String(words[field] ?? '')}”`
}
