/** A template and, beside it, the report as it would be: the same page as that of a draft. */
import { ListCampaigns } from '@loa/contract/campaigns'
import type { Outline } from '@loa/contract/report-outline'
import {
  AddReportTemplate,
  DropReportTemplate,
  ListReportTemplates,
  type ReportTemplate,
  SaveReportTemplate,
} from '@loa/contract/report-templates'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Panes } from '../dispatches/panes.tsx'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { templateWords } from '../words/report-templates.ts'
import { OutlineEditor } from './outline-editor.tsx'
import { OutlinePreview } from './outline-preview.tsx'
import '../dispatches/draft.css'
import '../dispatches/paper.css'
import '../reports/report-paper.css'
import './report-templates.css'

export const ReportTemplatePage = () => {
  const t = useWords(templateWords)
  const { id } = useParams({ strict: false })
  const query = useQuery({
    queryKey: keyOf(ListReportTemplates, 'all'),
    queryFn: () => call(ListReportTemplates, { query: { limit: 200 } }),
  })
  const template = query.data?.rows.find((each) => each.id === Number(id))
  if (!query.data)
    return (
      <Page title={t.title}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  return (
    <Editing
      key={`${id} ${template?.version ?? 0}`}
      template={template ?? null}
      built={query.data.built}
      isFirst={query.data.rows.length === 0}
    />
  )
}

const Editing = ({
  template,
  built,
  isFirst,
}: {
  template: ReportTemplate | null
  built: Outline
  isFirst: boolean
}) => {
  const t = useWords(templateWords)
  const may = useMay()('report-template.save')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [name, setName] = useState(template?.name ?? t.newName)
  const [standard, setStandard] = useState(template?.standard ?? isFirst)
  const [outline, setOutline] = useState<Outline>(template?.outline ?? built)
  const body = { name, standard, outline }
  const save = useMutation({
    mutationFn: () =>
      template
        ? call(SaveReportTemplate, {
            params: { id: template.id },
            body: { ...body, version: template.version },
          })
        : call(AddReportTemplate, { body }),
    onSuccess: async (saved) => {
      await cache.invalidateQueries()
      navigate({ to: '/report-templates/$id', params: { id: String(saved.id) }, replace: true })
    },
  })
  const drop = useMutation({
    mutationFn: () => call(DropReportTemplate, { params: { id: template?.id ?? 0 } }),
    onSuccess: async () => {
      await cache.invalidateQueries()
      navigate({ to: '/report-templates' })
    },
  })
  return (
    <Page
      fill
      title={name || t.title}
      crumb={<Link to="/report-templates">{t.title}</Link>}
      state={t.dropHelp}
      next={
        may
          ? {
              why: t.addWhy,
              action: (
                <Button size="md" type="submit" form="template" loading={save.isPending}>
                  {t.save}
                </Button>
              ),
            }
          : undefined
      }
    >
      <Panes
        label={t.panes}
        left={{ name: t.preview, content: <PreviewPane outline={outline} /> }}
        right={{
          name: t.blocks,
          content: (
            <form
              id="template"
              className="template-form"
              onSubmit={(event: FormEvent) => {
                event.preventDefault()
                save.mutate()
              }}
            >
              <div role="status">{save.isSuccess && <p className="note ok">{t.saved}</p>}</div>
              {(save.error ?? drop.error) && (
                <Trouble
                  error={save.error ?? drop.error}
                  onRetry={() => cache.invalidateQueries({ queryKey: keyOf(ListReportTemplates, 'all') })}
                />
              )}
              <TextInput
                label={t.name}
                lang="vi"
                required
                maxLength={200}
                disabled={!may}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Checkbox
                label={t.standard}
                disabled={!may}
                checked={standard}
                onChange={(event) => setStandard(event.currentTarget.checked)}
              />
              <OutlineEditor outline={outline} onChange={setOutline} isOpen={may} />
              {template && may && (
                <Button
                  className="template-drop"
                  size="xs"
                  variant="default"
                  loading={drop.isPending}
                  onClick={() => drop.mutate()}
                >
                  {t.drop}
                </Button>
              )}
            </form>
          ),
        }}
      />
    </Page>
  )
}

/** By the figures of a running campaign, or by invented ones that say so. */
const PreviewPane = ({ outline }: { outline: Outline }) => {
  const t = useWords(templateWords)
  const [search, change] = useFilter()
  const campaigns = useQuery({
    queryKey: keyOf(ListCampaigns, { state: 'running' }),
    queryFn: () => call(ListCampaigns, { query: { state: 'running', limit: 50 } }),
  })
  return (
    <>
      <div className="report-look">
        <NativeSelect
          label={t.previewOf}
          value={search.campaign ?? ''}
          onChange={(event) => change({ campaign: event.currentTarget.value })}
          data={[
            { value: '', label: t.invented },
            ...(campaigns.data?.rows ?? []).map(({ id, title }) => ({ value: String(id), label: title })),
          ]}
        />
      </div>
      <OutlinePreview outline={outline} campaignId={Number(search.campaign) || null} />
    </>
  )
}
