/** Guards of the house: arrows run one way, and no circle closes. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const packages = join(import.meta.dirname, '../..')

const files = readdirSync(packages, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z]+\/src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path))
  .sort()

/** Imports of each file, as paths below packages/ or names of packages. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(join(packages, file), 'utf8')
    const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
      name.startsWith('.') ? relative(packages, resolve(packages, dirname(file), name)) : name,
    )
    return [file, found]
  }),
)
const importsOf = (file: string) => imports.get(file) ?? []

const noImport = (from: RegExp, to: RegExp) =>
  files
    .filter((file) => from.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => to.test(name))
        .map((name) => `${file} → ${name}`),
    )

test('the pure packages and the contract import nothing of Loa but each other, one way', () => {
  assert.deepEqual(noImport(/^documents\//, /^@loa\//), [])
  assert.deepEqual(noImport(/^edxml\//, /^@loa\//), [])
  assert.deepEqual(noImport(/^contract\//, /^@loa\//), [])
  assert.deepEqual(noImport(/^field\//, /^@loa\/(?!contract\/)/), [])
})

test('the web never imports the server, nor the libraries that read and write documents', () => {
  assert.deepEqual(noImport(/^web\//, /^@loa\/(server|documents|edxml|cli)/), [])
})

test('a feature may use the queries of another, never its routes', () => {
  const features = /^server\/src\/(?!routes\.ts|example\.ts)[a-z-]+\/[a-z-]+\.ts$/
  const routeFile = /^server\/src\/[a-z-]+\/(?:[a-z]+-)?routes\.ts$/
  const across = files
    .filter((file) => features.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => routeFile.test(name) && dirname(name) !== dirname(file))
        .map((name) => `${file} → ${name}`),
    )
  assert.deepEqual(across, [])
})

test('rules are pure: no database, no network, no clock', () => {
  const rules = files.filter((file) =>
    /^server\/src\/[\w-]+\/(dispatch|delivery|duty|round|expected-report|activity|evidence|campaign|report|succession|succession-tree|address-group|area-kind|contact|actor|appointment|delegation|invitation|leave|person|why|checks|total|rollover|bag|weeks|holiday|working-days|reminder|send-time|mail|intake|gaps|passages|annexes|chart|signature|place|reception|retry|recall|letter)\.ts$/.test(
      file,
    ),
  )
  assert.equal(rules.length, 43)
  for (const file of rules) {
    assert.deepEqual(
      importsOf(file).filter(
        (name) => /queries|database|http\/|^pg$|^node:/.test(name) && !/units\/queries/.test(name),
      ),
      [],
      file,
    )
    assert.doesNotMatch(
      readFileSync(join(packages, file), 'utf8'),
      /Date\.now|new Date\(\)|Temporal\.Now|Math\.random/,
      file,
    )
  }
})

test('no circle of imports closes', () => {
  const done = new Set<string>()
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) assert.fail(`circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
    if (done.has(file)) return
    for (const name of importsOf(file)) if (imports.has(name)) walk(name, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
})

test('no folder is called utils, helpers or common', () => {
  assert.deepEqual(
    files.filter((file) => /\/(utils?|helpers?|common|misc)[/.]/.test(file)),
    [],
  )
})
