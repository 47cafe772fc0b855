/** What would end and begin, and whose work is touched; where units are merged or divided, who keeps a role. */
import type { ChangePreview as Preview } from '@loa/contract/successions'
import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { successionWords } from '../words/successions.ts'
import { type ChangeDraft, carryKey, codesAfter } from './change-draft.ts'

interface PreviewProps {
  preview: Preview
  draft: ChangeDraft
  onCarry: (carry: ChangeDraft['carry']) => void
}

export const ChangePreview = ({ preview, draft, onCarry }: PreviewProps) => {
  const t = useWords(successionWords)
  const day = dayWords(draft.effectiveOn)
  const { ends, begins, moves, campaigns, roles, drafts } = preview
  const keepsRoles = draft.kind === 'rename' || draft.kind === 're-parent'
  return (
    <div className="change-preview">
      <Part
        title={t.ends(ends.length, day)}
        items={ends.map((unit) => [unit.id, `${unit.fullName} (${unit.code})`])}
      />
      <Part
        title={t.begins(begins.length, day)}
        items={begins.map((unit) => [unit.code, `${unit.fullName} (${unit.code})`])}
      />
      {moves.length > 0 && (
        <Part
          title={t.moves(moves.length)}
          items={moves.map(({ unit, parentCode }) => [unit.id, `${unit.fullName}, ${t.movesTo(parentCode)}`])}
        />
      )}
      <Part
        title={t.campaigns(campaigns.length)}
        help={campaigns.length > 0 ? t.campaignsHelp : undefined}
        items={campaigns.map(({ id, title, duties }) => [
          id,
          <>
            <Link to="/campaigns/$id" params={{ id: String(id) }} search={{}}>
              {title}
            </Link>{' '}
            · {t.duties(duties)}
          </>,
        ])}
      />
      <Part
        title={t.roles(roles.length)}
        help={
          roles.length === 0
            ? undefined
            : keepsRoles
              ? t.rolesKept
              : draft.kind === 'abolish'
                ? undefined
                : t.rolesHelp
        }
        items={roles.map((role) => [
          carryKey(role),
          <span className="carry" key="carry">
            <span>
              {role.name}, {t.roleNames[role.role]}, {role.unitName}
            </span>
            {!keepsRoles && draft.kind !== 'abolish' && (
              <CarryTo
                draft={draft}
                name={role.name}
                role={t.roleNames[role.role]}
                place={carryKey(role)}
                onCarry={onCarry}
              />
            )}
          </span>,
        ])}
      />
      <Part
        title={t.drafts(drafts.length)}
        help={drafts.length > 0 ? t.draftsHelp : undefined}
        items={drafts.map(({ id, subject }) => [
          id,
          <Link key="draft" to="/dispatches/$id" params={{ id: String(id) }} search={{}}>
            {subject ?? String(id)}
          </Link>,
        ])}
      />
    </div>
  )
}

interface CarryToProps {
  draft: ChangeDraft
  name: string
  role: string
  place: string
  onCarry: PreviewProps['onCarry']
}

const CarryTo = ({ draft, name, role, place, onCarry }: CarryToProps) => {
  const t = useWords(successionWords)
  const { [place]: into, ...rest } = draft.carry
  return (
    <NativeSelect
      size="xs"
      aria-label={t.carryTo(name, role)}
      value={into === undefined ? '' : String(into)}
      onChange={(event) => {
        const { value } = event.currentTarget
        onCarry(value === '' ? rest : { ...rest, [place]: Number(value) })
      }}
      data={[
        { value: '', label: t.notCarried },
        ...codesAfter(draft).map(({ fullName }, index) => ({ value: String(index), label: fullName })),
      ]}
    />
  )
}

const Part = ({
  title,
  help,
  items,
}: {
  title: string
  help?: string | undefined
  items: [number | string, ReactNode][]
}) => {
  const t = useWords(successionWords)
  return (
    <section>
      <h3>{title}</h3>
      {help && <p className="meta">{help}</p>}
      {items.length === 0 ? (
        <p className="meta">{t.nothing}</p>
      ) : (
        <ul>
          {items.map(([key, item]) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
