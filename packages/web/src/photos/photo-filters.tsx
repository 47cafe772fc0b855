import { doubts } from '@loa/contract/activities'
import { ListCampaigns } from '@loa/contract/campaigns'
import { DrawSample, ListSamples } from '@loa/contract/photos'
import { forms } from '@loa/contract/plans'
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { Switch } from '../shell/switch.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { photoWords } from '../words/photos.ts'

const boxes = ['to-judge', 'doubted', 'judged', 'all'] as const

export const PhotoFilters = () => {
  const t = useWords(photoWords)
  const figures = useWords(figureWords)
  const [search, change] = useFilter()
  const campaigns = useQuery({
    queryKey: keyOf(ListCampaigns, 'light-table'),
    queryFn: () => call(ListCampaigns, { query: { limit: 200 } }),
  }).data?.rows
  const narrow = (what: Record<string, string | null>) => change({ ...what, cursor: null })
  return (
    <>
      <div className="picker-bar photo-filters">
        <Switch
          label={t.boxes}
          value={boxes.find((box) => box === search.box) ?? 'to-judge'}
          onChange={(box) => narrow({ box: box === 'to-judge' ? null : box })}
          options={boxes.map((value) => ({ value, label: t.box[value] }))}
        />
        <NativeSelect
          aria-label={t.campaign}
          value={search.campaign ?? ''}
          onChange={(event) => narrow({ campaign: event.currentTarget.value, sample: null })}
          data={[
            { value: '', label: t.allCampaigns },
            ...(campaigns ?? []).map(({ id, title }) => ({ value: String(id), label: title })),
          ]}
        />
        <NativeSelect
          aria-label={t.form}
          value={search.form ?? ''}
          onChange={(event) => narrow({ form: event.currentTarget.value })}
          data={[
            { value: '', label: t.allForms },
            ...forms.map((value) => ({ value, label: figures.formsInFull[value] })),
          ]}
        />
        <NativeSelect
          aria-label={t.doubt}
          value={search.doubt ?? ''}
          onChange={(event) => narrow({ doubt: event.currentTarget.value })}
          data={[
            { value: '', label: t.allDoubts },
            ...doubts.map((value) => ({ value, label: figures.doubts[value] })),
          ]}
        />
      </div>
      {search.campaign && <Samples campaignId={Number(search.campaign)} />}
    </>
  )
}

const Samples = ({ campaignId }: { campaignId: number }) => {
  const t = useWords(photoWords)
  const [search, change] = useFilter()
  const cache = useQueryClient()
  const samples = useQuery({
    queryKey: keyOf(ListSamples, campaignId),
    queryFn: () => call(ListSamples, { params: { id: campaignId } }),
  }).data?.rows
  const draw = useMutation({
    mutationFn: () => call(DrawSample, { params: { id: campaignId }, body: { percent: 10 } }),
    onSuccess: ({ id }) => {
      cache.invalidateQueries({ queryKey: keyOf(ListSamples, campaignId) })
      change({ sample: String(id), cursor: null })
    },
  })
  const sample = samples?.find(({ id }) => String(id) === search.sample)
  return (
    <div className="picker-bar photo-filters">
      <NativeSelect
        aria-label={t.sample}
        value={search.sample ?? ''}
        onChange={(event) => change({ sample: event.currentTarget.value, cursor: null })}
        data={[
          { value: '', label: t.allPhotos },
          ...(samples ?? []).map(({ id, photos, judged }) => ({
            value: String(id),
            label: t.sampleName(id, photos, judged),
          })),
        ]}
      />
      <Button size="xs" variant="default" loading={draw.isPending} onClick={() => draw.mutate()}>
        {t.draw}
      </Button>
      {sample && <p className="meta">{t.drawn(sample.seed, sample.percent, sample.madeBy.name)}</p>}
      {draw.error && <Trouble error={draw.error} />}
    </div>
  )
}
