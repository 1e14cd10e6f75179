import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { columnsOf, inputFile, mostColumns } from './input.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'tasuki-columns-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file of many columns of names and places, and one of addresses at its end. */
const file = join(folder, 'wide.csv')
const headers = Array.from({ length: 2_000 }, (_, at) => (at % 2 ? 'name' : 'city'))
const row = headers.map((header) => (header === 'name' ? 'Ann Lee' : 'Paris'))
writeFileSync(
  file,
  [
    [...headers, 'contact'],
    [...row, 'ann@mail.example'],
    [...row, 'ann@mail.example'],
  ].join('\n'),
)

test('of more columns than can be compared in bounded time only so many are, and it is told', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/tasuki.mjs'), 'link', '--input', file, '--output', join(folder, 'clusters.csv')],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LANG: 'en', DATA_DIR: folder }, timeout: 60_000 },
  )
  expect(status, stderr).toBe(0)
  expect(stderr).toContain(`that ${mostColumns} were compared and 1881 passed over`)
}, 70_000)

test('a column that the mapping names is compared however many there are', async () => {
  const columns = columnsOf(await inputFile(file), { contact: 'mail' })
  expect(columns.at(-1)).toEqual({ header: 'contact', role: 'mail', by: 'MAPPING' })
  expect(columns.filter(({ role }) => role !== 'ignore')).toHaveLength(mostColumns)
})
