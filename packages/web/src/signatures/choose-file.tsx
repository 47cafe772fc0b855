/** A file of a form, chosen by a button that says which. */
import { Button } from '@mantine/core'
import { useId, useRef } from 'react'
import { useWords } from '../words/language.tsx'
import { signatureWords } from '../words/signatures.ts'

export const ChooseFile = ({
  label,
  accept,
  file,
  trouble,
  onFile,
}: {
  label: string
  accept: string
  file: File | null
  trouble: string | null | undefined
  onFile: (file: File | null) => void
}) => {
  const t = useWords(signatureWords)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="choose-file">
      <span className="choose-label">{label}</span>
      <div className="key-acts">
        <Button
          size="xs"
          variant="default"
          aria-label={`${t.choose}: ${label}`}
          aria-describedby={id}
          onClick={() => input.current?.click()}
        >
          {t.choose}
        </Button>
        <span id={id} className={trouble ? 'field-trouble' : 'meta'} role="status">
          {trouble ?? file?.name ?? t.noFile}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
    </div>
  )
}

export const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
