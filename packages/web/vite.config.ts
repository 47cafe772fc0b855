import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The server sends scripts, styles and the page of the field packed; they are packed once here, not on every request. */
export const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  writeBundle({ dir = 'dist' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(m?js|css)$|^field\/.*\.html$/.test(file))) {
      const bytes = readFileSync(join(dir, name))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params: quality }))
    }
  },
})

/** The browser sends and shows, the server checks: of a contract it needs method, path and types, not the schemas. */
export const noSchemas = { zod: fileURLToPath(new URL('src/no-schemas.ts', import.meta.url)) }

export default defineConfig({
  plugins: [react(), packed()],
  resolve: { alias: noSchemas },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // The first script names all others: a letter less of each hash is felt there.
      output: {
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4000' } },
})
