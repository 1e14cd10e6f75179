import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linkFiles } from './link-files.ts'
import { writeClusters, writeModel, writePairs } from './output.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-output-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
writeFileSync(at('people.csv'), `name,mail\n${'Ann Lee,ann@mail.example\n'.repeat(2)}Bo Mere,bo@mail.example\n`)
const linked = await linkFiles({ paths: [at('people.csv')], mapping: {}, base: () => undefined, train: true, threshold: 0, onStage: () => {} }) // prettier-ignore

test('a run that cannot write to the end leaves what earlier ones wrote, and no half of its own', async () => {
  writeFileSync(at('old.csv'), 'of an earlier run')
  writeFileSync(at('old.thresholds.csv'), 'of an earlier run')
  const broken = new Error('the disk is full')
  const files = [...linked.files, ...linked.files].map((file, nth) => ({
    ...file,
    get firstRow(): number {
      if (nth === 0) return 0
      throw broken
    },
  }))
  await expect(writeClusters(at('old.csv'), { ...linked, files })).rejects.toBe(broken)
  for (const name of ['old.csv', 'old.thresholds.csv']) expect(readFileSync(at(name), 'utf8')).toBe('of an earlier run')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a disk that is full is told, with the file it had no room for', async () => {
  await expect(writePairs('/dev/full', linked)).rejects.toMatchObject({
    code: 'cli.link-disk-full',
    detail: { file: '/dev/full' },
  })
})

test('an output that is a link stays one, and what it leads to is written', async () => {
  writeFileSync(at('place.csv'), 'of an earlier run')
  symlinkSync(at('place.csv'), at('named.csv'))
  await writePairs(at('named.csv'), linked)
  expect(lstatSync(at('named.csv')).isSymbolicLink()).toBe(true)
  expect(readFileSync(at('place.csv'), 'utf8')).toMatch(/^file_a,row_a,/)
})

test('a model that is kept can be read again', async () => {
  await writeModel(at('model.json'), linked)
  expect(JSON.parse(readFileSync(at('model.json'), 'utf8'))).toEqual(linked.model)
  expect(existsSync(at('model.json.part'))).toBe(false)
})
