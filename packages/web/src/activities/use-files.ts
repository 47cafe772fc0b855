/** Files that show it and are no photos, on their way; each has a UUID of its own from the moment it is chosen. */
import type { Activity, AttachmentKind } from '@loa/contract/activities'
import { AddAttachment } from '@loa/contract/attachments'
import { useCallback, useRef, useState } from 'react'
import { call } from '../api.ts'

export interface ChosenFile {
  id: string
  file: File
  kind: AttachmentKind
  state: 'waiting' | 'sending' | 'received' | 'failed'
  error: unknown
}

export const useFiles = () => {
  const [files, setFiles] = useState<ChosenFile[]>([])
  // The list as it is now, for a sending that began some renders ago.
  const latest = useRef(files)
  const set = useCallback((change: (before: ChosenFile[]) => ChosenFile[]) => {
    latest.current = change(latest.current)
    setFiles(latest.current)
  }, [])
  const patch = (id: string, change: Partial<ChosenFile>) =>
    set((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each)))

  /** Sends what is not received yet; gives the activity after the last one received, and how many failed. */
  const sendAll = async (activityId: string) => {
    let activity: Activity | null = null
    let failed = 0
    for (const { id, file, kind } of latest.current.filter(({ state }) => state !== 'received')) {
      patch(id, { state: 'sending', error: null })
      try {
        activity = await call(AddAttachment, {
          params: { id: activityId, attachmentId: id },
          query: { name: file.name.slice(0, 255), kind },
          file,
        })
        patch(id, { state: 'received' })
      } catch (error) {
        patch(id, { state: 'failed', error })
        failed += 1
      }
    }
    return { activity, failed }
  }
  return {
    files,
    add: (chosen: File[], kind: AttachmentKind) =>
      set((all) => [
        ...all,
        ...chosen.map(
          (file): ChosenFile => ({
            id: crypto.randomUUID(),
            file,
            kind,
            state: 'waiting',
            error: null,
          }),
        ),
      ]),
    remove: (id: string) => set((all) => all.filter((each) => each.id !== id)),
    dropReceived: () => set((all) => all.filter(({ state }) => state !== 'received')),
    clear: () => set(() => []),
    sendAll,
  }
}
export type Files = ReturnType<typeof useFiles>
