/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { store } from './phone.ts'

/** The small picture of a photo, from the phone's own store. */
export const Thumb = ({ id, alt }: { id: string; alt: string }) => {
  const [blob, setBlob] = useState<Blob | null>(null)
  useEffect(() => {
    let isGone = false
    store()
      .then((kept) => kept.thumb(id))
      .then((found) => !isGone && setBlob(found ?? null))
    return () => {
      isGone = true
    }
  }, [id])
  return <Picture blob={blob} alt={alt} />
}

export const Picture = ({ blob, alt }: { blob: Blob | null; alt: string }) => {
  const [url, setUrl] = useState('')
  useEffect(() => {
    if (!blob) return setUrl('')
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return <span class="thumb">{url && <img src={url} alt={alt} />}</span>
}
