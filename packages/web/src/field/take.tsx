/** @jsxImportSource preact */
/** Opens the camera, or what the phone has in store. Where it is known how it looked last time, that lies over the camera. */
import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { t } from './language.ts'

export const Take = ({
  label,
  words = label,
  isCamera,
  isMain = false,
  ghost = null,
  onFiles,
}: {
  label: string
  /** What is to be read where the place around it says the rest. */
  words?: string
  isCamera: boolean
  isMain?: boolean
  /** The picture of last time. */
  ghost?: Blob | null
  onFiles: (files: File[]) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  const byPhone = () => input.current?.click()
  const take = async () => {
    // Without https there is no camera in a page; the phone's own is always there.
    if (!isCamera || !ghost || !navigator.mediaDevices?.getUserMedia) return byPhone()
    const { openCamera } = await import('./camera.ts')
    openCamera(ghost, t.camera, { onPhoto: (photo) => onFiles([photo]), onPhone: byPhone })
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        {...(isCamera ? { capture: 'environment' as const } : {})}
        aria-label={label}
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same photo may be chosen again after it was taken out.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <button type="button" class={isMain ? 'main-button' : 'button'} aria-label={label} onClick={take}>
        <Icon name="camera" />
        {words}
      </button>
    </>
  )
}
