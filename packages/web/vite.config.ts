import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rollup } from 'vite'

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The server sends scripts, styles and the page of the field packed; they are packed once here, not on every request. */
const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    for (const folder of [join(dir, 'assets'), join(dir, 'field')])
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|html)$/.test(file))) {
        const bytes = readFileSync(join(folder, name))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: quality }))
      }
  },
})

/**
 * The field opens without network. Its style stands in its page, so that a weak network waits for one answer less; its worker
 * is told every file that the page may ask for, and a version that changes with any of them.
 */
const field = (): Plugin => ({
  name: 'field',
  transformIndexHtml: (html) => {
    const style = readFileSync(place('src/field/field.css'), 'utf8').replace(/\s+/g, ' ')
    return html.replace('<!-- style -->', `<style>${style}</style>`)
  },
  writeBundle({ dir = 'dist' }, bundle) {
    const files = [
      '/field/',
      '/favicon.svg',
      '/field/manifest.webmanifest',
      '/field/icon-192.png',
      ...filesOf(bundle, 'src/field/main.tsx').map((file) => `/${file}`),
    ]
    const hash = createHash('sha256').update(JSON.stringify(files))
    const version = hash
      .update(readFileSync(join(dir, 'field/index.html')))
      .digest('hex')
      .slice(0, 16)
    const worker = join(dir, 'field/worker.js')
    const text = readFileSync(worker, 'utf8')
    writeFileSync(
      worker,
      text.replaceAll('__FILES__', JSON.stringify(files)).replaceAll('__VERSION__', JSON.stringify(version)),
    )
  },
})

/** A page's script with all that it loads, at once or later: scripts, styles, and the letters that Vietnamese needs. */
const filesOf = (bundle: Rollup.OutputBundle, entry: string): string[] => {
  const found = new Set<string>()
  const add = (name: string): void => {
    const chunk = bundle[name]
    if (found.has(name) || chunk?.type !== 'chunk') return
    found.add(name)
    for (const file of chunk.viteMetadata?.importedCss ?? []) found.add(file)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) add(next)
  }
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('/field/index.html')) add(chunk.fileName)
  if (found.size === 0) throw new Error(`no ${entry} in the build`)
  const letters = Object.keys(bundle).filter((name) =>
    /be-vietnam-pro-(latin|vietnamese)-(400|600)-normal-.*\.woff2$/.test(name),
  )
  return [...found, ...letters].sort()
}

const { version } = JSON.parse(readFileSync(place('package.json'), 'utf8')) as { version: string }

export default defineConfig({
  plugins: [react(), field(), packed()],
  define: { __BUILD__: JSON.stringify(version) },
  // The browser sends and shows, the server checks: of a contract it needs method, path and types, not the schemas.
  resolve: { alias: { zod: place('src/no-schemas.ts') } },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: {
        main: place('index.html'),
        field: place('field/index.html'),
        worker: place('src/field/worker.ts'),
      },
      output: {
        // One name for good: a browser asks for it again by that name.
        entryFileNames: ({ name }) => (name === 'worker' ? 'field/worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
})
