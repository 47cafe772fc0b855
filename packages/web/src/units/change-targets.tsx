/** The units that receive: new ones with their names, or some that go on as they are. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../words/language.tsx'
import { successionWords } from '../words/successions.ts'
import { unitWords } from '../words/units.ts'
import { type ChangeDraft, emptyTarget, type TargetDraft } from './change-draft.ts'
import { UnitPicker } from './unit-picker.tsx'

interface TargetsProps {
  draft: ChangeDraft
  onChange: (into: TargetDraft[]) => void
}

export const ChangeTargets = ({ draft: { kind, into, effectiveOn }, onChange }: TargetsProps) => {
  const t = useWords(successionWords)
  const set = (key: number, change: Partial<TargetDraft>) =>
    onChange(into.map((target) => (target.key === key ? { ...target, ...change } : target)))
  const isSame = kind === 'rename' || kind === 're-parent'
  return (
    <>
      {into.map((target, index) => {
        const label = isSame ? t.changed : t.into(index + 1, into.length)
        return (
          <fieldset key={target.key} className="change-part">
            <legend>{label}</legend>
            {!isSame && (
              <NativeSelect
                label={t.which}
                value={target.isNew ? 'new' : 'existing'}
                onChange={(event) => set(target.key, { isNew: event.currentTarget.value === 'new' })}
                data={[
                  { value: 'new', label: t.isNew },
                  { value: 'existing', label: t.isExisting },
                ]}
              />
            )}
            {target.isNew ? (
              <NewUnit
                kind={kind}
                target={target}
                on={effectiveOn}
                set={(change) => set(target.key, change)}
              />
            ) : (
              <UnitPicker
                label={t.existing}
                on={effectiveOn}
                value={target.existing}
                onPick={(existing) => set(target.key, { existing })}
                required
              />
            )}
            {kind === 'split' && (
              <NativeSelect
                label={t.share}
                value={target.share}
                onChange={(event) =>
                  set(target.key, { share: event.currentTarget.value === 'full' ? 'full' : 'partial' })
                }
                data={[
                  { value: 'partial', label: t.shares.partial },
                  { value: 'full', label: t.shares.full },
                ]}
              />
            )}
            {kind === 'split' && into.length > 2 && (
              <div>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onChange(into.filter(({ key }) => key !== target.key))}
                >
                  {t.drop(label)}
                </Button>
              </div>
            )}
          </fieldset>
        )
      })}
      {kind === 'split' && (
        <div>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChange([...into, emptyTarget(Math.max(...into.map(({ key }) => key)) + 1)])}
          >
            {t.addInto}
          </Button>
        </div>
      )}
    </>
  )
}

interface NewUnitProps {
  kind: ChangeDraft['kind']
  target: TargetDraft
  on: string
  set: (change: Partial<TargetDraft>) => void
}

const NewUnit = ({ kind, target, on, set }: NewUnitProps) => {
  const t = useWords(successionWords)
  const units = useWords(unitWords)
  const parent = (
    <UnitPicker
      label={t.parent}
      on={on}
      value={target.parent}
      onPick={(picked) => set({ parent: picked })}
      none={t.noParent}
    />
  )
  if (kind === 're-parent') return parent
  const field = (name: 'code' | 'name' | 'fullName') => ({
    label: t[name],
    value: target[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  return (
    <div className="change-fields">
      <TextInput {...field('fullName')} required />
      <TextInput {...field('name')} />
      <TextInput {...field('code')} required />
      <NativeSelect
        label={t.type}
        required
        value={target.type}
        onChange={(event) => set({ type: event.currentTarget.value })}
        data={[
          { value: '', label: '' },
          ...Object.entries(units.types).map(([value, label]) => ({ value, label })),
        ]}
      />
      {kind !== 'rename' && parent}
    </div>
  )
}
