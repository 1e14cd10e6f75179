import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Candidate } from '../../../engines/matching/index.ts'
import { ShownWishes, Wishes } from '../relay/index.ts'

const source = join(import.meta.dirname, '../../..')
const filesIn = (folder: string): string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => join(folder, name))

test('nothing that ranks, lists or shows people to a company reads what was volunteered', () => {
  const folders = [
    'engines/matching',
    ...['people', 'selection', 'pool', 'relay', 'matching', 'introductions', 'automations', 'insights'].map(
      (name) => `server/modules/${name}`,
    ),
    'console',
  ]
  const readers = folders
    .flatMap(filesIn)
    .filter((name) =>
      /impact_(answer|volunteered)|modules\/impact|\.\.\/impact\//.test(readFileSync(join(source, name), 'utf8')),
    )
  expect(readers).toEqual([])
})

test('the ranker’s candidate and the anonymous profile have no place for it', () => {
  type Holds<Key extends string> = Key extends keyof Candidate ? true : false
  const place: Record<'sex' | 'gender' | 'race' | 'ethnicity', false> = {
    sex: false satisfies Holds<'sex'>,
    gender: false satisfies Holds<'gender'>,
    race: false satisfies Holds<'race'>,
    ethnicity: false satisfies Holds<'ethnicity'>,
  }
  for (const key of Object.keys(place))
    for (const shape of [Wishes, ShownWishes]) expect(Object.keys(shape.shape)).not.toContain(key)
})
