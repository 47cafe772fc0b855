/** One saved phrase: its words and conditions, and beside them whom they mean on a day and why. */
import {
  AddAddressGroup,
  type AddressGroup,
  DropAddressGroup,
  GetAddressGroup,
  SaveAddressGroup,
} from '@loa/contract/address-groups'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { addressGroupWords } from '../words/address-groups.ts'
import { useWords } from '../words/language.tsx'
import { emptyGroup, type GroupDraft } from './group-draft.ts'
import { GroupFields } from './group-fields.tsx'
import { GroupPreview } from './group-preview.tsx'
import { useDirectory } from './use-units.ts'
import './groups.css'
import './change.css'

export const GroupPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const isNew = id === 'new'
  const group = useQuery({
    queryKey: keyOf(GetAddressGroup, id),
    queryFn: () => call(GetAddressGroup, { params: { id: Number(id) } }),
    enabled: !isNew,
  })
  // The types of units there are stand in the form: it is drawn when they are known.
  const directory = useDirectory()
  const data = isNew ? null : group.data
  return (
    <Loaded query={{ ...group, error: group.error ?? directory.error, data: directory.data && data }}>
      {(found) => <Group key={id} group={found} />}
    </Loaded>
  )
}

const Group = ({ group }: { group: AddressGroup | null }) => {
  const t = useWords(addressGroupWords)
  const may = useMay()('address-group.save')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<GroupDraft>(group ?? emptyGroup)
  const [isChanged, setIsChanged] = useState(group === null)
  const save = useMutation({
    mutationFn: () => {
      const { name, phrase, query } = draft
      const body = { name, phrase, query }
      return group
        ? call(SaveAddressGroup, { params: { id: group.id }, body: { ...body, version: group.version } })
        : call(AddAddressGroup, { body })
    },
    onSuccess: async (saved) => {
      setIsChanged(false)
      cache.setQueryData(keyOf(GetAddressGroup, String(saved.id)), saved)
      await cache.invalidateQueries({ queryKey: keyOf(GetAddressGroup).slice(0, 1) })
      if (!group)
        navigate({ to: '/units/groups/$id', params: { id: String(saved.id) } as never, replace: true })
    },
  })
  const edit = (change: Partial<GroupDraft>) => {
    setDraft((before) => ({ ...before, ...change }))
    setIsChanged(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Page
      title={group?.name ?? t.newTitle}
      crumb={
        <>
          <Link to="/units">{t.back}</Link> <Link to="/units/groups">{t.title}</Link>
        </>
      }
      state={group?.phrase ?? t.emptyHelp}
      next={
        may
          ? {
              why: isChanged ? t.saveWhy : t.savedWhy,
              help: isChanged ? t.saveHelp : t.savedHelp,
              action: (
                <Button size="md" type="submit" form="group" loading={save.isPending} disabled={!isChanged}>
                  {t.save}
                </Button>
              ),
            }
          : undefined
      }
    >
      <div className="group">
        <form id="group" className="panel change-form" aria-label={t.fields} onSubmit={submit}>
          {save.error && <Trouble error={save.error} />}
          <GroupFields draft={draft} onChange={edit} isFixed={!may} />
          {group && may && <Remove id={group.id} />}
        </form>
        <GroupPreview draft={draft} onChange={edit} isFixed={!may} />
      </div>
    </Page>
  )
}

/** Asks once more, in its own place. */
const Remove = ({ id }: { id: number }) => {
  const t = useWords(addressGroupWords)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [isSure, setIsSure] = useState(false)
  const remove = useMutation({
    mutationFn: () => call(DropAddressGroup, { params: { id } }),
    onSuccess: async () => {
      await navigate({ to: '/units/groups' })
      await cache.invalidateQueries({ queryKey: keyOf(GetAddressGroup).slice(0, 1) })
    },
  })
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        onClick={() => (isSure ? remove.mutate() : setIsSure(true))}
        onBlur={() => setIsSure(false)}
        loading={remove.isPending}
      >
        {isSure ? t.removeSure : t.remove}
      </Button>
      {remove.error && <Trouble error={remove.error} />}
    </div>
  )
}
