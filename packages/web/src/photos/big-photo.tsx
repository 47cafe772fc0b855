/** One photo over the whole window; Space or Esc closes it again. */
import type { Photo } from '@loa/contract/photos'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/language.tsx'
import { photoWords } from '../words/photos.ts'
import { fileOf } from './file-of.ts'

export const BigPhoto = ({ photo, onClose }: { photo: Photo; onClose: () => void }) => {
  const t = useWords(photoWords)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="big-photo" onClose={onClose} aria-label={photo.place}>
      <img src={fileOf(photo.id, 'preview')} alt={photo.place} />
      <button type="button" onClick={() => dialog.current?.close()}>
        {t.closeBig}
      </button>
    </dialog>
  )
}
