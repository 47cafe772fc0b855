/**
 * The pages of a dispatch with what was typed, asked for at each stroke: one request at a time, and of what was typed meanwhile only the
 * newest. Pages that did not change are not sent again.
 */
import { type Dispatch, PreviewDispatch } from '@loa/contract/dispatches'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'
import type { DraftChange } from './draft-fields.ts'

export interface DrawnPage {
  hash: string
  svg: string
}

export const useDrawnPages = (dispatch: Dispatch, change: DraftChange, isSeen: boolean) => {
  const { id, version } = dispatch
  const [pages, setPages] = useState<readonly DrawnPage[]>([])
  const [isDrawing, setIsDrawing] = useState(true)
  const [error, setError] = useState<unknown>(null)
  const held = useRef<readonly DrawnPage[]>([])
  const wanted = useRef<{ id: number; change: DraftChange } | null>(null)
  const running = useRef<AbortController | null>(null)

  const draw = useCallback(async () => {
    if (running.current) return
    const stop = new AbortController()
    running.current = stop
    setIsDrawing(true)
    try {
      while (wanted.current && !stop.signal.aborted) {
        const { id, change } = wanted.current
        wanted.current = null
        const answer = await call(PreviewDispatch, {
          params: { id },
          body: { change, have: held.current.map(({ hash }) => hash) },
          // It only looks.
          idempotencyKey: '',
          signal: stop.signal,
        })
        held.current = withKept(answer.pages, held.current)
        setPages(held.current)
        setError(null)
      }
    } catch (trouble) {
      if (!stop.signal.aborted) setError(trouble)
    } finally {
      if (running.current === stop) {
        running.current = null
        setIsDrawing(false)
      }
    }
  }, [])

  // Another version may have other words, though nothing was typed here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is a reason to draw anew
  useEffect(() => {
    if (!isSeen) return
    wanted.current = { id, change }
    void draw()
  }, [id, version, change, isSeen, draw])
  useEffect(
    () => () => {
      running.current?.abort()
      running.current = null
    },
    [],
  )
  const retry = () => {
    wanted.current = { id, change }
    void draw()
  }
  return { pages, isDrawing, error, retry }
}

/** A page that stayed as it is remains the same object, and is not painted again. */
const withKept = (
  answered: readonly { hash: string; svg: string | null }[],
  held: readonly DrawnPage[],
): DrawnPage[] => {
  const known = new Map(held.map((page) => [page.hash, page]))
  return answered.flatMap(({ hash, svg }) => {
    const page = svg === null ? known.get(hash) : { hash, svg }
    return page ? [page] : []
  })
}
