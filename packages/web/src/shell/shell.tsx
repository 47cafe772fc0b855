/** The top bar and the page below it; strangers are led to the sign-in page, an empty base to the first run. */

import { SignOut } from '@loa/contract/people'
import { Menu } from '@mantine/core'
import { IconChevronDown, IconMenu2 } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { call } from '../api.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { useGoKeys } from './go-keys.ts'
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
          <Menu>
            <Menu.Target>
              <button type="button" className="sections-menu icon-button" aria-label={t.menu}>
                <IconMenu2 size={20} aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {shown.map(([to, name]) => (
                <Menu.Item key={to} component={Link} to={to}>
                  {t.nav[name]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      <button type="button" className="language" onClick={() => choose(other)} lang={other}>
        {t.language}
      </button>
      {person && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className="me" aria-label={`${t.account}: ${person.name}`}>
              <span className="avatar" aria-hidden>
                {initials(person.name)}
              </span>
              <span className="me-words">
                <b>{person.name}</b>
                <span>{person.unit.name}</span>
              </span>
              <IconChevronDown size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{person.title || person.email}</Menu.Label>
            <Menu.Item component="a" href="/field/">
              {t.field}
            </Menu.Item>
            <Menu.Item component={Link} to="/account">
              {t.myAccount}
            </Menu.Item>
            {may('person.read') && (
              <Menu.Item component={Link} to="/people">
                {t.people}
              </Menu.Item>
            )}
            <Menu.Item component={Link} to="/log">
              {t.log}
            </Menu.Item>
            <Menu.Item onClick={signOut}>{t.signOut}</Menu.Item>
          </Menu.Dropdown>
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
