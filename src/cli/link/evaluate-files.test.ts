import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { someApplicants } from '../../engines/linkage/testing.ts'
import { evaluateFiles } from './evaluate-files.ts'
import { linkFiles } from './link-files.ts'
import { writeClusters, writePairs } from './output.ts'
import { thresholds } from './thresholds.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-evaluate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
function file(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

test('clusters are measured by pairs and by cluster against who the rows are', async () => {
  const clusters = file('c.csv', 'file,row,cluster_id', 'a.csv,1,1', 'a.csv,2,1', 'a.csv,3,1', 'a.csv,4,4')
  const truth = file('t.csv', 'file,row,person', 'a.csv,1,p', 'a.csv,2,p', 'a.csv,3,q', 'a.csv,4,q')
  const [given, ...others] = await evaluateFiles({ clusters, truth })
  expect(others).toEqual([])
  // Of three pairs found (1-2, 1-3, 2-3) one is right, of two there are.
  expect(given).toMatchObject({ threshold: null, pairs: { precision: 1 / 3, recall: 1 / 2 } })
  expect(given!.pairs.f1).toBeCloseTo(0.4, 12)
  expect(given!.bCubed.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 12)
  expect(given!.bCubed.recall).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2) / 4, 12)
})

test('columns stand in any order, and a row that the clusters do not name stands alone', async () => {
  const clusters = file('c.csv', 'cluster_id,extra,row,file', '7,,1,a.csv', '7,,2,a.csv')
  const truth = file('t.csv', 'person,file,row', 'p,a.csv,1', 'p,a.csv,2', 'p,a.csv,3')
  const [given] = await evaluateFiles({ clusters, truth })
  expect(given!.pairs).toMatchObject({ precision: 1, recall: 1 / 3 })
})

test('a file without a column that is asked for, or of other rows, is refused', async () => {
  const clusters = file('c.csv', 'file,row,cluster_id', 'a.csv,1,1')
  const nameless = file('n.csv', 'file,row,who', 'a.csv,1,p')
  const elsewhere = file('e.csv', 'file,row,person', 'b.csv,1,p')
  await expect(evaluateFiles({ clusters, truth: nameless })).rejects.toMatchObject({
    code: 'cli.link-column-missing',
    detail: { file: 'n.csv', column: 'person' },
  })
  await expect(evaluateFiles({ clusters, truth: elsewhere })).rejects.toMatchObject({ code: 'cli.link-rows-unmatched' })
})

test('what a run wrote names every row once and is evaluated at every threshold, from what stands beside it or from its pairs', async () => {
  const { table, persons } = someApplicants(300)
  const [header, ...rows] = table
  const names = ['export, old.csv', 'new.csv']
  const parts = [rows.slice(0, 200), rows.slice(200)]
  const paths = names.map((name, nth) => file(name, ...[header!, ...parts[nth]!].map((row) => row.join())))
  const linked = await linkFiles({ paths, mapping: {}, base: () => undefined, train: true, threshold: 0, onStage: () => {} }) // prettier-ignore
  const [clusters, pairs] = [join(folder, 'clusters.csv'), join(folder, 'pairs.csv')]
  await writeClusters(clusters, linked)
  await writePairs(pairs, linked)
  const places = parts.flatMap((part, nth) => part.map((_, at) => `${['"export, old.csv"', 'new.csv'][nth]},${at + 1}`))
  const [head, ...written] = readFileSync(clusters, 'utf8').trim().split('\n')
  expect(head).toBe('file,row,cluster_id')
  expect(written.map((line) => line.replace(/,\d+$/, ''))).toEqual(places)
  expect(readFileSync(pairs, 'utf8')).toMatch(/^file_a,row_a,file_b,row_b,probability,family,given,/)
  const truth = file('truth.csv', 'file,row,person', ...places.map((place, at) => `${place},${persons[at]}`))
  const beside = await evaluateFiles({ clusters, truth })
  const anew = await evaluateFiles({ clusters, truth, pairs })
  for (const evaluated of [beside, anew]) {
    expect(evaluated.map(({ threshold }) => threshold)).toEqual([null, ...thresholds])
    const at = (wanted: number | null) => evaluated.find(({ threshold }) => threshold === wanted)!
    expect(at(null).pairs.f1).toBeGreaterThan(0.9)
    expect(at(0.9999).pairs.recall).toBeLessThanOrEqual(at(0.01).pairs.recall)
  }
  expect(beside.find(({ threshold }) => threshold === 0.5)).toMatchObject({ pairs: beside[0]!.pairs, bCubed: beside[0]!.bCubed }) // prettier-ignore
})

test('what was measured is told in a table, in the language asked for', () => {
  const clusters = file('c.csv', 'file,row,cluster_id', 'a.csv,1,1', 'a.csv,2,1')
  const truth = file('t.csv', 'file,row,person', 'a.csv,1,p', 'a.csv,2,q')
  const told = (lang: string) =>
    spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../../bin/tasuki.mjs'), 'link', 'evaluate', '--clusters', clusters, '--truth', truth, '--lang', lang],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder } },
    ).stdout // prettier-ignore
  expect(told('ja')).toContain('しきい値')
  expect(told('ja')).toContain('出力の通り        0.0000')
  const [head, line] = told('en').split('\n')
  expect(head!.trim().split(/  +/)).toEqual([
    'threshold',
    'precision',
    'recall',
    'F1',
    'B³ precision',
    'B³ recall',
    'B³ F1',
  ])
  expect(line!.trim().split(/  +/)).toEqual(['as written', '0.0000', '1.0000', '0.0000', '0.5000', '1.0000', '0.6667'])
})
