/** What a unit has to inform people with, each with its days: rules of a plan may ask for it. */
import { AddFacility, EndFacility, type Facility, type UnitNode } from '@loa/contract/units'
import { call } from '../api.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { DatedThings } from './dated-things.tsx'

export const UnitFacilities = ({
  unit,
  facilities,
  keeps,
}: {
  unit: UnitNode
  facilities: Facility[]
  keeps: boolean
}) => {
  const t = useWords(unitWords)
  const params = { id: unit.id }
  if (facilities.length === 0 && !keeps) return null
  return (
    <DatedThings
      unit={unit}
      things={facilities.map(({ name, ...facility }) => ({ ...facility, words: name }))}
      keeps={keeps}
      usual="station"
      longest={200}
      words={{
        title: t.facilities,
        kinds: t.facilityKinds,
        kind: t.facilityKind,
        words: t.facilityName,
        add: t.addFacility,
      }}
      onAdd={({ words, ...facility }) => call(AddFacility, { params, body: { ...facility, name: words } })}
      onEnd={(facilityId, validTo) =>
        call(EndFacility, { params: { ...params, facilityId }, body: { validTo } })
      }
    />
  )
}
