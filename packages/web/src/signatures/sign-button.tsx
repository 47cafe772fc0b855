/** On the page there is one button, and behind it one question. */
import type { Dispatch } from '@loa/contract/dispatches'
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { signatureWords } from '../words/signatures.ts'

const SignDialog = lazy(async () => ({ default: (await import('./sign-dialog.tsx')).SignDialog }))

export type Signing = NonNullable<Dispatch['awaits']>

export const SignButton = ({
  dispatch,
  step,
  onDone,
}: {
  dispatch: Dispatch
  step: Signing
  onDone: (step: Signing) => void
}) => {
  const t = useWords(signatureWords)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="md" onClick={() => setIsOpen(true)}>
        {t.act[step]}
      </Button>
      {isOpen && (
        <Suspense>
          <SignDialog
            dispatch={dispatch}
            step={step}
            onClose={() => setIsOpen(false)}
            onDone={() => {
              setIsOpen(false)
              onDone(step)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
