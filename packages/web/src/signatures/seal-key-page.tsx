import {
  GetSealKey,
  GetSealKeyPlaces,
  RemoveSealKey,
  SetSealKey,
  UseSealKeyPlace,
} from '@loa/contract/signatures'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useWords } from '../words/language.tsx'
import { signatureWords } from '../words/signatures.ts'
import { KeyPanel } from './key-panel.tsx'
import '../account/account.css'

/** Chữ ký số của cơ quan: kept by administrator and clerk. */
export const SealKeyPage = () => {
  const t = useWords(signatureWords)
  const queryKey = keyOf(GetSealKey)
  const query = useQuery({ queryKey, queryFn: () => call(GetSealKey) })
  return (
    <Page
      title={t.seal}
      crumb={<Link to="/">{t.home}</Link>}
      state={query.data ? <span lang="vi">{t.sealLead(query.data.unit)}</span> : ' '}
    >
      <Loaded query={query}>
        {({ key }) => (
          <div className="account">
            <KeyPanel
              of="seal"
              shown={key}
              queryKey={queryKey}
              set={(body) => call(SetSealKey, { body })}
              remove={() => call(RemoveSealKey)}
              places={(user) => call(GetSealKeyPlaces, { query: user ? { user } : {} })}
              usePlace={(body) => call(UseSealKeyPlace, { body })}
            />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
