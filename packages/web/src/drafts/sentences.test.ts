import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentTree } from '@loa/contract/documents'
import { sentencesOf, sentenceWith } from './sentences.ts'

const tree = {
  addressees: [],
  recipients: [],
  subject: 'tuyên truyền',
  body: [
    {
      kind: 'paragraph' as const,
      role: 'clause' as const,
      marker: '1.',
      runs: [{ text: 'Treo 12 pa nô. Gửi báo cáo trước ngày 30/5/2023; gửi ảnh kèm theo.' }],
      start: 0,
      end: 0,
    },
  ],
} as unknown as DocumentTree

test('a paragraph is cut where a sentence ends, not at a number or a date', () => {
  assert.deepEqual(
    sentencesOf(tree).map(({ text }) => text),
    ['tuyên truyền', '1. Treo 12 pa nô.', 'Gửi báo cáo trước ngày 30/5/2023; gửi ảnh kèm theo.'],
  )
})

test('selected words lead to their sentence; a letter or words of two sentences lead nowhere', () => {
  const sentences = sentencesOf(tree)
  assert.equal(sentenceWith(sentences, ' báo  cáo '), 2)
  assert.equal(sentenceWith(sentences, 'n'), null)
  assert.equal(sentenceWith(sentences, 'pa nô. Gửi'), null)
})
