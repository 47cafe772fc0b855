import { keySizes, type NewSigningKey } from '@loa/contract/signatures'
import { Button, PasswordInput } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { signatureWords } from '../words/signatures.ts'
import { base64Of, ChooseFile } from './choose-file.tsx'

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
  const [isMissing, setIsMissing] = useState(false)
  const [password, setPassword] = useState('')
  const tooLarge = (file: File | null, limit: number, words: string) =>
    file && file.size > limit ? t.tooLarge(file.name, words) : null
  const troubles = [tooLarge(p12, keySizes.p12, '100 kB'), tooLarge(picture, keySizes.picture, '1 MB')]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(!p12)
    if (!p12 || troubles.some(Boolean)) return
    save.mutate({ p12: await base64Of(p12), password, picture: picture && (await base64Of(picture)) })
  }
  return (
    <form onSubmit={submit}>
      <ChooseFile
        label={t.file}
        accept=".p12,.pfx"
        file={p12}
        trouble={isMissing && !p12 ? t.fileMissing : troubles[0]}
        onFile={setP12}
      />
      <PasswordInput
        label={t.password}
        description={t.passwordHelp}
        autoComplete="off"
        required
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ChooseFile
        label={t.pictureFile[of]}
        accept="image/png"
        file={picture}
        trouble={troubles[1]}
        onFile={setPicture}
      />
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
