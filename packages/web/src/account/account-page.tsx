import { GetAccount } from '@loa/contract/account'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { MyKey } from '../signatures/my-key.tsx'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/language.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactor } from './second-factor.tsx'
import { MySessions } from './sessions.tsx'
import './account.css'

/** How I sign in, and where I am signed in. */
export const AccountPage = () => {
  const t = useWords(accountWords)
  const query = useQuery({ queryKey: keyOf(GetAccount), queryFn: () => call(GetAccount) })
  return (
    <Page title={t.title} state={query.data ? t.lead(query.data.email) : ' '}>
      <Loaded query={query}>
        {(account) => (
          <div className="account">
            <MySessions account={account} />
            <PasswordForm account={account} />
            <SecondFactor account={account} />
            <Passkeys account={account} />
            <MyKey />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
