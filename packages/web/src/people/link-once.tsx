/** The link that an administrator hands over. It is in this page only: Loa itself knows no more than its hash. */
import type { NewInvitation } from '@loa/contract/invitations'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { instantWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'

export const LinkOnce = ({ invitation }: { invitation: NewInvitation }) => {
  const t = useWords(peopleWords)
  const [isCopied, setCopied] = useState(false)
  const link = `${window.location.origin}/invitation#${invitation.token}`
  return (
    <div className="note ok" role="status">
      <div className="link-once">
        <b>{t.link}</b>
        <code>{link}</code>
        <span className="small">{t.linkHelp(instantWords(invitation.expiresAt))}</span>
        {/* Browsers give the clipboard to https and localhost only; elsewhere the link is there to be selected. */}
        {navigator.clipboard && (
          <div>
            <Button
              size="xs"
              variant="default"
              onClick={async () => {
                await navigator.clipboard.writeText(link)
                setCopied(true)
              }}
            >
              {isCopied ? t.copied : t.copy}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
