/** The registers of a year as Appendix IV of Decree 30 has them, and the number series. */
import { GetRegisterFile, type RegisterKind } from '@loa/contract/registers'
import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { urlOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'
import { InBook } from './in-book.tsx'
import { NumberBook } from './number-book.tsx'
import { OutBook } from './out-book.tsx'
import '../dispatches/panes.css'
import './registers.css'

const books = ['out', 'in', 'handling', 'numbers'] as const
type Book = (typeof books)[number]

export const RegistersPage = () => {
  const t = useWords(registerWords)
  const [search, change] = useFilter()
  const book: Book = books.find((each) => each === search.book) ?? 'out'
  const now = Number(todayInVietnam().slice(0, 4))
  const year = Math.min(2100, Math.max(2000, Number(search.year) || now))
  const years = [...new Set([year, now - 2, now - 1, now])].sort()
  return (
    <Page title={t.title} crumb={<Link to="/dispatches">{t.dispatches}</Link>} state={t.lead} fill>
      <nav className="tabs" aria-label={t.books}>
        {books.map((each) => (
          <Link
            key={each}
            to="/registers"
            search={{ ...(search.year ? { year: search.year } : {}), book: each }}
            aria-current={each === book ? 'page' : undefined}
          >
            {t[each]}
          </Link>
        ))}
      </nav>
      <div className="registers-bar">
        <NativeSelect
          label={t.year}
          value={String(year)}
          onChange={(event) => change({ year: event.currentTarget.value })}
          data={years.map(String)}
        />
        {book !== 'numbers' && <Files book={book} year={year} series={search.series} />}
      </div>
      <div className="registers">
        {book === 'out' && <OutBook year={year} />}
        {(book === 'in' || book === 'handling') && (
          <InBook key={book} year={year} open={book === 'handling'} />
        )}
        {book === 'numbers' && <NumberBook key={year} year={year} />}
      </div>
    </Page>
  )
}

const Files = ({ book, year, series }: { book: RegisterKind; year: number; series: string | undefined }) => {
  const t = useWords(registerWords)
  return (
    <p className="registers-files">
      {(['pdf', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          href={urlOf(GetRegisterFile.path, { year, kind: book, format }, book === 'out' ? { series } : {})}
          download
        >
          {t[format]}
        </a>
      ))}
    </p>
  )
}
