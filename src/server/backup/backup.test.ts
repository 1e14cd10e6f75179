import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { copyTemplate, type TestDatabase } from '../../../tests/database.ts'
import { wiring } from '../app.ts'
import { readConfig } from '../kernel/config.ts'
import { openDatabases } from '../kernel/database.ts'
import { newId } from '../kernel/ids.ts'
import { drain } from '../kernel/intents.ts'
import { testInstallation, type TestInstallation } from '../kernel/testing.ts'
import { inCompany } from '../kernel/work.ts'
import { aCompany } from '../modules/accounts/testing.ts'
import { eraseSubject, erasuresFile, replayErasures, subjectOf } from '../modules/consent/index.ts'
import { filesOf, keepFile, prepareFile, wholeFile } from '../modules/files/index.ts'
import { person } from '../modules/people/index.ts'
import { aPerson } from '../modules/people/testing.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

let folder: string
let source: TestDatabase
let target: TestDatabase
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tasuki-backup-'))
  source = await copyTemplate(inject('database'), 'backup_source')
  target = await copyTemplate(inject('database'), 'backup_target')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The program over one of the two databases. */
async function over(database: TestDatabase): Promise<TestInstallation> {
  const installation = await testInstallation(wiring)
  installation.config.dataDir = folder
  return { ...installation, databases: openDatabases({ url: database.appUrl, size: 4 }), databaseUrls: database }
}

const counts = async (url: string, table: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  await client.end()
  return rows[0]?.count ?? 0
}

describe('a backup', () => {
  test('is taken as the owner past the fences, restored whole, and stays erased', async () => {
    const installation = await over(source)
    const company = await aCompany({ installation })
    const kept = await aPerson(company, { name: '保存 花子', email: 'hanako@kept.example', note: 'a\tb\\n"c"\n改行' })
    const gone = await aPerson(company, { name: '消去 太郎', email: 'taro@gone.example' })
    const { config } = installation
    const resume = Buffer.from('購買を五年担当しました')
    for (const { personId } of [kept, gone]) {
      const prepared = await prepareFile({ name: '経歴.txt', bytes: resume, of: 'test' })
      await inCompany(installation, company, (work) =>
        keepFile(work, { id: newId(), personId, givenBy: 'PERSON', file: prepared }),
      )
    }
    const file = join(folder, 'whole.backup')
    const told = await backup({ ownerUrl: source.ownerUrl, config, program: 'test', file })
    expect(told.rows).toBeGreaterThan(5)

    // Erased after the backup was taken: the copy outside of the database is what remembers.
    const subject = await inCompany(installation, company, (work) => subjectOf(work, gone.personId))
    if (!subject) throw new Error('the person is unknown')
    await inCompany(installation, company, (work) => eraseSubject(work, { ...subject, id: newId() }))
    await drain(installation, { realmIds: [company.companyId] })
    expect(await readFile(erasuresFile(installation), 'utf8')).toContain(gone.personId)

    await restore({ ownerUrl: target.ownerUrl, config, file })
    const restored = await over(target)
    const read = (id: string) => inCompany(restored, company, (work) => person(work, id))
    expect((await read(kept.personId)).fields.note?.value).toBe(
      (await inCompany(installation, company, (work) => person(work, kept.personId))).fields.note?.value,
    )
    expect((await read(gone.personId)).state).toBe('ACTIVE')
    const held = ({ personId }: { personId: string }) => inCompany(restored, company, (work) => filesOf(work, personId))
    expect([await held(kept), await held(gone)].map(({ length }) => length)).toEqual([1, 1])
    expect(await replayErasures(restored)).toEqual({ erased: 1 })
    expect((await read(gone.personId)).state).toBe('ERASED')
    const [own] = await held(kept)
    expect(await held(gone)).toEqual([])
    const whole = await inCompany(restored, company, (work) => wholeFile(work, own!.id, { isWarned: false }))
    expect(whole.bytes).toEqual(resume)
    expect(await counts(target.superUrl, 'files_chunk')).toBe(1)
    expect(
      await counts(target.superUrl, 'files_posting where not exists (select from files_file where id = file_id)'),
    ).toBe(0)
    expect(await counts(target.superUrl, 'people_claim')).toBeGreaterThan(0)

    await expect(restore({ ownerUrl: target.ownerUrl, config, file })).rejects.toMatchObject({
      code: 'restore.not-empty',
    })
    await restore({ ownerUrl: target.ownerUrl, config, file, forceEmpty: true })
    expect((await read(gone.personId)).state).toBe('ACTIVE')
    await restored.databases.end()
    await installation.databases.end()
  }, 60_000)

  test('that was cut off, changed or taken under another secret is refused before anything is touched', async () => {
    const config = readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'a secret that only the tests know, 32+' })
    const file = join(folder, 'damaged.backup')
    await backup({ ownerUrl: source.ownerUrl, config, program: 'test', file })
    const text = gunzipSync(await readFile(file))
    const loading = () => restore({ ownerUrl: target.ownerUrl, config, file })
    await writeFile(file, gzipSync(text.subarray(0, text.length - 10)))
    await expect(loading()).rejects.toMatchObject({ code: 'backup.broken' })
    await writeFile(file, (await readFile(file)).subarray(0, 500))
    await expect(loading()).rejects.toMatchObject({ code: 'backup.broken' })
    const changed = Buffer.from(text)
    const at = changed.indexOf('さくら商事')
    changed[at] = (changed[at] ?? 0) + 1
    await writeFile(file, gzipSync(changed))
    await expect(loading()).rejects.toMatchObject({ code: 'backup.broken' })
    await writeFile(file, gzipSync(text))
    const other = readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'another secret that only the tests know' })
    await expect(restore({ ownerUrl: target.ownerUrl, config: other, file })).rejects.toMatchObject({
      code: 'restore.other-secret',
    })
  })
})
