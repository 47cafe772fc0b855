/** The frame of a page: crumb, title, one sentence of state, one next action with its reason. */
import { type ReactNode, useEffect } from 'react'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { Trouble } from './trouble.tsx'

export interface PageProps {
  title: string
  crumb?: ReactNode
  /** One sentence of state under the title. */
  state?: ReactNode
  /** The one dark button of the page, with the reason beside it. */
  next?: { why: string; help?: string; action: ReactNode }
  /** The other pages of the same thing, as a row of links. */
  places?: ReactNode
  children: ReactNode
  /** Panes fill the height and scroll by themselves. */
  fill?: boolean
}

export const Page = ({ title, crumb, state, next, places, children, fill = false }: PageProps) => {
  useEffect(() => {
    document.title = `${title} · Loa`
  }, [title])
  return (
    <>
      <section className="page-head" aria-label={title}>
        <div className="page-head-words">
          {crumb && <div className="crumb">{crumb}</div>}
          <h1>{title}</h1>
          {state && <div className="page-state">{state}</div>}
        </div>
        {next && (
          <div className="next-step">
            <div className="next-why">
              <b>{next.why}</b>
              {next.help && <span>{next.help}</span>}
            </div>
            {next.action}
          </div>
        )}
        {places}
      </section>
      <main id="main" className={fill ? 'page-main fill' : 'page-main'} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** What a list or pane shows while its data is on the way, when it failed, and when it is there. */
export const Loaded = <T,>({
  query,
  children,
}: {
  query: { data: T | undefined; error: unknown; refetch: () => unknown }
  children: (data: T) => ReactNode
}) => {
  const t = useWords(shellWords)
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Trouble error={query.error} onRetry={() => query.refetch()} />
  return (
    <div className="loading" role="status">
      {t.loading}
    </div>
  )
}

/** An empty list says what to do next. */
export const Empty = ({ title, help, action }: { title: string; help: string; action?: ReactNode }) => (
  <div className="empty">
    <h2>{title}</h2>
    <p>{help}</p>
    {action}
  </div>
)
