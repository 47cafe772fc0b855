/** One import by its number in the address: asked again while it works, so that the page may be left and come back to. */
import {
  ApplyUnitImport,
  DropUnitImport,
  GetUnitImport,
  StartCountryImport,
  StartUnitImport,
  UndoUnitImport,
  type UnitImport,
} from '@loa/contract/unit-imports'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../../api.ts'

const working: UnitImport['state'][] = ['reading', 'applying', 'undoing']
export const isWorking = ({ state }: UnitImport): boolean => working.includes(state)

export const useImport = (id: number | null, open: (id: number | null) => void) => {
  const cache = useQueryClient()
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null)
  const query = useQuery({
    queryKey: keyOf(GetUnitImport, id),
    queryFn: ({ signal }) => call(GetUnitImport, { params: { id: id ?? 0 }, signal }),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 700 : false),
  })
  const done = (found: UnitImport) => {
    cache.setQueryData(keyOf(GetUnitImport, found.id), found)
    return cache.invalidateQueries({ queryKey: keyOf(GetUnitImport).slice(0, 1) })
  }
  const send = useMutation({
    mutationFn: async (files: File[]) => {
      let found: UnitImport | null = null
      for (const file of files) {
        setSending({ name: file.name, share: 0 })
        const query: { name: string; import?: number } = { name: file.name }
        if (found) query.import = found.id
        const answer = await call(StartUnitImport, {
          query,
          file,
          onProgress: (share) => setSending({ name: file.name, share }),
        })
        found = answer.import
      }
      return found
    },
    onSettled: () => setSending(null),
    onSuccess: async (found) => {
      if (!found) return
      await done(found)
      open(found.id)
    },
  })
  const country = useMutation({
    mutationFn: () => call(StartCountryImport),
    onSuccess: async ({ import: found }) => {
      await done(found)
      open(found.id)
    },
  })
  const apply = useMutation({
    mutationFn: ({ found, act }: { found: UnitImport; act: string }) =>
      call(ApplyUnitImport, {
        params: { id: found.id },
        body: { digest: found.digest ?? '', leaveOut: problemsOf(found) > 0, act },
      }),
    onSuccess: done,
    // Somebody else may have been first: show how it stands now.
    onError: () => query.refetch(),
  })
  const undo = useMutation({
    mutationFn: ({ id: undone }: UnitImport) => call(UndoUnitImport, { params: { id: undone } }),
    onSuccess: done,
  })
  const drop = useMutation({
    mutationFn: ({ id: dropped }: UnitImport) => call(DropUnitImport, { params: { id: dropped } }),
    onSuccess: () => {
      open(null)
      return cache.invalidateQueries({ queryKey: keyOf(GetUnitImport).slice(0, 1) })
    },
  })
  return { query, sending, send, country, apply, undo, drop }
}
export type Importing = ReturnType<typeof useImport>

export const problemsOf = ({ summary }: UnitImport): number =>
  summary ? summary.rows.problem + summary.mappings.problem : 0

/** How many rows and successions would be written. */
export const changesOf = ({ summary }: UnitImport): number =>
  summary
    ? summary.rows.add +
      summary.rows.change +
      summary.rows.end +
      (Object.values(summary.successions).some((count) => count > 0) ? summary.mappings.add : 0)
    : 0
