/** @jsxImportSource preact */
/** The field: a page of its own, small enough for a weak network, that opens without any. */
import { render } from 'preact'
import { App } from './app.tsx'
import { keepGhosts } from './ghosts.ts'
import { install } from './install.ts'
import { language } from './language.ts'
import { wake } from './phone.ts'
import { lookAround, startSender } from './sender.ts'

const root = document.getElementById('root')
document.documentElement.lang = language
if (root) {
  root.textContent = ''
  render(<App />, root)
}
performance.mark('loa-first-screen')
startSender()
wake().then(lookAround).then(keepGhosts)
install()
// Letters of our own come after the first screen; until then the phone's are good enough.
import('./letters.ts')
