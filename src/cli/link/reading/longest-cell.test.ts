import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linkFiles } from '../link-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-longest-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Quotes within quotes are read as text, and UTF-16 is, in one pass.
test.each([
  ['bytes', 'utf8', ''],
  ['text', 'utf8', '"said ""so"""'],
  ['one pass', 'utf16le', ''],
] as const)('a name of millions of letters stops no run, read as %s', async (_, encoding, note) => {
  const rows = [
    'name,mail,note',
    `${'佐藤'.repeat(2_000_000)},long@mail.example,${note}`,
    `${'Ann Lee '.repeat(200_000)},other@mail.example,${note}`,
    `Ann Lee,ann@mail.example,${note}`,
    `Ann  Lee,ann@mail.example,${note}`,
  ]
  const path = join(folder, `${encoding}${note.length}.csv`)
  writeFileSync(path, `${encoding === 'utf16le' ? '\uFEFF' : ''}${rows.join('\n')}\n`, encoding)
  const { clusters } = await linkFiles({
    paths: [path],
    mapping: {},
    base: () => undefined,
    train: true,
    threshold: 0,
    onStage: () => {},
  })
  expect([...clusters]).toEqual([0, 1, 2, 2])
})
