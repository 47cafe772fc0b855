import {
  GetMyKeyPlaces,
  GetMySigningKey,
  RemoveMySigningKey,
  SetMySigningKey,
  UseMyKeyPlace,
} from '@loa/contract/signatures'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { Loaded } from '../shell/page.tsx'
import { KeyPanel } from './key-panel.tsx'

/** Chữ ký số của tôi, on the account page. */
export const MyKey = () => {
  const queryKey = keyOf(GetMySigningKey)
  const query = useQuery({ queryKey, queryFn: () => call(GetMySigningKey) })
  return (
    <Loaded query={query}>
      {({ key }) => (
        <KeyPanel
          of="me"
          shown={key}
          queryKey={queryKey}
          set={(body) => call(SetMySigningKey, { body })}
          remove={() => call(RemoveMySigningKey)}
          places={(user) => call(GetMyKeyPlaces, { query: user ? { user } : {} })}
          usePlace={(body) => call(UseMyKeyPlace, { body })}
        />
      )}
    </Loaded>
  )
}
