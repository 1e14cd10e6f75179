import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'tasuki-older-node-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('started by an older Node, a file large enough for a thread is linked as well', () => {
  const input = join(folder, 'many.csv')
  const output = join(folder, 'clusters.csv')
  const rows = 400_000
  writeFileSync(input, `name,email,phone\n${'John Smith,j.smith@example.org,09012345678\n'.repeat(rows)}`)
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`
  const words = ['--import', `data:text/javascript,${encodeURIComponent(older)}`, join(root, 'bin/tasuki.mjs'), 'link']
  const { status, stderr } = spawnSync(process.execPath, [...words, '--input', input, '--output', output], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en', DATA_DIR: folder },
  })
  expect(status, stderr).toBe(0)
  expect(
    readFileSync(output, 'utf8')
      .split('\n', rows + 1)
      .at(-1),
  ).toBe(`many.csv,${rows},1`)
})
