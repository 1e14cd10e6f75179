import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { columnsOf, inputFile } from './input.ts'

const folder = mkdtempSync(join(tmpdir(), 'tasuki-input-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const people = join(folder, 'people.csv')
writeFileSync(people, 'constructor,name,__proto__,mail\n1,Ann Lee,x,ann@mail.example\n2,Bo Mere,y,bo@mail.example\n')

test('columns called like what every object has are columns like others', async () => {
  const columns = columnsOf(await inputFile(people), {})
  expect(columns.map(({ role }) => typeof role)).toEqual(['string', 'string', 'string', 'string'])
  expect(columns[1]).toEqual({ header: 'name', role: 'name', by: 'HEADER' })
})
