/** @jsxImportSource preact */
/** Head with the way back, what the network does, the page, and the one thing to do under the thumb. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { t } from './language.ts'
import { Notices } from './notices.tsx'
import type { Phone } from './phone.ts'

export const Frame = ({
  phone,
  title,
  sub,
  children,
  foot,
}: {
  phone: Phone
  title: string
  sub: string
  children: ComponentChildren
  foot?: ComponentChildren
}) => {
  useEffect(() => {
    document.title = `${title} · Loa`
  }, [title])
  return (
    <>
      <header class="head">
        <a class="head-back" href="#/" aria-label={t.back}>
          <Icon name="back" />
        </a>
        <div class="head-words">
          <h1 tabIndex={-1}>{title}</h1>
          <span>{sub}</span>
        </div>
      </header>
      <Notices phone={phone} />
      <main class="boxes">{children}</main>
      {foot && <footer class="foot">{foot}</footer>}
    </>
  )
}
