/** A remark on one sentence of a draft, or on the whole; words selected in the text choose their sentence. */
import type { Dispatch } from '@loa/contract/dispatches'
import { NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { remarkWords } from '../words/draft-remarks.ts'
import { useWords } from '../words/language.tsx'
import { RemarkForm } from './remark-form.tsx'
import { sentencesOf, sentenceWith } from './sentences.ts'

export const NewRemark = ({ dispatch, selected }: { dispatch: Dispatch; selected: string }) => {
  const t = useWords(remarkWords)
  const sentences = useMemo(() => sentencesOf(dispatch.tree), [dispatch.tree])
  const [chosen, setChosen] = useState('')
  useEffect(() => {
    const at = sentenceWith(sentences, selected)
    if (at !== null) setChosen(String(at))
  }, [sentences, selected])
  const sentence = chosen === '' ? null : sentences[Number(chosen)]
  return (
    <div className="remark-new">
      <NativeSelect
        size="xs"
        label={t.sentence}
        description={t.sentenceHelp}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: t.whole },
          ...sentences.map(({ field, text }, at) => ({
            value: String(at),
            label: `${t.fields[field]}: ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`,
          })),
        ]}
      />
      <RemarkForm
        dispatchId={dispatch.id}
        label={t.add}
        of={{ field: sentence?.field ?? null, quote: sentence?.text ?? '', replyTo: null }}
        onDone={() => setChosen('')}
      />
    </div>
  )
}
