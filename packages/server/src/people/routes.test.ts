import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FirstRun, GetSession, ListExamplePeople, SignIn } from '@loa/contract/people'
import { workerWith } from '../in-process.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

test(
  'an example person is entered with one click, and works for the own unit',
  withApp(async ({ ha, lan }) => {
    const session = await ha.call(GetSession)
    assert.equal(session.person?.name, 'Phạm Thu Hà')
    assert.ok(session.acts.includes('plan.decide'))
    assert.equal((await lan.call(GetSession)).person?.unit.code, 'HD-291-TTVH')
  }),
)

test(
  'example people are not entered from another machine, nor through a proxy',
  withApp(async ({ app }) => {
    const response = await app.request('/api/session/example', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
      body: '{"personId":"ha"}',
    })
    assert.equal((await response.json()).code, 'session.example-off')
  }),
)

test(
  'a wrong password and an unknown e-mail get the same answer',
  withApp(async ({ app }) => {
    const stranger = workerWith(app, async () => '')
    for (const email of ['ha@vi-du.invalid', 'nobody@vi-du.invalid'])
      await refused(
        stranger.call(SignIn, { body: { email, password: 'wrong wrong wrong' } }),
        'session.wrong-password',
      )
  }),
)

test(
  'who guesses at one account is stopped after ten tries; a colleague behind the same address is not',
  withApp(async ({ app }) => {
    const stranger = workerWith(app, async () => '')
    const guess = (email: string) => stranger.call(SignIn, { body: { email, password: 'guess guess guess' } })
    for (let count = 0; count < 10; count++)
      await refused(guess('mai@vi-du.invalid'), 'session.wrong-password')
    await refused(guess('mai@vi-du.invalid'), 'request.too-many')
    await refused(guess('quan@vi-du.invalid'), 'session.wrong-password')
  }),
)

test(
  'every example person has a post and a unit',
  withApp(async ({ ha }) => {
    const { people } = await ha.call(ListExamplePeople)
    assert.equal(people.length, 56)
    for (const person of people)
      assert.ok(person.title && person.unit.fullName && person.roles.length > 0, person.name)
  }),
)

test(
  'the first run is over once somebody is there',
  withApp(async ({ app }) => {
    const stranger = workerWith(app, async () => '')
    await refused(
      stranger.call(FirstRun, {
        body: {
          unitName: 'Sở thử',
          place: 'Thử',
          symbol: 'ST',
          name: 'Người Thử',
          email: 'thu@example.vn',
          password: 'dài hơn mười',
        },
      }),
      'first-run.done',
    )
  }),
)
