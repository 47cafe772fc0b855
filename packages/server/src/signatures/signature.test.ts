import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../testing/problems.ts'
import { sealBox, signatureBox } from './place.ts'
import { seal, unseal } from './sealed-file.ts'
import { beginTry, checkDays, nextSigning, type SigningStand, type Tries } from './signature.ts'

const stand = (of: Partial<SigningStand>): SigningStand => ({
  signer: { id: 'quan', name: 'Quân' },
  signerHasKey: true,
  bodyHasKey: true,
  done: [],
  ...of,
})

test('the competent person signs, then the body; without a key of the person nothing is asked, and the body does not seal alone', () => {
  assert.equal(nextSigning('numbered', stand({})), 'e-sign')
  assert.equal(nextSigning('numbered', stand({ done: ['person'] })), 'seal')
  assert.equal(nextSigning('numbered', stand({ done: ['person'], bodyHasKey: false })), null)
  assert.equal(nextSigning('numbered', stand({ done: ['person', 'organisation'] })), null)
  assert.equal(nextSigning('numbered', stand({ signerHasKey: false })), null)
  assert.equal(nextSigning('signed', stand({})), null)
  // The key was taken away after the signature: it stands, and the seal still follows.
  assert.equal(nextSigning('numbered', stand({ signerHasKey: false, done: ['person'] })), 'seal')
})

test('the third try in a row locks for a quarter of an hour, then counting begins anew', async () => {
  const now = '2023-05-22T01:00:00.000Z'
  const third = [1, 2, 3].reduce<Tries>((tries) => beginTry(tries, now), { tries: 0, lockedUntil: null })
  assert.deepEqual(third, { tries: 3, lockedUntil: '2023-05-22T01:15:00.000Z' })
  await refused(() => beginTry(third, '2023-05-22T01:14:59Z'), 'signing-key.locked')
  assert.deepEqual(beginTry(third, '2023-05-22T01:15:00Z'), { tries: 1, lockedUntil: null })
})

test('a certificate signs on its days only', async () => {
  const days = { validFrom: '2023-01-01T00:00:00Z', validTo: '2024-01-01T00:00:00Z' }
  checkDays(days, '2023-01-01T00:00:00Z')
  await refused(() => checkDays(days, '2022-12-31T23:59:59Z'), 'signing-key.not-yet-valid')
  await refused(() => checkDays(days, '2024-01-01T00:00:01Z'), 'signing-key.expired')
})

test('the signature stands in the middle of its room, and the seal covers its left third', () => {
  const room = { page: 0, x: 300, y: 100, width: 250, height: 76 }
  const signature = signatureBox(room, { width: 480, height: 160 })
  assert.equal(signature.x + signature.width / 2, 425)
  assert.ok(signature.y >= room.y && signature.y + signature.height <= room.y + room.height)
  const over = sealBox(signature, { width: 400, height: 400 })
  assert.ok(Math.abs(over.x + over.width - (signature.x + signature.width / 3)) < 0.001)
  assert.ok(Math.abs(over.height - 102.05) < 0.01)
})

test('a key file opens for its owner in its installation only', () => {
  const sealed = seal('secret', 'person quan', Buffer.from('khóa'))
  assert.equal(unseal('secret', 'person quan', sealed)?.toString(), 'khóa')
  assert.equal(unseal('secret', 'person mai', sealed), null)
  assert.equal(unseal('other', 'person quan', sealed), null)
  assert.equal(unseal('secret', 'person quan', sealed.subarray(0, -1)), null)
})
