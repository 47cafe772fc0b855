/** A panel of the person's page: a list, and a form that opens below it. */
import { Button } from '@mantine/core'
import { type ReactNode, Suspense, useId, useState } from 'react'

export const Section = ({
  title,
  count,
  open,
  form,
  children,
}: {
  title: string
  count: number
  /** Words of the button that opens the form; none for who may not. */
  open: string | null
  form: (close: () => void) => ReactNode
  children: ReactNode
}) => {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span className="count">{count}</span>
      </header>
      {children}
      {open !== null && (
        <div className="person-body">
          {isOpen ? (
            <Suspense>{form(() => setOpen(false))}</Suspense>
          ) : (
            <Button size="xs" variant="default" onClick={() => setOpen(true)}>
              {open}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
