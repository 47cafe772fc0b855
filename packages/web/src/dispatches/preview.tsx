/** The pages as they will print, drawn anew at each letter; the old ones stay until then. */
import { type Dispatch, GetDispatchFile } from '@loa/contract/dispatches'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { urlOf } from '../api.ts'
import { FindingSigns } from '../findings/finding-signs.tsx'
import type { FindingsWork } from '../findings/use-findings.ts'
import { Trouble } from '../shell/trouble.tsx'
import { draftWords } from '../words/draft.ts'
import { useWords } from '../words/language.tsx'
import type { DraftChange } from './draft-fields.ts'
import { linksOf } from './page-links.ts'
import { pictureOf } from './page-picture.ts'
import { useChangedInView, useIsSeen } from './use-changed-in-view.ts'
import { useDrawnPages } from './use-drawn-pages.ts'

export const Preview = ({
  dispatch,
  change,
  onLink,
  findings,
}: {
  dispatch: Dispatch
  change: DraftChange
  /** Shown in the margins. */
  findings?: FindingsWork
  /** Figures on the page open here; without it they are only printed. */
  onLink?: (href: string) => void
}) => {
  const t = useWords(draftWords)
  const place = useRef<HTMLDivElement>(null)
  const isSeen = useIsSeen(place)
  const { pages, isDrawing, error, retry } = useDrawnPages(dispatch, change, isSeen)
  useChangedInView(place, pages, change)
  return (
    <>
      <div className="pane-head">
        <h2>{t.printed}</h2>
        <span>{t.decree}</span>
        <span role="status" className="meta">
          {pages.length > 0 ? t.pages(pages.length) : isDrawing ? t.drawing : ''}
        </span>
        <span className="far">
          <a href={urlOf(GetDispatchFile.path, { id: dispatch.id, kind: 'pdf' })} download>
            {t.pdf}
          </a>
          {' · '}
          <a href={urlOf(GetDispatchFile.path, { id: dispatch.id, kind: 'docx' })} download>
            {t.docx}
          </a>
        </span>
      </div>
      {error !== null && (
        <div className="preview-trouble">
          <Trouble error={error} onRetry={retry} />
        </div>
      )}
      <div className="printed" ref={place}>
        {pages.length === 0 && <div className="paper printed-page" />}
        {pages.map(({ svg }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place; the picture in it changes
          <PrintedPage key={index} svg={svg} alt={t.page(index + 1, pages.length)} onLink={onLink}>
            {findings && <FindingSigns work={findings} page={index + 1} />}
          </PrintedPage>
        ))}
      </div>
    </>
  )
}

/** One page as it prints. */
export const PrintedPage = ({
  svg,
  alt,
  onLink,
  children,
}: {
  svg: string
  alt: string
  onLink?: ((href: string) => void) | undefined
  /** What stands in its margins. */
  children?: ReactNode
}) => {
  const t = useWords(draftWords)
  const links = useMemo(() => linksOf(svg), [svg])
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([pictureOf(svg)], { type: 'image/svg+xml' }))
    setUrl(made)
    // The picture before stays on the screen until the new one is drawn.
    return () => {
      setTimeout(() => URL.revokeObjectURL(made), 5000)
    }
  }, [svg])
  const [, , width, height] = /viewBox="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1) ?? []
  return (
    <div className="paper printed-page" style={{ aspectRatio: `${width ?? 210} / ${height ?? 297}` }}>
      {url && <img src={url} alt={alt} />}
      {onLink &&
        links.map(({ href, left, top, width, height }, index) => (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: two links may lead to the same place; a link is its place
            key={index}
            className="page-link"
            href={href}
            style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              onLink?.(href)
            }}
          >
            <span>{t.openFigure}</span>
          </a>
        ))}
      {children}
    </div>
  )
}
