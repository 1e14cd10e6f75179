import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linkFiles } from './link-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-ages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What is compared of each row as its birth, of files by their names; rows alike in everything stand once. */
async function births(files: Readonly<Record<string, readonly string[]>>) {
  const paths = Object.entries(files).map(([name, rows]) => {
    const path = join(folder, name)
    writeFileSync(path, rows.join('\n'))
    return path
  })
  const { dataset } = await linkFiles({
    paths,
    mapping: {},
    base: () => undefined,
    train: false,
    threshold: 0,
    onStage: () => {},
  })
  return Object.fromEntries(
    dataset.columns
      .filter(({ id }) => id === 'age' || id === 'birthDate')
      .map(({ id, codes, numbers }) => [id, Array.from(codes, (code) => (code < 0 ? null : numbers[code]))]),
  )
}

const census = ['forename,surname,age,parish', 'Ann,Lee,31,Ashford', 'Joan,Mere,4,Ashford']

test('ages of files that say when they were written are years of birth', async () => {
  const later = ['forename,surname,age,parish', 'Ann,Lee,41,Ashford', 'Joan,Mere,14,Ashford']
  expect(await births({ 'census-1851.csv': census, 'census-1861.csv': later })).toEqual({
    age: [1820, 1847],
  })
  expect(await births({ 'census-1851.csv': census, 'again.csv': later })).toEqual({ age: [31, 4, 41, 14] })
})

test('ages are compared with the births that another file tells', async () => {
  const baptisms = ['forename,surname,date of birth,parish', 'Ann,Lee,1820-02-03,Ashford']
  expect(await births({ 'baptisms.csv': baptisms, 'census-1851.csv': census })).toEqual({
    birthDate: [18_200_203, 18_200_000, 18_470_000],
  })
})
