/** Asks for the PIN and signs. */
import { type Dispatch, GetDispatch, GetDispatchFile } from '@loa/contract/dispatches'
import { ESignDispatch, SealDispatch } from '@loa/contract/signatures'
import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem, call, keyOf, urlOf } from '../api.ts'
import { useWords } from '../words/language.tsx'
import { signatureWords } from '../words/signatures.ts'
import { signingHeadWords } from '../words/signing-head.ts'
import type { Signing } from './signing.ts'
import { SigningTrouble } from './signing-trouble.tsx'
import './signatures.css'

const contracts = { 'e-sign': ESignDispatch, seal: SealDispatch }

interface SignDialogProps {
  dispatch: Dispatch
  step: Signing
  onClose: () => void
  onDone: () => void
}

export const SignDialog = ({ dispatch, step, onClose, onDone }: SignDialogProps) => {
  const t = useWords(signatureWords)
  const head = useWords(signingHeadWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const [pin, setPin] = useState('')
  const sign = useSigning(dispatch, step, onDone)
  const pinField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // The browser would choose the link above it.
    pinField.current?.focus()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sign.mutate({ pin, withoutTimestamp: false })
  }
  return (
    <dialog ref={dialog} className="sign-dialog" onClose={onClose} aria-labelledby="sign-title">
      <form onSubmit={submit}>
        <h2 id="sign-title">{t.actTitle[step]}</h2>
        <p className="small">{t.actLead[step]}</p>
        <p lang="vi">
          <b>{dispatch.code}</b> {dispatch.subject}
        </p>
        <a href={urlOf(GetDispatchFile.path, { id: dispatch.id, kind: 'pdf' })} download>
          {t.readFirst}
        </a>
        <PasswordInput
          label={t.pin}
          description={t.pinHelp[step]}
          autoComplete="off"
          required
          maxLength={200}
          ref={pinField}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        {sign.error && <SigningTrouble error={sign.error} />}
        {mayGoWithout(sign.error) && (
          <Button
            variant="default"
            loading={sign.isPending}
            onClick={() => sign.mutate({ pin, withoutTimestamp: true })}
          >
            {t.without}
          </Button>
        )}
        <div className="key-acts">
          <Button type="submit" loading={sign.isPending}>
            {head.act[step]}
          </Button>
          <Button variant="subtle" onClick={() => dialog.current?.close()}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

const useSigning = (dispatch: Dispatch, step: Signing, onDone: () => void) => {
  const cache = useQueryClient()
  const key = keyOf(GetDispatch, dispatch.id)
  return useMutation({
    mutationFn: (given: { pin: string; withoutTimestamp: boolean }) =>
      call(contracts[step], { params: { id: dispatch.id }, body: { version: dispatch.version, ...given } }),
    onSuccess: async (signed) => {
      onDone()
      cache.setQueryData(key, signed)
      await cache.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== key[1],
      })
    },
    onError: (error) => {
      if (error instanceof ApiProblem && ['thing.changed', 'dispatch.wrong-state'].includes(error.code))
        cache.invalidateQueries({ queryKey: key })
    },
  })
}

/** The settings leave it to the signer. */
const mayGoWithout = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  error.code === 'timestamp.unreachable' &&
  error.body.values?.required === 'no'
