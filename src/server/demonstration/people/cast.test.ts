import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fateOf, mailOf } from '../applying.ts'
import { employers, unregistered } from './cast.ts'
import { makePeople } from './people.ts'
import { chance } from './random.ts'

test('whom the README names as not registered is not selected by the first employer and so gets a letter', () => {
  const [first] = employers
  const people = makePeople(chance((first?.seed ?? 0) * 1000), first?.applicants ?? 0)
  const index = people.findIndex((person) => mailOf(person) === unregistered)
  expect(fateOf(index)).toMatch(/^REJECT_/)
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
  expect(readme.split(unregistered.replace(/@.*/, '')).length).toBe(3)
})
