/**
 * `LOA_CORPUS=folder npm run accuracy`: reads the real dispatches of a corpus and prints its scorer's tables, for each quality
 * of text and each format of file. The folder holds score.mjs, dev/ (NAME.txt with NAME.json) and files-dev/ (NAME.docx, .doc
 * or .pdf with NAME.json); it is no part of this repository. docs/accuracy.md keeps the tables of the last run.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { ensureInstalled, fail, node, root } from './install.mjs'

const corpus = resolve(process.env.INIT_CWD ?? '.', process.env.LOA_CORPUS ?? '')
if (!process.env.LOA_CORPUS || !existsSync(join(corpus, 'score.mjs')))
  fail(
    'LOA_CORPUS must name the folder of real dispatches with their labels and score.mjs; nothing was measured.',
  )
ensureInstalled()

const work = mkdtempSync(join(tmpdir(), 'loa-accuracy-'))
try {
  const texts = join(corpus, 'dev')
  read(texts, ['.txt'], 'texts')
  for (const quality of ['clean', 'ocr']) score(`texts, ${quality}`, texts, 'texts', `--quality=${quality}`)
  score('texts, all', texts, 'texts')
  const files = join(corpus, 'files-dev')
  read(files, ['.docx', '.doc', '.pdf'], 'files')
  for (const format of ['docx', 'doc', 'pdf']) score(`files, ${format}`, only(files, format), 'files')
  score('files, all', files, 'files')
} finally {
  rmSync(work, { recursive: true })
}

/** Predictions of all files of a folder. */
function read(folder, endings, out) {
  const paths = readdirSync(folder)
    .filter((name) => endings.includes(extname(name)))
    .map((name) => join(folder, name))
  const command = [join(root, 'packages/cli/src/main.ts'), 'read', ...paths, '--out', join(work, out)]
  const { status } = spawnSync(node(), command, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) fail(`loa read ended with ${status}`)
}

/** The labels of one format, in a folder of their own. */
function only(folder, format) {
  const part = join(work, `labels-${format}`)
  mkdirSync(part)
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
    if (JSON.parse(readFileSync(join(folder, name), 'utf8')).format === format)
      copyFileSync(join(folder, name), join(part, name))
  return part
}

function score(title, labels, out, ...options) {
  const command = [join(corpus, 'score.mjs'), labels, join(work, out), ...options]
  const { stdout, stderr } = spawnSync(node(), command, { encoding: 'utf8' })
  console.log(`\n## ${title}\n\n\`\`\`\n${(stdout + stderr).trim()}\n\`\`\``)
}
