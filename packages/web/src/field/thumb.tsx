/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { store } from './phone.ts'

/** The small picture of a photo, from the phone's own store. */
export const Thumb = ({ id, alt }: { id: string; alt: string }) => {
  const [url, setUrl] = useState('')
  useEffect(() => {
    let made = ''
    let isGone = false
    store()
      .then((kept) => kept.thumb(id))
      .then((blob) => {
        if (isGone || !blob) return
        made = URL.createObjectURL(blob)
        setUrl(made)
      })
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [id])
  return <span class="thumb">{url && <img src={url} alt={alt} />}</span>
}
