/** Somebody new in an office that commits: invited by Hà, with a password of their own. */
import { AcceptInvitation } from '@loa/contract/invitations'
import { EnterExample, GetSession, SignIn } from '@loa/contract/people'
import { InvitePerson } from '@loa/contract/roster'
import type { openOffice } from './office-server.ts'

export const password = 'một mật khẩu đủ dài'

export const hiringAt = async (office: Awaited<ReturnType<typeof openOffice>>) => {
  const ha = office.visitor()
  await ha.call(EnterExample, { body: { personId: 'ha' } })
  const unitId = (await ha.call(GetSession)).person?.unit.id ?? 0
  let count = 0
  /** Somebody new who has set the password by the link. */
  const newcomer = async () => {
    const email = `nguoi-${++count}@so.example.vn`
    const { id, invitation } = await ha.call(InvitePerson, {
      body: { name: `Người Thứ ${count}`, email, title: 'Chuyên viên', unitId, roles: ['officer'] },
    })
    await office.visitor().call(AcceptInvitation, { body: { token: invitation.token, password } })
    const signIn = async (visitor = office.visitor(), words = password) => {
      const session = await visitor.call(SignIn, { body: { email, password: words } })
      return { visitor, session }
    }
    return { id, email, signIn }
  }
  return { ha, unitId, newcomer }
}
