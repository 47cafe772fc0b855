/** The top bar and the page below it; strangers are led to the sign-in page, an empty base to the first run. */

import { SignOut } from '@loa/contract/people'
import { IconChevronDown, IconMenu2 } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call } from '../api.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { useGoKeys } from './go-keys.ts'
import { Menu, MenuAct, MenuLink } from './menu.tsx'
import { sessionQuery, useMay } from './session.ts'
import { Trouble } from './trouble.tsx'

const sections = [
  ['/', 'home'],
  ['/dispatches', 'dispatches'],
  ['/campaigns', 'campaigns'],
  ['/photos', 'photos'],
  ['/sites', 'sites'],
  ['/reports', 'reports'],
  ['/units', 'units'],
] as const

export const Shell = () => {
  const t = useWords(shellWords)
  const session = useQuery(sessionQuery)
  const { pathname, href } = useLocation()
  const navigate = useNavigate()
  const isOpen = pathname === '/sign-in' || pathname === '/first-run' || pathname === '/invitation'
  useEffect(() => {
    if (!session.data) return
    if (session.data.firstRun && pathname !== '/first-run') navigate({ to: '/first-run', replace: true })
    else if (!session.data.firstRun && !session.data.person && !isOpen)
      navigate({ to: '/sign-in', search: { to: href }, replace: true })
  }, [session.data, pathname, href, isOpen, navigate])
  useGoKeys()

  if (session.error && !session.data)
    return (
      <main id="main" className="page-main">
        <Trouble error={session.error} onRetry={() => session.refetch()} />
      </main>
    )
  if (!session.data || (!session.data.person && !isOpen)) return <div className="loading">{t.loading}</div>
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <TopBar />
      <Outlet />
    </>
  )
}

const TopBar = () => {
  const t = useWords(shellWords)
  const { language, choose } = useLanguage()
  const person = useQuery(sessionQuery).data?.person
  const may = useMay()
  const cache = useQueryClient()
  const shown = sections.filter(([, name]) => name !== 'photos' || may('activity.review'))
  const signOut = async () => {
    await call(SignOut)
    cache.clear()
    window.location.assign('/sign-in')
  }
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <header className="top-bar">
      <Link to="/" className="mark">
        <img src="/favicon.svg" alt="" width={24} height={24} />
        Loa
      </Link>
      {person && (
        <>
          <nav className="sections" aria-label={t.navLabel}>
            {shown.map(([to, name]) => (
              <Link key={to} to={to} activeOptions={{ exact: to === '/' }} activeProps={{ className: 'on' }}>
                {t.nav[name]}
              </Link>
            ))}
          </nav>
          <Menu
            className="sections-menu icon-button"
            label={t.menu}
            button={<IconMenu2 size={20} aria-hidden />}
          >
            {shown.map(([to, name]) => (
              <MenuLink key={to} to={to}>
                {t.nav[name]}
              </MenuLink>
            ))}
          </Menu>
        </>
      )}
      <button type="button" className="language" onClick={() => choose(other)} lang={other}>
        {t.language}
      </button>
      {person && (
        <Menu
          className="me"
          label={`${t.account}: ${person.name}`}
          button={
            <>
              <span className="avatar" aria-hidden>
                {initials(person.name)}
              </span>
              <span className="me-words">
                <b>{person.name}</b>
                <span>{person.unit.name}</span>
              </span>
              <IconChevronDown size={14} aria-hidden />
            </>
          }
        >
          <div className="menu-label">{person.title || person.email}</div>
          <MenuAct onAct={() => window.location.assign('/field/')}>{t.field}</MenuAct>
          <MenuLink to="/figures">{t.figures}</MenuLink>
          <MenuLink to="/account">{t.myAccount}</MenuLink>
          {may('person.read') && <MenuLink to="/people">{t.people}</MenuLink>}
          {may('seal-key.change') && <MenuLink to="/seal-key">{t.sealKey}</MenuLink>}
          <MenuLink to="/deliveries">{t.deliveries}</MenuLink>
          {may('exchange.read') && <MenuLink to="/exchanges">{t.exchanges}</MenuLink>}
          {may('indicator.change') && <MenuLink to="/indicators">{t.indicators}</MenuLink>}
          {may('holiday.change') && <MenuLink to="/holidays">{t.holidays}</MenuLink>}
          <MenuLink to="/log">{t.log}</MenuLink>
          <MenuAct onAct={signOut}>{t.signOut}</MenuAct>
        </Menu>
      )}
    </header>
  )
}

/** Phạm Thu Hà → TH: the last two words, as offices do. */
const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase()
