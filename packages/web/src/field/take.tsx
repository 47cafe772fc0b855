/** @jsxImportSource preact */
/** Opens the camera, or what the phone has in store. A picture of how it looked last time will lie over it once sites are known. */
import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

export const Take = ({
  label,
  isCamera,
  isMain = false,
  onFiles,
}: {
  label: string
  isCamera: boolean
  isMain?: boolean
  onFiles: (files: File[]) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
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
      <button type="button" class={isMain ? 'main-button' : 'button'} onClick={() => input.current?.click()}>
        <Icon name="camera" />
        {label}
      </button>
    </>
  )
}
