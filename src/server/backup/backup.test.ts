import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { copyTemplate, type TestDatabase } from '../../../tests/database.ts'
import { wiring } from '../app.ts'
import { readConfig } from '../kernel/config.ts'
import { openDatabases } from '../kernel/database/database.ts'
import { newId } from '../kernel/ids.ts'
import { drain } from '../kernel/intents.ts'
import { testInstallation, type TestInstallation } from '../kernel/testing.ts'
import { inCompany } from '../kernel/work.ts'
import { aCompany, signedIn } from '../modules/accounts/testing.ts'
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

/** The same backup as it was written before backups were sealed: its trailer is a digest over those of the tables. */
function unsealedOf(backedUp: Buffer): Buffer {
  const text = backedUp.toString('latin1')
  const names = [...text.matchAll(/^\{"table":"([^"]+)","columns":\[[^\]]*\]\}$/gm)].map(([, name]) => name)
  const ends = [...text.matchAll(/^0\n\{"rows":(\d+),"sha256":"([0-9a-f]{64})"\}$/gm)]
  const held = ends.map(([, rows, sha256], at) => [names[at], Number(rows), sha256])
  const sha256 = createHash('sha256').update(JSON.stringify(held)).digest('hex')
  return Buffer.from(text.replace(/"seal":"[0-9a-f]+"\}\n$/, `"sha256":"${sha256}"}\n`), 'latin1')
}

type Kept = { columns: string[]; rows: string }
type Change = (kept: Kept) => Kept

/** A backup in which one table was changed by somebody who makes its digest anew. */
function rewritten(backedUp: Buffer, name: string, change: Change): Buffer {
  const text = backedUp.toString('latin1')
  const start = text.indexOf(`{"table":"${name}"`)
  let at = text.indexOf('\n', start) + 1
  const { columns } = JSON.parse(text.slice(start, at)) as { columns: string[] }
  let rows = ''
  for (;;) {
    const end = text.indexOf('\n', at)
    const length = Number(text.slice(at, end))
    at = end + 1
    if (length === 0) break
    rows += text.slice(at, at + length)
    at += length
  }
  const changed = change({ columns, rows })
  const end = text.indexOf('\n', at)
  const told = JSON.parse(text.slice(at, end)) as { rows: number }
  const sha256 = createHash('sha256').update(Buffer.from(changed.rows, 'latin1')).digest('hex')
  const blocks = `${changed.rows.length}\n${changed.rows}0\n`
  const lines = [
    JSON.stringify({ table: name, columns: changed.columns }),
    blocks + JSON.stringify({ ...told, sha256 }),
  ]
  return Buffer.from(text.slice(0, start) + lines.join('\n') + text.slice(end), 'latin1')
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
    await signedIn({ ...company, installation }, { role: 'owner' })
    expect(await counts(source.superUrl, 'signin.session')).toBeGreaterThan(0)
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
    expect(await counts(target.superUrl, 'signin.sign_in')).toBeGreaterThan(0)
    expect(await counts(target.superUrl, 'signin.session')).toBe(0)
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

  test('that was written anew with digests that fit, or with its columns exchanged, is refused', async () => {
    const config = readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'a secret that only the tests know, 32+' })
    const file = join(folder, 'forged.backup')
    await backup({ ownerUrl: source.ownerUrl, config, program: 'test', file })
    const text = gunzipSync(await readFile(file))
    const changes: Change[] = [
      ({ columns, rows }) => ({ columns, rows: rows.replaceAll('EMPLOYER', 'OPERATOR') }),
      ({ columns, rows }) => ({ columns: columns.toReversed(), rows }),
    ]
    for (const change of changes) {
      const forged = rewritten(text, 'accounts_directory', change)
      expect(forged.equals(text)).toBe(false)
      await writeFile(file, gzipSync(forged))
      const loading = restore({ ownerUrl: target.ownerUrl, config, file, forceEmpty: true })
      await expect(loading).rejects.toMatchObject({ code: 'backup.forged' })
    }
    expect(rewritten(text, 'accounts_directory', (same) => same).equals(text)).toBe(true)
  })

  test('of before backups were sealed is loaded where that is asked for, and not where it was damaged', async () => {
    const config = readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'a secret that only the tests know, 32+' })
    const file = join(folder, 'unsealed.backup')
    const { tables } = await backup({ ownerUrl: source.ownerUrl, config, program: 'test', file })
    const unsealed = unsealedOf(gunzipSync(await readFile(file)))
    await writeFile(file, gzipSync(unsealed))
    const load = (mayBeUnsealed?: boolean) =>
      restore({ ownerUrl: target.ownerUrl, config, file, forceEmpty: true, ...(mayBeUnsealed && { mayBeUnsealed }) })
    await expect(load()).rejects.toMatchObject({ code: 'backup.unsealed' })
    expect(await load(true)).toMatchObject({ tables })
    await writeFile(
      file,
      gzipSync(Buffer.from(unsealed.toString('latin1').replace('"rows":0,', '"rows":1,'), 'latin1')),
    )
    await expect(load(true)).rejects.toMatchObject({ code: 'backup.forged' })
  })

  test('leaves nothing of one that was killed, touches none that is being written, and is read by its owner alone', async () => {
    const config = readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'a secret that only the tests know, 32+' })
    const parts = { killed: 'a.backup.0123abcd.part', running: 'b.backup.89abcdef.part', other: 'letter.part' }
    for (const name of Object.values(parts)) await writeFile(join(folder, name), 'half')
    const long = new Date(Date.now() - 2 * 3_600_000)
    for (const name of [parts.killed, parts.other]) await utimes(join(folder, name), long, long)
    const file = join(folder, 'alone.backup')
    await backup({ ownerUrl: source.ownerUrl, config, program: 'test', file })
    const left = (await readdir(folder)).filter((name) => name.endsWith('.part'))
    expect(left.toSorted()).toEqual([parts.running, parts.other].toSorted())
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('of a newer program is refused before --force-empty throws anything away', async () => {
    const config = readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'a secret that only the tests know, 32+' })
    const file = join(folder, 'newer.backup')
    const client = new pg.Client({ connectionString: source.ownerUrl })
    await client.connect()
    await client.query(`insert into migration (name, checksum, applied_at) values ('9999_later.sql', 'x', now())`)
    await backup({ ownerUrl: source.ownerUrl, config, program: 'test', file })
    const held = await counts(source.superUrl, 'accounts_directory')
    expect(held).toBeGreaterThan(0)
    await expect(restore({ ownerUrl: source.ownerUrl, config, file, forceEmpty: true })).rejects.toMatchObject({
      code: 'restore.newer-backup',
    })
    expect(await counts(source.superUrl, 'accounts_directory')).toBe(held)
    await client.query(`delete from migration where name = '9999_later.sql'`)
    await client.end()
  })
})
