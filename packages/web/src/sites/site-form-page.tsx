/** Note a site, or change it: name, kind, place, permit, faces. */
import { GetSite, SaveSite, type Site, type SiteKind, siteKinds } from '@loa/contract/sites'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import { FaceFields } from './face-fields.tsx'
import { draftOf, troublesOf, valuesOf } from './site-draft.ts'
import { useSiteChange } from './use-site-change.ts'
import './sites.css'

export const SiteFormPage = () => {
  const t = useWords(siteWords)
  const { id = 'new' } = useParams({ strict: false }) as { id?: string }
  const isNew = id === 'new'
  const query = useQuery({
    queryKey: keyOf(GetSite, id),
    queryFn: ({ signal }) => call(GetSite, { params: { id }, signal }),
    enabled: !isNew,
    // What was typed is not written over by a look at the server.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const site = query.data
  return (
    <Page
      title={isNew ? t.newTitle : site ? t.editTitle(site.number) : t.edit}
      crumb={
        <>
          <Link to="/sites">{t.title}</Link>
          {site && (
            <Link to="/sites/$id" params={{ id }}>
              {site.name}
            </Link>
          )}
        </>
      }
      state={t.formLead}
    >
      <div className="panel site-edit">
        {isNew ? (
          <SiteForm site={null} />
        ) : (
          <Loaded query={query}>{(found) => <SiteForm site={found} />}</Loaded>
        )}
      </div>
    </Page>
  )
}

const SiteForm = ({ site }: { site: Site | null }) => {
  const t = useWords(siteWords)
  const navigate = useNavigate()
  const [id] = useState(() => site?.id ?? crypto.randomUUID())
  const [draft, setDraft] = useState(() => draftOf(site, t.faceName))
  const [isTried, setTried] = useState(false)
  const troubles = troublesOf(draft)
  const save = useSiteChange(
    id,
    () =>
      call(SaveSite, {
        params: { id },
        body: { ...valuesOf(draft), ...(site ? { version: site.version } : {}) },
      }),
    () => navigate({ to: '/sites/$id', params: { id } }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (troubles.size === 0) save.mutate()
  }
  const field = (
    name:
      | 'name'
      | 'place'
      | 'ownerName'
      | 'permitNumber'
      | 'permitIssuer'
      | 'permitFrom'
      | 'permitTo'
      | 'note'
      | 'closedOn',
  ) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setDraft((before) => ({ ...before, [name]: value }))
    },
  })
  return (
    <form className="site-form" onSubmit={submit}>
      <TextInput label={t.name} description={t.nameHelp} required minLength={2} {...field('name')} />
      <NativeSelect
        label={t.kind}
        description={'\u00a0'}
        value={draft.kind}
        onChange={(event) => {
          const kind = event.currentTarget.value as SiteKind
          setDraft((before) => ({ ...before, kind }))
        }}
        data={siteKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <TextInput className="wide" label={t.place} required minLength={2} {...field('place')} />
      <Coordinates
        latitude={draft.latitude}
        longitude={draft.longitude}
        error={isTried && troubles.has('coordinates')}
        onChange={(latitude, longitude) => setDraft((before) => ({ ...before, latitude, longitude }))}
      />
      <FaceFields
        faces={draft.faces}
        wrong={isTried ? troubles : new Set()}
        onChange={(faces) => setDraft((before) => ({ ...before, faces }))}
      />
      <TextInput className="wide" label={t.owner} {...field('ownerName')} />
      <TextInput label={t.permitNumber} {...field('permitNumber')} />
      <TextInput label={t.permitIssuer} {...field('permitIssuer')} />
      <TextInput label={t.permitFrom} type="date" {...field('permitFrom')} />
      <TextInput label={t.permitTo} type="date" min={draft.permitFrom} {...field('permitTo')} />
      <Textarea className="wide" label={t.note} autosize minRows={2} {...field('note')} />
      {site && <TextInput label={t.closedOn} type="date" {...field('closedOn')} />}
      <div className="buttons wide">
        <Button type="submit" size="md" loading={save.isPending}>
          {t.save}
        </Button>
        {!site && <span className="meta">{t.saveWhy}</span>}
      </div>
      {save.error && (
        <div className="wide">
          <Trouble error={save.error} />
        </div>
      )}
    </form>
  )
}

const Coordinates = ({
  latitude,
  longitude,
  error,
  onChange,
}: {
  latitude: string
  longitude: string
  error: boolean
  onChange: (latitude: string, longitude: string) => void
}) => {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  const [fails, setFails] = useState(false)
  const comma = (value: number) => (language === 'vi' ? value.toFixed(6).replace('.', ',') : value.toFixed(6))
  const here = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFails(false)
        onChange(comma(coords.latitude), comma(coords.longitude))
      },
      () => setFails(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  return (
    <>
      <TextInput
        label={t.latitude}
        inputMode="decimal"
        value={latitude}
        error={error ? t.coordinates : undefined}
        onChange={(event) => onChange(event.currentTarget.value, longitude)}
      />
      <TextInput
        label={t.longitude}
        inputMode="decimal"
        value={longitude}
        onChange={(event) => onChange(latitude, event.currentTarget.value)}
      />
      <div className="wide" role="status">
        <Button variant="default" size="xs" onClick={here}>
          {t.here}
        </Button>
        {fails && <p className="small">{t.hereFails}</p>}
      </div>
    </>
  )
}
