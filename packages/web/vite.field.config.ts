/** The field is built by itself, after the office: one script, inside its page, so that a weak network waits for one answer. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type Rollup } from 'vite'
import { noSchemas, packed } from './vite.config.ts'

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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
    const page = join(dir, 'field/index.html')
    writeFileSync(page, inlined(readFileSync(page, 'utf8'), bundle))
    const files = [
      '/field/',
      '/favicon.svg',
      '/field/manifest.webmanifest',
      '/field/icon-192.png',
      ...filesOf(bundle).map((file) => `/${file}`),
    ]
    const hash = createHash('sha256').update(JSON.stringify(files))
    const version = hash.update(readFileSync(page)).digest('hex').slice(0, 16)
    const worker = join(dir, 'field/worker.js')
    const text = readFileSync(worker, 'utf8')
    writeFileSync(
      worker,
      text.replaceAll('__FILES__', JSON.stringify(files)).replaceAll('__VERSION__', JSON.stringify(version)),
    )
  },
})

/** The page with its script inside: on slow 3G an answer less is two seconds. The server's policy names the script by its hash. */
const inlined = (html: string, bundle: Rollup.OutputBundle): string =>
  html.replace(/<script type="module"[^>]* src="\/([^"]+)"><\/script>/, (_, file: string) => {
    const chunk = bundle[file]
    if (chunk?.type !== 'chunk' || chunk.code.includes('</script'))
      throw new Error(`${file} cannot stand in a page`)
    // What it loads later lies where the script would have lain.
    return `<script type="module">${chunk.code.replace(/\bimport\((["'`])\.\//g, 'import($1/assets/').trim()}</script>`
  })

/** A page's script with all that it loads, at once or later: scripts, styles, and the letters that Vietnamese needs. */
const filesOf = (bundle: Rollup.OutputBundle): string[] => {
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
  if (found.size === 0) throw new Error('no page of the field in the build')
  const letters = Object.keys(bundle).filter((name) =>
    /letters-.*\.css$|be-vietnam-pro-(latin|vietnamese)-(400|600)-normal-.*\.woff2$/.test(name),
  )
  return [...found, ...letters].filter((name) => !/field-[^/]*\.js$/.test(name)).sort()
}

const { version } = JSON.parse(readFileSync(place('package.json'), 'utf8')) as { version: string }

export default defineConfig({
  plugins: [field(), packed()],
  define: { __BUILD__: JSON.stringify(version) },
  resolve: { alias: noSchemas },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    copyPublicDir: false,
    rollupOptions: {
      input: { field: place('field/index.html'), worker: place('src/field/worker.ts') },
      output: {
        // One name for good: a browser asks for it again by that name.
        entryFileNames: ({ name }) => (name === 'worker' ? 'field/worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
})
