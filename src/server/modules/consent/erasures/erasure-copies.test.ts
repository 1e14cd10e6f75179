import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Module } from '../../../kernel/module.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany } from '../../accounts/testing.ts'
import { consentModule, erasuresFile, eraseSubject, replayErasures } from '../index.ts'

let dataDir: string
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'tasuki-erasures-'))))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Stands in for the module that keeps people. */
const people: Module = { name: 'people', contributions: { erase: async () => {}, export: async () => ({}) } }

test('erasures noted after one whose writer was killed are done again, and lines that cannot be read are told last', async () => {
  const intents = consentModule.intents ?? []
  const installation = await testInstallation({ modules: [consentModule, people], intents })
  installation.config.dataDir = dataDir
  const company = await aCompany({ installation })
  const erase = async () => {
    const personId = newId()
    const subject = { id: newId(), personId, sourceRecordIds: [newId()], addresses: [] }
    await company.work((work) => eraseSubject(work, subject))
    await installation.settle(company.companyId)
    const text = await readFile(erasuresFile(installation), 'utf8')
    return text.split('\n').find((line) => line.includes(personId)) ?? ''
  }
  const first = await erase()
  const cut = first.slice(0, 100)
  await appendFile(erasuresFile(installation), cut)
  const second = await erase()
  expect((await readFile(erasuresFile(installation), 'utf8')).split('\n')).toEqual([first, cut, second, ''])
  const replay = (lines: string[]) => replayErasures(installation, lines.join('\n'))
  // What was cut off was written again as a whole.
  expect(await replay([cut, first, second])).toEqual({ erased: 0 })
  await expect(replay([cut, second])).rejects.toThrow('secret: 1')
  await expect(replay([first, 'no line of ours', second])).rejects.toThrow('secret: 2')
})
