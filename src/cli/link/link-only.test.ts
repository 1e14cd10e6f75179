import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { evaluate } from '../../engines/linkage/index.ts'
import { someApplicants } from '../../engines/linkage/testing.ts'
import { warningsOf } from './caps.ts'
import { clustersAt, linkFiles } from './link-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-link-only-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const linked = (files: Readonly<Record<string, readonly (readonly string[])[]>>, linkOnly = true) =>
  linkFiles({
    paths: Object.entries(files).map(([name, rows]) => {
      const path = join(folder, name)
      writeFileSync(path, rows.map((row) => row.join()).join('\n'))
      return path
    }),
    mapping: {},
    base: () => undefined,
    train: true,
    linkOnly,
    threshold: 0,
    onStage: () => {},
  })

/** Made-up applicants in three files, none of which holds a person twice; `persons` in the order of the files. */
function threeFiles(people: number) {
  const { table, persons } = someApplicants(people)
  const [header, ...rows] = table
  const nthOfPerson = persons.map((person, at) => at - persons.indexOf(person))
  const of = (nth: number) => rows.filter((_, at) => nthOfPerson[at] === nth)
  return {
    files: Object.fromEntries([0, 1, 2].map((nth) => [`part-${nth}.csv`, [header!, ...of(nth)]])),
    persons: [0, 1, 2].flatMap((nth) => persons.filter((_, at) => nthOfPerson[at] === nth)),
  }
}

test('people are found across files, and no two rows of one file are of one person at any threshold', async () => {
  const { files, persons } = threeFiles(700)
  const found = await linked(files)
  const rows = found.files.flatMap(({ oddities }, nth) => Array.from({ length: oddities.rows }, () => nth))
  for (const clusters of [found.clusters, clustersAt(found, -5)]) {
    const held = Array.from(clusters, (cluster, row) => `${cluster} ${rows[row]}`)
    expect(new Set(held).size).toBe(held.length)
  }
  for (let edge = 0; edge < found.edges.count; edge++)
    expect(rows[found.edges.one[edge]!]).not.toBe(rows[found.edges.other[edge]!])
  expect(evaluate(found.clusters, persons).pairs.f1).toBeGreaterThan(0.97)
})

test('rows alike within a file stay two people, and who could be either is neither', async () => {
  const { files } = threeFiles(300)
  const [header] = files['part-0.csv']!
  const twin = ['今川 焼子', 'イマガワ ヤキコ', '1990-02-03', 'yaki@twin.example', '09017654321']
  const single = ['伊能 測', 'イノウ ハカル', '1988-05-06', 'ino@map.example', '09012345678']
  const first = [...files['part-0.csv']!, twin, twin, single]
  const second = [header!, ...files['part-1.csv']!.slice(1), twin, single]
  const found = await linked({ 'left.csv': first, 'right.csv': second })
  const { clusters } = found
  expect(warningsOf(found).map(({ en }) => en)).toContainEqual(
    expect.stringMatching(/^Rows equal to an earlier one .*: 1\./),
  )
  const [twins, other] = [first.length - 4, first.length - 1 + second.length - 3]
  expect(new Set([clusters[twins], clusters[twins + 1], clusters[other]]).size).toBe(3)
  expect(clusters[other + 1]).toBe(clusters[twins + 2])
  const within = await linked({ 'left.csv': first, 'right.csv': second }, false)
  expect(within.clusters[twins]).toBe(within.clusters[twins + 1])
})

test('one file has nothing to be linked with', async () => {
  const { files } = threeFiles(20)
  await expect(linked({ 'alone.csv': files['part-0.csv']! })).rejects.toMatchObject({ code: 'cli.link-only-one-file' })
})

test('that no file holds anybody twice is learnt where nobody says so', async () => {
  const { files } = threeFiles(500)
  const sourceOf = async (linkOnly: boolean) =>
    (await linked(files, linkOnly)).model.comparisons.find(({ id }) => id === 'source')
  const [same, other] = (await sourceOf(false))!.levels
  expect(Math.log2(same!.m / same!.u)).toBeLessThan(-2)
  expect(other!.m).toBeGreaterThan(other!.u)
  expect(await sourceOf(true)).toBeUndefined()
})
