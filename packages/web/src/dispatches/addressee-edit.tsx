/** Which units the words of an addressee mean: readings to choose from, and single units to leave out. */
import type { Proposal } from '@loa/contract/plans'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { Checkbox, Radio, RadioGroup } from './choice.tsx'
import { readingsOf } from './decision.ts'
import type { PlanWork } from './use-plan.ts'

interface AddresseeProps {
  proposal: Proposal
  value: Extract<Proposal['value'], { kind: 'addressee' }>
  plan: PlanWork
}

export const AddresseeEdit = ({ proposal: { id, decision }, value, plan }: AddresseeProps) => {
  const t = useWords(planWords)
  const [isOpen, setIsOpen] = useState(false)
  const { reading = 0, without = [] } = plan.editOf(id)
  const readings = readingsOf(value, decision, t)
  const units = readings[reading]?.units ?? []
  const isFixed = !plan.mayDecide
  return (
    <>
      {readings.length > 1 && (
        <RadioGroup
          label={t.readings}
          value={String(reading)}
          onChange={(chosen) => plan.edit(id, { reading: Number(chosen), without: undefined })}
        >
          <div className="readings">
            {readings.map((each, index) => (
              <Radio
                // biome-ignore lint/suspicious/noArrayIndexKey: a reading has no other name, and the list stands still
                key={index}
                value={String(index)}
                label={t.reading1(each.reading, each.units.length)}
                disabled={isFixed}
              />
            ))}
          </div>
        </RadioGroup>
      )}
      {units.length > 0 && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t.hideUnits : t.showUnits(units.length)}
          </Button>
        </div>
      )}
      {isOpen && (
        <fieldset className="unit-list" aria-label={t.showUnits(units.length)}>
          {!isFixed && <p className="meta">{t.dropHelp}</p>}
          {units.map((unit) =>
            isFixed ? (
              <span key={unit.code} lang="vi">
                {unit.name}
              </span>
            ) : (
              <Checkbox
                key={unit.code}
                label={unit.name}
                checked={!without.includes(unit.code)}
                onChange={(isOn) =>
                  plan.edit(id, {
                    without: isOn ? without.filter((code) => code !== unit.code) : [...without, unit.code],
                  })
                }
              />
            ),
          )}
        </fieldset>
      )}
    </>
  )
}
