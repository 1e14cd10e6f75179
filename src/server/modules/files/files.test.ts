import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { wiring } from '../../app.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { eraseSubject, exportSubject, liftHold, placeHold, subjectOf } from '../consent/index.ts'
import { merge, unmerge } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { searchPeople } from '../pool/index.ts'
import { fileText, filesOf, keepFile, prepareFile, removeFile, wholeFile, type Prepared } from './files.ts'
import { filesModule } from './index.ts'
import { rewrapAll } from './rewrap.ts'
import { aPdf } from './testing.ts'

let installation: TestInstallation
let company: TestCompany
let file: Prepared
beforeAll(async () => {
  installation = await testInstallation(wiring)
  company = await aCompany({ installation })
  const bytes = await aPdf('株式会社若葉で半導体検査装置の保守を担当。本籍は大阪府。')
  file = await prepareFile({ name: '佐藤直子_職務経歴書.pdf', bytes, of: 'test' })
})

const keep = (personId: string, kept = file, at = company) =>
  at.work((work) => keepFile(work, { id: newId(), personId, givenBy: 'STAFF', file: kept }))
const finds = async (text: string) =>
  (await company.work((work) => searchPeople(work, { text }, { limit: 20 }))).rows.map(({ personId }) => personId)
const verify = (at: TestCompany) => at.work((work) => filesModule.contributions.verify!(work))

/** As somebody sees it who stole the disk. */
async function onDisk(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: installation.databaseUrls.superUrl })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(statement, values)
  await client.end()
  return rows
}

describe('a file of a person', () => {
  test('comes back byte by byte, and stands nowhere in a form that can be read', async () => {
    const { personId } = await aPerson(company)
    const id = await keep(personId)
    expect((await company.work((work) => wholeFile(work, id, { isWarned: true }))).bytes.equals(file.bytes)).toBe(true)
    const rows = await onDisk(
      `select f::text from files_file f where id = $1 union all select convert_from(bytes, 'latin1') from files_chunk where file_id = $1 and position('%PDF'::bytea in bytes) > 0`,
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/佐藤|若葉|半導体|本籍/)
    expect(await verify(company)).toEqual([])
  })

  test('is removed by nobody while a legal hold is open on the person, nor while one is being placed', async () => {
    const { personId } = await aPerson(company)
    const id = await keep(personId)
    const holdId = newId()
    await company.work((work) => placeHold(work, { id: holdId, personId, reason: '訴訟のため' }))
    await expect(company.work((work) => removeFile(work, id))).rejects.toMatchObject({ code: 'consent.held' })
    await company.work((work) => liftHold(work, { id: holdId, because: '終結したため' }))
    const again = newId()
    const [held, removed] = await Promise.allSettled([
      company.work((work) => placeHold(work, { id: again, personId, reason: '別件のため' })),
      company.work((work) => removeFile(work, id)),
    ])
    expect(held.status).toBe('fulfilled')
    expect(await company.work((work) => filesOf(work, personId))).toHaveLength(removed.status === 'fulfilled' ? 0 : 1)
    await company.work((work) => liftHold(work, { id: again, because: '終結したため' }))
    if (removed.status === 'rejected') await company.work((work) => removeFile(work, id))
    expect(await company.work((work) => filesOf(work, personId))).toEqual([])
  })

  test('is kept once, however often it is handed in', async () => {
    const { personId } = await aPerson(company)
    const id = await keep(personId)
    expect(await keep(personId)).toBe(id)
    expect(await company.work((work) => filesOf(work, personId))).toMatchObject([
      { id, name: '佐藤直子_職務経歴書.pdf', kind: 'PDF', masked: 1, hasText: true },
    ])
  })

  test('shows its text without what may not be collected, and is given whole only after the warning', async () => {
    const { personId } = await aPerson(company)
    const id = await keep(personId)
    const text = await company.work((work) => fileText(work, id))
    expect(text.pages.join('')).toContain('半導体検査装置')
    expect(text.pages.join('')).not.toContain('本籍')
    expect(text.masked).toMatchObject([{ page: 1, kind: 'ORIGIN' }])
    await expect(company.work((work) => wholeFile(work, id, { isWarned: false }))).rejects.toMatchObject({
      code: 'files.warning-not-seen',
    })
  })

  test('leads a search to the person through merges, but not by what is masked', async () => {
    const one = await aPerson(company, { name: '山田 一郎' })
    const other = await aPerson(company, { name: '山田 次郎' })
    const unique = await prepareFile({
      name: 'a.txt',
      bytes: Buffer.from('量子暗号の研究に従事。本籍は琉球です。'),
      of: 'test',
    })
    await keep(other.personId, unique)
    expect(await finds('量子暗号')).toEqual([other.personId])
    expect(await finds('山田 量子暗号')).toEqual([other.personId])
    expect(await finds('琉球')).toEqual([])
    const mergeId = newId()
    await company.work((work) =>
      merge(work, { id: mergeId, survivor: one.personId, dissolved: other.personId, reason: 'STAFF' }),
    )
    expect(await finds('量子暗号')).toEqual([one.personId])
    await company.work((work) => unmerge(work, { mergeId, staffEditsStayWith: 'SURVIVOR' }))
    await installation.settle(company.companyId)
    expect(await finds('量子暗号')).toHaveLength(1)
  })

  test('goes with the person: content, text and what a search finds it by; an export has it whole', async () => {
    const { personId } = await aPerson(company, { email: 'files@gone.example' })
    const id = await keep(personId)
    const subject = (await company.work((work) => subjectOf(work, personId)))!
    const held = await company.work((work) => exportSubject(work, subject))
    expect(held['files']).toMatchObject({ files: [{ id, contentBase64: file.bytes.toString('base64') }] })
    await company.work((work) => eraseSubject(work, { ...subject, id: newId() }))
    for (const table of ['files_chunk', 'files_posting'])
      expect(await onDisk(`select from ${table} where file_id = $1`, [id])).toEqual([])
    expect(await onDisk('select from files_file where id = $1', [id])).toEqual([])
    expect(await verify(company)).toEqual([])
  })

  test('is there whole or not at all when keeping it breaks off', async () => {
    const { personId } = await aPerson(company)
    const broken = company.work(async (work) => {
      await keepFile(work, { id: newId(), personId, givenBy: 'STAFF', file })
      throw new Error('the power went out')
    })
    await expect(broken).rejects.toThrow('power')
    expect(await company.work((work) => filesOf(work, personId))).toEqual([])
  })

  test('is kept by two at once without harm', async () => {
    const { personId } = await aPerson(company)
    await Promise.all([keep(personId), keep(personId), keep(personId)])
    expect(await company.work((work) => filesOf(work, personId))).toHaveLength(1)
  })
})

