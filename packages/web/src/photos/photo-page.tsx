/** One photo: what is doubtful about it, what it looks like, and what is covered before the public sees it. */
import { BlurPhoto, GetPhoto, type Pair, type Photo, type Region } from '@loa/contract/photos'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { WithdrawnNote } from '../activities/withdraw.tsx'
import { call, keyOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { photoWords } from '../words/photos.ts'
import { BlurTool } from './blur-tool.tsx'
import { fileOf } from './file-of.ts'
import { PairView } from './pair-view.tsx'
import { Reasons } from './reasons.tsx'
import './photos.css'

type Whole = Photo & { pairs: Pair[]; blurs: Region[] }

export const PhotoPage = () => {
  const t = useWords(photoWords)
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: keyOf(GetPhoto, id),
    queryFn: () => call(GetPhoto, { params: { id } }),
  })
  const photo = query.data
  return (
    <Page
      title={photo?.place ?? t.one}
      crumb={
        photo && (
          <>
            <Link to="/activities/$id" params={{ id: photo.activityId }}>
              {photo.unit.name}
            </Link>
            <span aria-hidden>›</span>
            <span>{t.one}</span>
          </>
        )
      }
      state={photo ? dayWords(photo.happenedOn) : ' '}
    >
      <Loaded query={query}>{(whole) => <Shown key={whole.id} photo={whole} />}</Loaded>
    </Page>
  )
}

const Shown = ({ photo }: { photo: Whole }) => {
  const t = useWords(photoWords)
  const may = useMay()('photo.blur')
  const cache = useQueryClient()
  const [regions, setRegions] = useState(photo.blurs)
  const save = useMutation({
    mutationFn: () => call(BlurPhoto, { params: { id: photo.id }, body: { regions } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keyOf(GetPhoto, photo.id) }),
  })
  const change = (next: Region[]) => {
    save.reset()
    setRegions(next)
  }
  return (
    <div className="photo-panes">
      <section className="panel" aria-labelledby="blur-title">
        <header>
          <h2 id="blur-title">{t.blur}</h2>
        </header>
        <div className="photo-box">
          {photo.withdrawal && <WithdrawnNote withdrawal={photo.withdrawal} />}
          {may && <p className="small">{t.blurHelp}</p>}
          <BlurTool
            source={fileOf(photo.id, 'preview')}
            width={photo.width}
            height={photo.height}
            regions={regions}
            onChange={may ? change : () => {}}
          />
          {may && (
            <div className="photo-buttons">
              <Button loading={save.isPending} onClick={() => save.mutate()}>
                {t.saveRegions}
              </Button>
              <Button
                variant="default"
                onClick={() => change([...regions, { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }])}
              >
                {t.addRegion}
              </Button>
              <Button variant="default" disabled={regions.length === 0} onClick={() => change([])}>
                {t.removeRegions}
              </Button>
            </div>
          )}
          <div role="status">{save.isSuccess && <p className="note ok">{t.regionsSaved}</p>}</div>
          {save.error && <Trouble error={save.error} />}
          <p className="judge-links">
            <a href={fileOf(photo.id, 'public')} target="_blank" rel="noreferrer">
              {t.seePublic}
            </a>
            <a href={fileOf(photo.id, 'original')} target="_blank" rel="noreferrer">
              {t.seeOriginal}
            </a>
          </p>
          <p className="meta">{t.publicHelp}</p>
        </div>
      </section>
      <section className="panel" aria-labelledby="pairs-title">
        <header>
          <h2 id="pairs-title">{t.pairs}</h2>
        </header>
        <div className="photo-box">
          <Reasons photo={photo} />
          {photo.pairs.length === 0 && <p className="small">{t.noPairs}</p>}
          {photo.pairs.map((pair) => (
            <PairView key={`${pair.kind}${pair.other?.id ?? pair.otherDay}`} photo={photo} pair={pair} />
          ))}
        </div>
      </section>
    </div>
  )
}
