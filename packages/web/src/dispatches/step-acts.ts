/** The steps of a dispatch as calls; whoever was slower is told and sees the new state. */
import {
  AdoptDispatch,
  ApproveDispatch,
  type Dispatch,
  GetDispatch,
  IssueDispatch,
  NumberDispatch,
  ReturnDispatch,
  SignDispatch,
  SubmitDispatch,
} from '@loa/contract/dispatches'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call, keyOf } from '../api.ts'

const contracts = {
  submit: SubmitDispatch,
  approve: ApproveDispatch,
  sign: SignDispatch,
  number: NumberDispatch,
  issue: IssueDispatch,
  adopt: AdoptDispatch,
}
export type Forward = keyof typeof contracts
export type StepCall = { step: Forward } | { step: 'return'; reason: string }

export const useStep = (dispatch: Dispatch) => {
  const cache = useQueryClient()
  const key = keyOf(GetDispatch, dispatch.id)
  return useMutation({
    mutationFn: (wanted: StepCall) => {
      const params = { id: dispatch.id }
      const { version } = dispatch
      if (wanted.step === 'return')
        return call(ReturnDispatch, { params, body: { version, reason: wanted.reason } })
      return call(contracts[wanted.step], { params, body: { version } })
    },
    onSuccess: async (stepped) => {
      cache.setQueryData(key, stepped)
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
export type StepWork = ReturnType<typeof useStep>

/** The one step forward that is open to this person now. */
export const forwardOf = (dispatch: Dispatch): Forward | undefined =>
  dispatch.next.find((step): step is Forward => step in contracts)
