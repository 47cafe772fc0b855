import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { GetDispatch, ReturnDispatch, SaveDraft, SubmitDispatch } from '@loa/contract/dispatches'
import type { DocumentTree } from '@loa/contract/documents'
import {
  AddDraftComment,
  CompareDraftVersion,
  ListDraftComments,
  ListDraftVersions,
  SettleDraftComment,
} from '@loa/contract/drafts'
import { emptyTree } from '@loa/documents'
import fc from 'fast-check'
import { carryThrough, startCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'
import { draftChanges, readingOf } from './difference.ts'

const treeOf = (paragraphs: readonly string[], subject = 'A'): DocumentTree => ({
  ...emptyTree(),
  subject,
  body: paragraphs.map((text) => ({
    kind: 'paragraph',
    role: 'text',
    marker: null,
    runs: [{ text }],
    start: 0,
    end: 0,
  })),
})

test('a difference names the place and the words; what stayed is not said', () => {
  const before = treeOf(['Một hai ba.', 'Giữ nguyên.', 'Bỏ đi.'])
  const after = treeOf(['Một hai bốn.', 'Giữ nguyên.', 'Thêm vào cuối.'], 'B')
  const said = draftChanges(before, after).map(({ field, paragraph, parts }) => {
    const of = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [part.text] : [])).join('|')
    return [field, paragraph, of('removed'), of('added')]
  })
  assert.deepEqual(said.slice(0, 2), [
    ['subject', null, 'A', 'B'],
    ['body', 1, 'ba', 'bốn'],
  ])
  assert.deepEqual([said.length, said[2]?.slice(0, 2)], [3, ['body', 3]])
  assert.deepEqual(draftChanges(before, structuredClone(before)), [])
})

test('what a difference shows makes the newer text of the older one, for any two drafts', () => {
  const words = fc.array(fc.stringMatching(/^[a-zăâđêôơư ,.]{0,20}$/), { maxLength: 6 })
  fc.assert(
    fc.property(words, words, (left, right) => {
      const changes = draftChanges(treeOf(left), treeOf(right))
      for (const { paragraph, parts } of changes) {
        const after = parts.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('')
        const before = parts.flatMap(({ kind, text }) => (kind === 'added' ? [] : [text])).join('')
        if (paragraph !== null) assert.equal(after, right[paragraph - 1])
        assert.ok(before === '' || left.includes(before))
      }
      const said = new Set(changes.map(({ paragraph }) => paragraph))
      // Whatever is not named stands in both.
      for (const [index, text] of right.entries()) assert.ok(said.has(index + 1) || left.includes(text))
    }),
    { numRuns: 200 },
  )
})

test(
  'a head remarks on a sentence and gives the draft back; the drafter answers, changes it and is done; versions say what changed',
  withApp(async (app) => {
    const { draftId: id } = await startCampaign(app)
    const params = { id }
    let draft = await app.ha.call(GetDispatch, { params })
    assert.deepEqual(draft.waitsFor, null)
    draft = await app.ha.call(SubmitDispatch, { params, body: { version: draft.version } })
    assert.equal(draft.waitsFor?.act, 'dispatch.approve')
    assert.ok(
      draft.waitsFor?.people.includes(
        (await app.hung.call(GetDispatch, { params })).waitsFor?.people[0] ?? '',
      ),
    )

    const quote =
      readingOf(draft.tree)
        .split('\n')
        .find((line) => line.includes('lập kế hoạch')) ?? ''
    const commentId = randomUUID()
    const body = { field: 'body' as const, quote, words: 'Nêu rõ hạn gửi kế hoạch', replyTo: null }
    await app.hung.call(AddDraftComment, { params: { id, commentId }, body })
    const twice = await app.hung.call(AddDraftComment, { params: { id, commentId }, body })
    assert.deepEqual(
      twice.comments.map(({ words, moved, done }) => [words, moved, done]),
      [['Nêu rõ hạn gửi kế hoạch', false, null]],
    )
    await refused(
      () => app.lan.call(AddDraftComment, { params: { id, commentId: randomUUID() }, body }),
      'thing.not-found',
    )
    draft = await app.hung.call(ReturnDispatch, {
      params,
      body: { version: draft.version, reason: 'Xem góp ý' },
    })

    const change = {
      body: draft.tree.body.map((block) =>
        block.kind === 'paragraph' &&
        `${block.marker} ${block.runs.map(({ text }) => text).join('')}`.trim() === quote
          ? { ...block, runs: [{ text: 'Các cơ quan, đơn vị gửi kế hoạch trước ngày 30/5/2023.' }] }
          : block,
      ),
    }
    const saved = await app.ha.call(SaveDraft, { params, body: { version: draft.version, change } })
    const answer = { field: null, quote: '', words: 'Đã thêm hạn 30/5', replyTo: commentId }
    await app.ha.call(AddDraftComment, { params: { id, commentId: randomUUID() }, body: answer })
    const settled = await app.ha.call(SettleDraftComment, { params: { id, commentId }, body: { done: true } })
    assert.deepEqual(
      settled.comments.map(({ words, moved, done, replyTo }) => [words, moved, done !== null, replyTo]),
      [
        ['Nêu rõ hạn gửi kế hoạch', true, true, null],
        ['Đã thêm hạn 30/5', false, false, commentId],
      ],
    )
    await refused(
      () => app.quan.call(SettleDraftComment, { params: { id, commentId }, body: { done: false } }),
      'dispatch.comment-not-yours',
    )

    const { versions } = await app.hung.call(ListDraftVersions, { params })
    assert.deepEqual(
      versions.map(({ number }) => number),
      [saved.version, draft.version],
    )
    const { changes } = await app.hung.call(CompareDraftVersion, { params: { id, number: saved.version } })
    assert.equal(changes.length, 1)
    assert.match(
      changes[0]?.parts.map(({ kind, text }) => (kind === 'added' ? text : '')).join('') ?? '',
      /30\/5\/2023/,
    )
    const sinceThen = await app.hung.call(CompareDraftVersion, {
      params: { id, number: draft.version },
      query: { with: 'now' },
    })
    assert.deepEqual(sinceThen.changes, changes)

    await carryThrough(app, id)
    await refused(
      () => app.hung.call(AddDraftComment, { params: { id, commentId: randomUUID() }, body }),
      'dispatch.wrong-state',
    )
    // Who received it sees the dispatch, and nothing of how it was drafted.
    const seen = await app.lan.call(ListDraftComments, { params })
    assert.deepEqual([seen.comments, seen.mayAdd], [[], false])
    assert.deepEqual((await app.lan.call(ListDraftVersions, { params })).versions, [])
  }),
)
