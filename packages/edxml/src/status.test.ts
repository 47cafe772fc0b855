import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organOf } from './message.ts'
import { pack } from './pack.ts'
import { unpack } from './unpack.ts'

test('an answer with a state that nobody knows is no answer, and says so as an error', () => {
  const reply = pack({
    kind: 'status',
    from: organOf('H99.01', 'Xã Mẫu'),
    responseFor: { organId: 'H99', code: '05/SM', date: '2023-06-05', documentId: null },
    staff: null,
    statusCode: '03',
    description: null,
    at: '2023-06-05T08:00:00+07:00',
  })
  const xml = new TextDecoder().decode(reply).replace('>03<', '>00<')
  const { value, messages } = unpack(new TextEncoder().encode(xml))
  assert.equal(value, null)
  assert.deepEqual(
    messages.map(({ code, level }) => [code, level]),
    [['status.unknown', 'error']],
  )
})
