/** @jsxImportSource preact */
/** Which page is open stands behind the `#`: Back works, and nothing needs a server. */
import { useEffect, useState } from 'preact/hooks'
import { BoxPage } from './box-page.tsx'
import { ConflictsPage } from './conflicts-page.tsx'
import { DraftPage } from './draft-page.tsx'
import { FacesPage } from './faces-page.tsx'
import { Home } from './home.tsx'
import { usePhone } from './phone.ts'

const boxes = ['doing', 'queue', 'sent', 'returned'] as const

export const App = () => {
  const phone = usePhone()
  const path = usePath()
  const [first = '', id = ''] = path.split('/')
  const box = boxes.find((name) => name === first)
  if (box) return <BoxPage phone={phone} box={box} />
  if (first === 'conflicts') return <ConflictsPage phone={phone} />
  if (first === 'sites') return <FacesPage phone={phone} dutyId={Number(id)} />
  const item = first === 'item' ? phone.items.find((each) => each.id === id) : undefined
  if (item) return <DraftPage key={item.id} phone={phone} item={item} />
  return <Home phone={phone} />
}

const pathNow = () => location.hash.replace(/^#\/?/, '')

const usePath = (): string => {
  const [path, setPath] = useState(pathNow)
  useEffect(() => {
    const hear = () => {
      setPath(pathNow())
      // A page is read from its top, by eyes and by a screen reader.
      window.scrollTo(0, 0)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus())
    }
    window.addEventListener('hashchange', hear)
    return () => window.removeEventListener('hashchange', hear)
  }, [])
  return path
}
