import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { shippedModels } from '../../engines/linkage/index.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'tasuki-mapping-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
writeFileSync(at('people.csv'), 'A,B\n佐藤 花子,hanako@mail.example\n佐藤 花子,hanako@mail.example\n')

function link(mapping: object, ...more: string[]) {
  writeFileSync(at('mapping.json'), JSON.stringify(mapping))
  return spawnSync(
    process.execPath,
    [join(root, 'bin/tasuki.mjs'), 'link', '--input', at('people.csv'), '--output', at('clusters.csv'), '--mapping', at('mapping.json'), ...more],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LANG: 'ja', DATA_DIR: folder } },
  ) // prettier-ignore
}

test('a role that there is not is named, with those that there are', () => {
  const { status, stderr } = link({ A: 'fullname' })
  expect(status).toBe(1)
  expect(stderr).toContain('見出し A に指定された「fullname」という役割はありません。使える役割: given, family, name,')
  expect(existsSync(at('clusters.csv'))).toBe(false)
})

test('a header that no file has is told', () => {
  const { status, stderr } = link({ A: 'name', Z: 'mail' })
  expect(status, stderr).toBe(0)
  expect(stderr).toContain('どのファイルにもないもの: Z。')
})

test('a model that there is not is refused with those that there are', () => {
  const { status, stderr } = link({ A: 'name' }, '--model', 'klingon')
  expect(status).toBe(1)
  expect(stderr).toContain(
    '「klingon」というモデルも、その名前のファイルもありません。使えるモデル: japanese, english。',
  )
})

test('a model that was changed by hand into an impossible one is refused before any work, with what and where', () => {
  const model = structuredClone(shippedModels.japanese)
  const nth = model.comparisons.findIndex(({ id }) => id === 'mail')
  model.comparisons[nth]!.levels.reverse()
  writeFileSync(at('model.json'), JSON.stringify(model))
  rmSync(at('clusters.csv'), { force: true })
  const { status, stderr } = link({ A: 'name' }, '--model', at('model.json'))
  expect(status).toBe(1)
  expect(stderr).toContain('exact, local, close, similar, different')
  expect(stderr).toContain(`comparisons[${nth}].levels`)
  expect(existsSync(at('clusters.csv'))).toBe(false)
})

test('what a file calls its columns moves no cursor of whoever reads about it', () => {
  writeFileSync(at('people.csv'), '\u001b[2J,mail\nx;y,\nz;y,\n')
  const warned = link({ '\u001b[2J': 'name' })
  expect(warned.stderr).toContain('mail')
  const refused = link({ '\u001b[2J': 'nobody' })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('\ufffd[2J')
  expect(warned.stdout + warned.stderr + refused.stderr).not.toContain('\u001b')
})

test('without files it says what to name, in the language asked for', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/tasuki.mjs'), 'link'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LANG: 'ja', DATA_DIR: folder },
  })
  expect(status).toBe(2)
  expect(stderr).toContain('--input に読み込むCSVを、--output に書き出し先を指定してください。')
})
