/**
 * The worker of the field: keeps the app's own files, so that it opens without network. Data is none of its business: what a
 * person records lies in IndexedDB, untouched by any update. It never answers for `/api/`.
 */

/** Put in by the build: which files, and a name that changes with any of them. */
declare const __FILES__: string[]
declare const __VERSION__: string

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface Scope {
  addEventListener(kind: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(kind: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
const scope = self as unknown as Scope
const prefix = 'loa-field-'
const current = `${prefix}${__VERSION__}`

scope.addEventListener('install', (event) => {
  event.waitUntil(caches.open(current).then((cache) => cache.addAll(__FILES__)))
})

scope.addEventListener('activate', (event) => {
  const clean = caches
    .keys()
    .then((names) =>
      Promise.all(
        names
          .filter((each) => each.startsWith(prefix) && each !== current)
          .map((each) => caches.delete(each)),
      ),
    )
  event.waitUntil(clean.then(() => scope.clients.claim()))
})

scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') void scope.skipWaiting()
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  const isPage = request.mode === 'navigate' && pathname.startsWith('/field')
  if (isPage || __FILES__.includes(pathname))
    event.respondWith(
      caches
        .match(isPage ? '/field/' : pathname, { cacheName: current })
        .then((kept) => kept ?? fetch(request)),
    )
})

export {}
