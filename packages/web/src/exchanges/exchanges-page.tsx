/** Kết nối liên thông: how each way to the outside stands, what waits, what was refused, and what to do about it. */
import { ListConnections } from '@loa/contract/exchanges'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { exchangeWords } from '../words/exchanges.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { ConnectionForm } from './connection-form.tsx'
import { ConnectionPanel } from './connection-panel.tsx'
import './exchanges.css'

export const ExchangesPage = () => {
  const t = useWords(exchangeWords)
  const { language } = useLanguage()
  const [isAdding, setAdding] = useState(false)
  const query = useQuery({
    queryKey: keyOf(ListConnections),
    queryFn: () => call(ListConnections),
    refetchInterval: 15_000,
  })
  const rows = query.data?.rows ?? []
  const open = rows.reduce(
    (sum, { trouble, enabled, refused, unreadable }) =>
      sum + refused + unreadable + (enabled && trouble ? 1 : 0),
    0,
  )
  return (
    <Page
      title={t.title}
      crumb={<Link to="/">{t.home}</Link>}
      state={rows.length === 0 ? t.lead : open === 0 ? t.allWell : t.toDo(numberWords(language, open))}
      {...(query.data?.may.change && !isAdding
        ? {
            next: {
              why: t.addWhy,
              action: (
                <Button size="md" onClick={() => setAdding(true)}>
                  {t.add}
                </Button>
              ),
            },
          }
        : {})}
    >
      <div className="exchanges">
        <Loaded query={query}>
          {({ rows, folder, dropFolder, may }) => (
            <>
              {isAdding && (
                <section className="panel" aria-label={t.add}>
                  <header>
                    <h2>{t.add}</h2>
                  </header>
                  <ConnectionForm connection={null} onDone={() => setAdding(false)} />
                </section>
              )}
              {rows.length === 0 && !isAdding && (
                <Empty title={t.none} help={may.change ? t.noneHelp : `${t.noneHelp} ${t.noneAsk}`} />
              )}
              {rows.map((row) => (
                <ConnectionPanel key={row.id} connection={row} mayChange={may.change} />
              ))}
              {may.change && <p className="meta">{t.folders(folder, dropFolder)}</p>}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  )
}