describe('the keys of files', () => {
  test('are wrapped again by another installation key, and open as before', async () => {
    const own = await aCompany({ installation })
    const { personId } = await aPerson(own)
    const id = await keep(personId, file, own)
    const { config } = installation
    try {
      config.FILE_KEY = 'the first key of files long enough to pass'
      expect(await rewrapAll(installation)).toBeGreaterThan(0)
      expect(await rewrapAll(installation)).toBe(0)
      config.FILE_KEYS_BEFORE = config.FILE_KEY
      config.FILE_KEY = 'the second key of files long enough to pass'
      expect(await verify(own)).toEqual([])
      config.FILE_KEYS_BEFORE = ''
      expect(await verify(own)).toMatchObject([{ rule: 'files.key-at-hand', where: id }])
      await expect(own.work((work) => fileText(work, id))).rejects.toThrow('no FILE_KEY')
    } finally {
      config.FILE_KEYS_BEFORE = 'the first key of files long enough to pass'
      delete config.FILE_KEY
      expect(await rewrapAll(installation)).toBeGreaterThan(0)
      config.FILE_KEYS_BEFORE = ''
    }
    expect((await own.work((work) => wholeFile(work, id, { isWarned: true }))).bytes.equals(file.bytes)).toBe(true)
  })

  test('open nothing that was changed, moved or cut on the disk, and verify names it', async () => {
    const own = await aCompany({ installation })
    const one = await keep((await aPerson(own)).personId, file, own)
    const other = await keep((await aPerson(own)).personId, file, own)
    const read = (id: string) => own.work((work) => wholeFile(work, id, { isWarned: true }))
    await onDisk(
      'update files_chunk set bytes = (select bytes from files_chunk where file_id = $2 and sequence = 0) where file_id = $1 and sequence = 0',
      [one, other],
    )
    await expect(read(one)).rejects.toThrow()
    await onDisk('delete from files_chunk where file_id = $1', [other])
    await expect(read(other)).rejects.toThrow('0 pieces')
    expect(await verify(own)).toMatchObject([{ rule: 'files.whole', where: other }])
    await onDisk('delete from files_file where id = any ($1)', [[one, other]])
  })
})
