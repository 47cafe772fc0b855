/** On the page there is one button, and behind it one question; loaded together, so that what is typed after the click is not lost. */
import type { Dispatch } from '@loa/contract/dispatches'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../words/language.tsx'
import { signingHeadWords } from '../words/signing-head.ts'
import { SignDialog } from './sign-dialog.tsx'
import type { Signing } from './signing.ts'

export const SignButton = ({
  dispatch,
  step,
  onDone,
}: {
  dispatch: Dispatch
  step: Signing
  onDone: (step: Signing) => void
}) => {
  const t = useWords(signingHeadWords)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="md" onClick={() => setIsOpen(true)}>
        {t.act[step]}
      </Button>
      {isOpen && (
        <SignDialog
          dispatch={dispatch}
          step={step}
          onClose={() => setIsOpen(false)}
          onDone={() => {
            setIsOpen(false)
            onDone(step)
          }}
        />
      )}
    </>
  )
}
