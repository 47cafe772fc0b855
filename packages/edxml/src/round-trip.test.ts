import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pack } from './pack.ts'
import { mangle, mangling } from './testing/mangle.ts'
import { anyMessage } from './testing/messages.ts'
import { unpack } from './unpack.ts'
import { zipOne } from './zip.ts'

test('what was packed is unpacked the same, zipped or not', () => {
  fc.assert(
    fc.property(anyMessage, fc.boolean(), (message, zip) => {
      const { value, messages, signature } = unpack(pack(message, { zip }))
      assert.deepEqual(value, message)
      assert.deepEqual(messages, [])
      assert.equal(signature.state, 'absent')
    }),
    { numRuns: 1000 },
  )
})

test('the same package written otherwise is unpacked to the same', () => {
  fc.assert(
    fc.property(anyMessage, fc.boolean(), mangling, (message, zip, how) => {
      const { value, messages } = unpack(mangle(pack(message, { zip }), how))
      assert.deepEqual(value, message)
      const harmless = ['xml.junk-before', 'xml.several-roots']
      assert.deepEqual(
        messages.filter(({ code }) => !harmless.includes(code)),
        [],
      )
    }),
    { numRuns: 1000 },
  )
})

test('a zip that was attached comes out as that zip, even one that holds a single file', () => {
  const zip = (name: string) => zipOne(name, new TextEncoder().encode('nội dung'))
  fc.assert(
    fc.property(
      anyMessage,
      fc.constantFrom('05.zip', '05.pdf', 'a'),
      fc.boolean(),
      (message, name, zipped) => {
        if (message.kind !== 'edoc') return
        const part = {
          id: 'z',
          name,
          description: null,
          contentType: 'application/octet-stream',
          bytes: zip(name),
        }
        const { value } = unpack(pack({ ...message, attachments: [part] }, { zip: zipped }))
        assert.deepEqual(value?.kind === 'edoc' && value.attachments, [part])
      },
    ),
    { numRuns: 50 },
  )
})

test('damaged bytes never make the reader throw', () => {
  fc.assert(
    fc.property(
      anyMessage,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.nat(),
      (message, changes, cut) => {
        const bytes = pack(message)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        const { value, messages } = unpack(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes)
        assert.ok(value !== null || messages.some(({ level }) => level === 'error'))
      },
    ),
    { numRuns: 1000 },
  )
})
