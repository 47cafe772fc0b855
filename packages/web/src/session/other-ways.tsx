/** The ways in beside the password: a passkey of this device, the provider that the office has set. */
import type { Session } from '@loa/contract/people'
import { AskPasskey, GivePasskey, GoToProvider } from '@loa/contract/sign-in'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { ApiProblem, call, urlOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { sessionWords } from '../words/session.ts'

export const OtherWays = ({
  session,
  to,
  onEntered,
}: {
  session: Session | undefined
  to: string
  onEntered: (session: Session) => void
}) => {
  const t = useWords(sessionWords)
  const enter = useMutation({
    mutationFn: async () => {
      const { startAuthentication } = await import('@simplewebauthn/browser')
      const { options } = await call(AskPasskey)
      const response = await startAuthentication({ optionsJSON: options as never })
      return call(GivePasskey, { body: { response: { ...response } } })
    },
    onSuccess: onEntered,
  })
  return (
    <>
      {session?.passkeys ? (
        <Button variant="default" size="md" onClick={() => enter.mutate()} loading={enter.isPending}>
          {t.passkey}
        </Button>
      ) : (
        <p className="meta">{t.passkeysNotHere}</p>
      )}
      {session?.provider && (
        <Button variant="default" size="md" component="a" href={urlOf(GoToProvider.path, {}, { to })}>
          {t.provider(session.provider)}
        </Button>
      )}
      {enter.error instanceof ApiProblem && <Trouble error={enter.error} />}
      {enter.error && !(enter.error instanceof ApiProblem) && (
        <p className="note ask" role="alert">
          {t.deviceFailed}
        </p>
      )}
    </>
  )
}
