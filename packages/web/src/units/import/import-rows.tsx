/** The rows of an import as they stand in the files: what becomes of each, what is wrong, and how it is mended. */
import { type ImportRow, ListUnitImportRows, type UnitImport, verdicts } from '@loa/contract/unit-imports'
import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../../api.ts'
import { dayWords, numberWords } from '../../shell/format.ts'
import { MoreButton } from '../../shell/more.tsx'
import { Empty, Loaded } from '../../shell/page.tsx'
import { StateBadge, type Tone } from '../../shell/state.tsx'
import { useFilter } from '../../shell/use-filter.ts'
import { importProblemWords } from '../../words/import-problems.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { unitImportWords } from '../../words/unit-imports.ts'
import { useTypeWords } from './difference.tsx'

export const ImportRows = ({ found: { id, digest, files } }: { found: UnitImport }) => {
  const t = useWords(unitImportWords)
  const { language } = useLanguage()
  const typeWords = useTypeWords()
  const [search, change] = useFilter()
  const filter = {
    verdict: verdicts.find((verdict) => verdict === search.verdict),
    kind: search.kind === 'mapping' ? ('mapping' as const) : ('units' as const),
    type: search.type,
  }
  const list = useInfiniteQuery({
    queryKey: keyOf(ListUnitImportRows, id, digest, filter),
    queryFn: ({ pageParam, signal }) =>
      call(ListUnitImportRows, { params: { id }, query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  const count = (value: number) => numberWords(language, value)
  return (
    <section className="panel import-rows" aria-labelledby="import-rows">
      <header>
        <h2 id="import-rows">{t.rows}</h2>
        <NativeSelect
          aria-label={t.show}
          value={filter.kind === 'mapping' ? `mapping ${filter.verdict ?? ''}` : (filter.verdict ?? '')}
          onChange={({ currentTarget: { value } }) => {
            const [kind, verdict] = value.startsWith('mapping') ? value.split(' ') : ['', value]
            change({ kind: kind ?? '', verdict: verdict ?? '', type: null })
          }}
          data={[
            { value: '', label: t.all },
            ...verdicts.map((value) => ({ value, label: t.verdicts[value] })),
            { value: 'mapping ', label: t.mappings },
            ...(['add', 'same', 'problem'] as const).map((verdict) => ({
              value: `mapping ${verdict}`,
              label: `${t.mappings}: ${t.mappingVerdicts[verdict]}`,
            })),
          ]}
        />
        {filter.type && (
          <Button size="xs" variant="default" onClick={() => change({ type: null })}>
            {typeWords(filter.type)} ×
          </Button>
        )}
      </header>
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0)
            return (
              <Empty
                title={t.noRows}
                help={t.noRowsHelp}
                action={
                  <Link to="/units/import" search={{ import: String(id) }}>
                    {t.clear}
                  </Link>
                }
              />
            )
          return (
            <>
              <table className="table" aria-labelledby="import-rows">
                <thead>
                  <tr>
                    <th scope="col">{t.column.line}</th>
                    <th scope="col">{t.column.unit}</th>
                    <th scope="col">{t.column.days}</th>
                    <th scope="col">{t.column.verdict}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Row key={row.place} row={row} file={files.length > 1 ? row.file : null} />
                  ))}
                </tbody>
              </table>
              <footer>
                <span className="meta" role="status">
                  {t.shown(count(rows.length), count(pages[0]?.total ?? rows.length))}
                </span>
                <MoreButton list={list} />
              </footer>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

const tones: Record<NonNullable<ImportRow['verdict']>, Tone> = {
  add: 'ok',
  change: 'go',
  end: 'none',
  same: 'none',
  problem: 'bad',
}

const Row = ({ row, file }: { row: ImportRow; file: string | null }) => {
  const t = useWords(unitImportWords)
  const said = useWords(importProblemWords)[row.detail ?? '']
  const typeWords = useTypeWords()
  const verdict = row.verdict ?? 'same'
  return (
    <tr>
      <td className="import-line">
        {row.line}
        {file && <span className="meta">{file}</span>}
      </td>
      <td className="import-name">
        <span lang="vi">{row.kind === 'mapping' ? `${row.code} → ${row.fullName}` : row.fullName}</span>
        <span className="meta">
          {row.kind === 'mapping'
            ? t.shares[row.type]
            : [row.code, typeWords(row.type), row.parentCode].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className="import-days">
        {row.kind === 'units' && `${dayWords(row.validFrom) || t.from} – ${dayWords(row.validTo) || t.to}`}
      </td>
      <td className="import-verdict">
        <StateBadge tone={tones[verdict]}>{t.verdicts[verdict]}</StateBadge>
        {verdict === 'change' && row.about && <span className="small">{t.before(row.about)}</span>}
        {said && <span className="small">{said.what(withDays(row.about))}</span>}
        {said?.mend && verdict === 'problem' && <span className="small mend">{said.mend}</span>}
      </td>
    </tr>
  )
}

/** Days inside the words, as offices write them. */
const withDays = (text: string) => text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => dayWords(day))
