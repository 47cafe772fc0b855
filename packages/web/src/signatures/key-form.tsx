import { keySizes, type NewSigningKey } from '@loa/contract/signatures'
import { Button, PasswordInput } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { signatureWords } from '../words/signatures.ts'

export type KeyGiven = NewSigningKey
/** Whose the key is. */
export type KeyOf = 'me' | 'seal'

export const KeyForm = ({
  of,
  save,
  onCancel,
}: {
  of: KeyOf
  save: UseMutationResult<unknown, Error, KeyGiven>
  onCancel: (() => void) | null
}) => {
  const t = useWords(signatureWords)
  const shell = useWords(shellWords)
  const [p12, setP12] = useState<File | null>(null)
  const [picture, setPicture] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const tooLarge = (file: File | null, limit: number, words: string) =>
    file && file.size > limit ? t.tooLarge(file.name, words) : null
  const troubles = [tooLarge(p12, keySizes.p12, '100 kB'), tooLarge(picture, keySizes.picture, '1 MB')]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!p12 || troubles.some(Boolean)) return
    save.mutate({ p12: await base64Of(p12), password, picture: picture && (await base64Of(picture)) })
  }
  return (
    <form onSubmit={submit}>
      <ChooseFile label={t.file} accept=".p12,.pfx" isNeeded trouble={troubles[0]} onFile={setP12} />
      <PasswordInput
        label={t.password}
        description={t.passwordHelp}
        autoComplete="off"
        required
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ChooseFile label={t.pictureFile[of]} accept="image/png" trouble={troubles[1]} onFile={setPicture} />
      <div className="key-acts">
        <Button type="submit" variant={onCancel ? 'outline' : 'default'} loading={save.isPending}>
          {t.save}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {shell.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}

const ChooseFile = ({
  label,
  accept,
  isNeeded = false,
  trouble,
  onFile,
}: {
  label: string
  accept: string
  isNeeded?: boolean
  trouble: string | null | undefined
  onFile: (file: File | null) => void
}) => {
  const id = useId()
  return (
    <div className="choose-file">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        required={isNeeded}
        aria-describedby={trouble ? `${id}-trouble` : undefined}
        aria-invalid={Boolean(trouble)}
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
      {trouble && (
        <p id={`${id}-trouble`} className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
