import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { columnsOf, inputFile } from './input.ts'
import { refuseOverwriting } from './overwriting.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-overwriting-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const people = join(folder, 'people.csv')
writeFileSync(people, 'constructor,name,__proto__,mail\n1,Ann Lee,x,ann@mail.example\n2,Bo Mere,y,bo@mail.example\n')
symlinkSync(people, join(folder, 'link.csv'))
const clusters = join(folder, 'clusters.csv')

test.each([
  ['its own name', people],
  ['a relative name', relative(process.cwd(), people)],
  ['a link', join(folder, 'link.csv')],
])('an input is not written over by %s', (_, output) => {
  expect(() => refuseOverwriting({ read: [people], written: [output] })).toThrow('cli.link-overwrites')
})

test('two outputs do not go into one file, but may both go nowhere', () => {
  expect(() => refuseOverwriting({ read: [people], written: [clusters, undefined, clusters] })).toThrow(
    'cli.link-overwrites',
  )
  refuseOverwriting({ read: [people], written: [clusters, join(folder, 'pairs.csv'), '/dev/null', '/dev/null'] })
})

test('columns called like what every object has are columns like others', async () => {
  const columns = columnsOf(await inputFile(people), {})
  expect(columns.map(({ role }) => typeof role)).toEqual(['string', 'string', 'string', 'string'])
  expect(columns[1]).toEqual({ header: 'name', role: 'name', by: 'HEADER' })
})
