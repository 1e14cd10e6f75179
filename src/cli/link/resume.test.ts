import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { shippedModels } from '../../engines/linkage/index.ts'
import { someApplicants } from '../../engines/linkage/testing.ts'
import { keptWorkFolder, openKeptWork } from './kept-work.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'tasuki-resume-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const input = join(folder, 'people.csv')
writeFileSync(
  input,
  someApplicants(1800)
    .table.map((row) => row.join())
    .join('\n'),
)

const wordsFor = (name: string, ...more: string[]) => [
  join(root, 'bin/tasuki.mjs'), 'link', '--input', input, '--output', join(folder, `${name}.csv`),
  '--pairs', join(folder, `${name}-pairs.csv`), '--json', ...more,
] // prettier-ignore
const environment = { PATH: process.env['PATH'] ?? '', LANG: 'en', DATA_DIR: folder }

function link(name: string, ...more: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, wordsFor(name, ...more), {
    encoding: 'utf8',
    env: environment,
  })
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout) as { compared: number; resumed?: number }
}

const written = (name: string) =>
  [`${name}.csv`, `${name}-pairs.csv`].map((file) => readFileSync(join(folder, file), 'utf8'))

test('a run that was killed is taken up where it stood, with the answer of one that was not', async () => {
  const whole = link('whole')
  const kept = keptWorkFolder(join(folder, 'killed.csv'))
  const killed = spawn(process.execPath, wordsFor('killed', '--resume'), { env: environment, stdio: 'ignore' })
  const ended = once(killed, 'exit')
  const stretches = () => (existsSync(kept) ? readdirSync(kept).filter((file) => file.endsWith('.pairs')).length : 0)
  while (stretches() < 2 && killed.exitCode === null) await wait(2)
  killed.kill('SIGKILL')
  await ended
  expect(stretches()).toBeGreaterThanOrEqual(2)
  const { resumed, compared } = link('killed', '--resume')
  expect(resumed).toBeGreaterThanOrEqual(2)
  expect(compared).toBe(whole.compared)
  expect(written('killed')).toEqual(written('whole'))
  expect(existsSync(kept)).toBe(false)
})

test('nothing is taken from a run over other input, and nothing of others removed', async () => {
  const kept = join(folder, 'other.resume')
  const on = { paths: [input], version: '1', mapping: {}, model: null, train: true, linkOnly: false }
  const edges = { count: 1, one: Int32Array.of(1), other: Int32Array.of(2), weights: Float32Array.of(3.5) }
  const first = await openKeptWork(kept, on)
  first.keepStretch(4, { edges, compared: 9 })
  expect((await openKeptWork(kept, on)).stretch(4)).toEqual({ edges, compared: 9 })
  expect((await openKeptWork(kept, { ...on, mapping: { name: 'ignore' } })).found).toBe(0)
  writeFileSync(join(kept, 'notes.txt'), 'mine')
  ;(await openKeptWork(kept, on)).drop()
  expect(readdirSync(kept)).toEqual(['notes.txt'])
})

test('what the disk has spoilt of a run is worked out again', async () => {
  const kept = join(folder, 'spoilt.resume')
  const on = { paths: [input], version: '1', mapping: {}, model: null, train: true, linkOnly: false }
  const edges = { count: 2, one: Int32Array.of(1, 2), other: Int32Array.of(2, 3), weights: Float32Array.of(3.5, 4) }
  const first = await openKeptWork(kept, on)
  for (const nth of [0, 1, 2, 3]) first.keepStretch(nth, { edges, compared: 9 })
  first.keepModel(shippedModels.english)
  const spoil = (name: string, change: (bytes: Buffer) => Buffer) =>
    writeFileSync(join(kept, name), change(readFileSync(join(kept, name))))
  spoil('0.pairs', (bytes) => bytes.subarray(0, bytes.length - 5))
  spoil('1.pairs', () => Buffer.alloc(0))
  spoil('2.pairs', (bytes) => bytes.fill(255, 26, 27))
  const again = await openKeptWork(kept, on)
  expect([0, 1, 2].map((nth) => again.stretch(nth))).toEqual([null, null, null])
  expect(again.stretch(3)).toEqual({ edges, compared: 9 })
  expect(again.model).toEqual(shippedModels.english)
  spoil('model.json', (bytes) => Buffer.from(bytes.toString().replace('"m":0.', '"m":0.9')))
  expect((await openKeptWork(kept, on)).model).toBeNull()
  spoil('model.json', (bytes) => bytes.subarray(0, 40))
  expect((await openKeptWork(kept, on)).model).toBeNull()
})

test('a run that is refused leaves nothing behind', async () => {
  const { status } = spawnSync(process.execPath, wordsFor('refused', '--resume', '--link-only'), { env: environment })
  expect(status).toBe(1)
  expect(existsSync(keptWorkFolder(join(folder, 'refused.csv')))).toBe(false)
  const kept = join(folder, 'missing.resume')
  const on = {
    paths: [join(folder, 'missing.csv')],
    version: '1',
    mapping: {},
    model: null,
    train: true,
    linkOnly: false,
  }
  await expect(openKeptWork(kept, on)).rejects.toMatchObject({ code: 'cli.link-file-unreadable' })
  expect(existsSync(kept)).toBe(false)
})
