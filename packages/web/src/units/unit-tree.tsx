/** The tree of the day: opens branch by branch, one tab stop, the keys of an ARIA tree. */
import type { UnitNode } from '@loa/contract/units'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { dayWords, numberWords } from '../shell/format.ts'
import { Empty, Loaded } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { rowsOf, stepOf, type TreeRow, typedTo } from './tree-rows.ts'
import { branchQuery, useDay } from './use-units.ts'

/** @param path codes from the top down to the unit chosen, which are opened to show it */
export const UnitTree = ({ chosen, path }: { chosen: UnitNode; path: string[] }) => {
  const t = useWords(unitWords)
  const on = useDay()
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(path))
  const wanted = path.join(' ')
  useEffect(() => setOpen((before) => new Set([...before, ...wanted.split(' ')])), [wanted])

  const root = useQuery(branchQuery(on, null))
  const codes = [...open].filter((code) => code !== '')
  const below = useQueries({ queries: codes.map((code) => branchQuery(on, code)) })
  const branches = new Map<string | null, UnitNode[]>([[null, root.data ?? []]])
  for (const [index, code] of codes.entries()) branches.set(code, below[index]?.data ?? [])
  // Branches that open one after the other would push the rows below them: the tree is drawn when its path is there.
  const isReady = path.every((code) => !codes.includes(code) || below[codes.indexOf(code)]?.isFetched)

  return (
    <Loaded query={{ ...root, data: root.data && isReady ? root.data : undefined }}>
      {(top) =>
        top.length === 0 ? (
          <Empty title={t.emptyDay} help={t.emptyDayHelp} />
        ) : (
          <Rows
            rows={rowsOf(branches, open)}
            chosen={chosen}
            label={t.tree(dayWords(on))}
            onOpen={(code, isOpen) =>
              setOpen(
                (before) => new Set([...before].filter((each) => each !== code).concat(isOpen ? code : [])),
              )
            }
          />
        )
      }
    </Loaded>
  )
}

interface RowsProps {
  rows: TreeRow[]
  chosen: UnitNode
  label: string
  onOpen: (code: string, isOpen: boolean) => void
}

const Rows = ({ rows, chosen, label, onOpen }: RowsProps) => {
  const { language } = useLanguage()
  const [, change] = useFilter()
  const tree = useRef<HTMLDivElement>(null)
  const typed = useRef({ words: '', at: 0 })
  const [active, setActive] = useState(chosen.code)
  const at = rows.some(({ unit }) => unit.code === active) ? active : (rows[0]?.unit.code ?? '')

  // A unit chosen elsewhere, on the map or in a history, is where the tree goes on.
  useEffect(() => {
    setActive(chosen.code)
    tree.current
      ?.querySelector(`[data-code="${CSS.escape(chosen.code)}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [chosen.code])

  const goTo = (code: string) => {
    setActive(code)
    tree.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.focus()
  }
  const choose = (code: string) => {
    const unit = rows.find((row) => row.unit.code === code)?.unit
    if (unit) change({ unit: String(unit.id), pane: 'right' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepOf(rows, at, event.key)
    if (step) {
      event.preventDefault()
      if ('to' in step) goTo(step.to)
      else onOpen('open' in step ? step.open : step.close, 'open' in step)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(at)
    } else if (/^[\p{L}\d]$/u.test(event.key)) {
      // The letter is for the tree; `g` and others mean something else on the page.
      event.stopPropagation()
      const goesOn = event.timeStamp - typed.current.at < 700
      typed.current = { words: (goesOn ? typed.current.words : '') + event.key, at: event.timeStamp }
      const found = typedTo(rows, at, typed.current.words)
      if (found) goTo(found)
    }
  }
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const row = event.target.closest<HTMLElement>('[data-code]')
    const code = row?.dataset.code
    if (!row || code === undefined) return
    setActive(code)
    if (event.target.closest('.twist')) onOpen(code, row.ariaExpanded !== 'true')
    else choose(code)
  }

  return (
    <div
      role="tree"
      className="unit-tree"
      aria-label={label}
      ref={tree}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {rows.map(({ unit, level, position, size, isOpen }) => (
        <div
          key={unit.code}
          role="treeitem"
          aria-level={level}
          aria-posinset={position}
          aria-setsize={size}
          aria-expanded={unit.children > 0 ? isOpen : undefined}
          aria-selected={unit.id === chosen.id}
          tabIndex={unit.code === at ? 0 : -1}
          data-code={unit.code}
          style={{ paddingLeft: 8 + (level - 1) * 20 }}
        >
          <span className="twist" aria-hidden>
            {unit.children > 0 && (isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />)}
          </span>
          <span className="tree-name" lang="vi">
            {unit.fullName}
          </span>
          {unit.children > 0 && <span className="meta">{numberWords(language, unit.children)}</span>}
        </div>
      ))}
    </div>
  )
}
