/** The sum that every figure stands for, in numbers and words, with its bar. */
import type { Amounts } from '@loa/contract/figures'
import { IconCircle, IconCircleCheck, IconHelpOctagon, IconPencil } from '@tabler/icons-react'
import { Fragment } from 'react'
import { ProofBar } from '../shell/state.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { useNumbers } from './indicator-words.ts'

export const FigureSum = ({ amounts }: { amounts: Amounts }) => {
  const t = useWords(figureWords)
  const { number } = useNumbers()
  const parts = [
    ['proved', amounts.proved, t.proved, IconCircleCheck],
    ['claimed', amounts.claimed, t.claimed, IconCircle],
    ['doubted', amounts.doubted, t.doubted, IconHelpOctagon],
    // Only where something was put right: most figures are made of three parts.
    ...(amounts.corrected === 0 ? [] : [['corrected', amounts.corrected, t.corrected, IconPencil] as const]),
  ] as const
  return (
    <div>
      <div className="figure-sum">
        {parts.map(([name, value, words, Icon], index) => (
          <Fragment key={name}>
            {index > 0 && <Sign sign="+" words={t.plus} />}
            <span className={`figure-part ${name}`}>
              <b>{number(value)}</b>
              <span>
                <Icon size={13} aria-hidden /> {words}
              </span>
            </span>
          </Fragment>
        ))}
        <Sign sign="=" words={t.equals} />
        <span className="figure-part">
          <b>{number(amounts.declared)}</b>
          <span>{t.declared}</span>
        </span>
      </div>
      <ProofBar amounts={amounts} />
    </div>
  )
}

const Sign = ({ sign, words }: { sign: string; words: string }) => (
  <span className="figure-sign">
    <span aria-hidden>{sign}</span>
    <span className="for-readers">{words}</span>
  </span>
)
