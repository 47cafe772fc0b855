/** What is typed goes on top of what was kept meanwhile, by a colleague or by agreeing to a proposal. Pure. */
import type { TargetException, TargetRule } from '@loa/contract/targets'

export interface Draft {
  rules: TargetRule[]
  exceptions: TargetException[]
}

/** `from`: what was kept when the typing began; `to`: what is kept now. Cells that nobody typed follow what is kept. */
export const rebase = (draft: Draft, from: Draft, to: Draft): Draft => {
  const [typed, old, now] = [byCell(draft), byCell(from), byCell(to)]
  const cells = new Set([...now.keys(), ...typed.keys()])
  return {
    rules: isSame(draft.rules, from.rules) ? to.rules : draft.rules,
    exceptions: [...cells].flatMap((cell) => {
      const isTyped = !isSame(typed.get(cell), old.get(cell))
      const stands = isTyped ? typed.get(cell) : now.get(cell)
      return stands ? [stands] : []
    }),
  }
}

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const byCell = ({ exceptions }: Draft) =>
  new Map(exceptions.map((each) => [`${each.unitId} ${each.indicator}`, each]))
