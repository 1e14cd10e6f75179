import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/server/kernel/ids.ts'
import { aCompany, type TestCompany } from '../../src/server/modules/accounts/testing.ts'
import { keepFile, prepareFile } from '../../src/server/modules/files/index.ts'
import { insertAsk } from '../../src/server/modules/introductions/answering/store-asks.ts'
import { pages } from '../../src/server/modules/portal/pages.ts'
import { openPortal } from '../../src/server/modules/portal/testing.ts'

const { installation, portal } = await openPortal({ emptyDatabase: 'tasuki_foreign_visits' })

/** These end the visit that the walk goes on with, or the person it is of. */
const unwalked = /sign-out|erase\/confirm|not-me|\/leave$|withdraw-all/
/** By which what another person has would be known on a page. */
const theirWords = ['髙島', '紗希', 'saki@', 'さくら倉庫', 'しののめ', '東雲']

/** A statement in a dispute that is long enough to be taken. */
const twentyLetters = { text: '約束した面接が行われないまま、連絡が途絶えました。ご確認ください。' }

let database: pg.Client
let company: TestCompany
let theirs: { memberId: string; personId: string; recordId: string }
beforeAll(async () => {
  database = new pg.Client({ connectionString: installation.databaseUrls.superUrl })
  await database.connect()
  company = await aCompany({ installation })
  theirs = await somebody()
})
afterAll(() => database.end())

/** A member with something of all that a page has an address for. */
async function somebody(): Promise<typeof theirs> {
  const { visiting, letter, memberId, inOwn } = await portal.registered(company)
  const sends = async (path: string, form: Record<string, string>, shown = path) => {
    await visiting.get(shown)
    expect((await visiting.post(path, form)).status, path).toBeLessThan(400)
  }
  await sends('/corrections/name', { value: '髙島 紗希', note: '改姓しました' })
  await sends('/requests/disclosure', { form: 'PAPER', reason: '東雲に届けてください' })
  await sends('/settings/blocks', { company: 'さくら倉庫' }, '/settings')
  const file = await prepareFile({ name: 'しののめ.txt', bytes: Buffer.from('髙島 紗希'), of: 'test' })
  const { personId } = letter
  await company.work((work) => keepFile(work, { id: newId(), personId, givenBy: 'PERSON', file }))
  const said = { ja: '東雲', en: 'Shinonome' }
  const job = { companyName: 'さくら倉庫', companyAddress: '東雲', companyRepresentative: '', openingTitle: 'しののめ' }
  const words = { occupation: said, places: said, employmentType: said, salary: said, remote: said, description: '' }
  await inOwn((work) =>
    insertAsk(work, {
      id: newId(),
      employerId: company.companyId,
      provider: { id: newId(), name: 'たすき運営機構' },
      job: { ...job, ...words },
      message: '東雲でお会いしたく存じます。',
      promises: [],
      employerRecord: null,
      answerBy: new Date(work.now.getTime() + 86_400_000),
    }),
  )
  return { memberId, personId, recordId: letter.sourceRecordId }
}

type Own = { table: string; where: string; ids: string[] }

/** The tables with rows of the person or the member, and what names one of those rows. */
async function theirRows(): Promise<Own[]> {
  const { rows: tables } = await database.query<{ name: string; columns: string[] }>(
    `select name, (select array_agg(attname::text) from pg_attribute where attrelid = to_regclass(name) and attnum > 0
       and atttypid = 'uuid'::regtype) as columns from kernel_table where kinds[1] in ('company', 'member')`,
  )
  const found: Own[] = []
  for (const { name: table, columns } of tables) {
    const owner: Record<string, string> = {
      member_id: theirs.memberId,
      person_id: theirs.personId,
      source_record_id: theirs.recordId,
    }
    const column = Object.keys(owner).find((one) => columns.includes(one))
    if (!column) continue
    const where = `${column} = '${owner[column]}'`
    const named = columns.filter((one) => one === 'id' || (one.endsWith('_id') && one !== 'company_id'))
    const ids: string[] = []
    for (const one of named) {
      const { rows } = await database.query<{ id: string }>(`select ${one} as id from ${table} where ${where} limit 1`)
      ids.push(...rows.flatMap(({ id }) => id ?? []))
    }
    if (ids.length > 0) found.push({ table, where, ids })
  }
  return found
}

/** What stands in those rows, by table. Requests that come by are seen in the logs alone. */
async function contents(own: readonly Own[]): Promise<Record<string, string>> {
  const held: Record<string, string> = {}
  for (const { table, where } of own) {
    const { rows } = await database.query<{ digest: string }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t where ${where}`,
    )
    held[table] = rows[0]?.digest ?? ''
  }
  return held
}

test('an id of another person is nothing on any page, and nothing of that person changes', async () => {
  const own = await theirRows()
  const ids = [...new Set(own.flatMap((one) => one.ids))]
  expect(ids.length).toBeGreaterThan(20)
  const { visiting } = await portal.registered(company)
  await installation.settle()
  const before = await contents(own)
  await visiting.get('/settings')
  const csrf = visiting.hidden('csrf')
  const wrong: string[] = []
  const walked = pages.filter(({ path }) => /:(?!token|kind|proof|version)/.test(path) && !unwalked.test(path))
  expect(walked.length).toBeGreaterThan(15)
  for (const page of walked)
    for (const id of ids) {
      const form = {
        csrf,
        idempotencyId: newId(),
        id,
        consent: 'yes',
        value: 'x',
        answer: 'KEPT',
        question: 'いつですか',
        ...twentyLetters,
      }
      // What a form names beside its address is left out once, and foreign otherwise.
      if (!page.path.endsWith('/withdrawal')) Object.assign(form, { dispute: id, promise: id })
      const { status, html } = await visiting.request(page.method, page.path.replace(/:\w+/g, id), form)
      const told = theirWords.filter((word) => html.includes(word))
      if (status >= 500 || told.length > 0) wrong.push(`${page.method} ${page.path}: ${status} ${told.join()}`)
    }
  expect([...new Set(wrong)]).toEqual([])
  await installation.settle()
  expect(await contents(own)).toEqual(before)
}, 120_000)
