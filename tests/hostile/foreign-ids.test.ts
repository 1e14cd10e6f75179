import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Route } from '../../src/contract/route.ts'
import { createApp, wiring } from '../../src/server/app.ts'
import { newId } from '../../src/server/kernel/ids.ts'
import { testInstallation } from '../../src/server/kernel/testing.ts'
import { makeKey } from '../../src/server/modules/accounts/staff/keys.ts'
import { aCompany, signedIn, type TestCompany } from '../../src/server/modules/accounts/testing.ts'
import { openRequest } from '../../src/server/modules/consent/index.ts'
import { keepFile, prepareFile } from '../../src/server/modules/files/index.ts'
import { queueMail } from '../../src/server/modules/messages/index.ts'
import { personOf } from '../../src/server/modules/people/index.ts'
import { recordLetterBasis, switchOn } from '../../src/server/modules/relay/testing.ts'
import { anApplication } from '../../src/server/modules/selection/testing.ts'
import { aSample, everyRoute } from '../contract.ts'

/** Whoever calls these chooses the id, or is told that what may never have been is gone: the same for any id. */
const takesAnyId = new Set(['keepSegment', 'keepFlow', 'keepCost', 'deleteTag', 'deleteSegment', 'dropCost'])
/** What a body needs beyond its shape, and which routes end the sign-in that the walk goes on with. */
const given: Record<string, object> = { keepCost: { month: '2026-04' } }
const unwalked = new Set(['signOut', 'endOtherSessions'])

/** Rows that paths name. */
const named =
  /^(accounts_(staff|key|invitation)|people_(link|source_record|claim)|files_file|selection_(opening|application)|pool_(tag|segment)|messages_mail|intake_connection|consent_request|relay_preflight|insights_cost)$/

/** By which what that company holds would be known in an answer. */
const theirWords = ['佐藤', '直子', 'naoko@', '桜町', '経歴', 'the key of their screen', 'new@sakura']

let app: FastifyInstance
let database: pg.Client
let routes: Route[]
let theirs: TestCompany
let headers: Record<string, string>
let tables: string[]

beforeAll(async () => {
  const installation = await testInstallation({ ...wiring, emptyDatabase: 'foreign_ids' })
  app = await createApp(installation)
  database = new pg.Client({ connectionString: installation.databaseUrls.superUrl })
  await database.connect()
  const listed = await database.query<{ name: string }>("select name from kernel_table where kinds[1] = 'company'")
  tables = listed.rows.map(({ name }) => name)
  routes = (await everyRoute()).filter(({ id }) => !unwalked.has(id))
  theirs = await aCompany({ installation, address: '東京都千代田区桜町1-2-3' })
  await fill(theirs)
  headers = (await signedIn(await aCompany({ installation }), { role: 'owner' })).headers
})
afterAll(async () => {
  await app.close()
  await database.end()
})

/** A little of what a company holds: people, selection, letters, mails, requests, keys. */
async function fill(company: TestCompany): Promise<void> {
  const { sourceRecordId } = await anApplication(company, { course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }] })
  const personId = await company.work((work) => personOf(work, sourceRecordId))
  const file = await prepareFile({ name: '経歴.txt', bytes: Buffer.from('営業を五年'), of: 'test' })
  await company.work((work) => keepFile(work, { id: newId(), personId, givenBy: 'STAFF', file }))
  await recordLetterBasis(company)
  await switchOn(company)
  const { headers: own } = await signedIn(company, { role: 'owner' })
  const write = (method: 'POST' | 'PUT', url: string, payload: object) =>
    app.inject({ method, url: `/api/v1${url}`, headers: own, payload })
  await write('POST', '/tags', { id: newId(), name: '営業', dimension: 'OTHER' })
  await write('PUT', `/segments/${newId()}`, { name: '東京', filter: { text: '東京' } })
  await write('PUT', `/insights/costs/${newId()}`, { month: '2026-04', kind: 'ADVERTISING', amountYen: 1 })
  await write('POST', '/invitations', { id: newId(), email: 'new@sakura.example', role: 'recruiter' })
  await write('POST', '/connections', {
    id: newId(),
    connector: 'greenhouse',
    name: 'G',
    secret: 'the key of their screen',
  })
  await company.work(async (work) => {
    const personId = await personOf(work, sourceRecordId)
    await makeKey(work, { id: newId(), name: 'key', permissions: ['people:read'], validDays: 1 })
    await openRequest(work, { id: newId(), kind: 'DISCLOSURE', via: 'MAIL', personId, said: '' })
    await queueMail(work, {
      id: newId(),
      kind: 'ANSWER',
      to: 'naoko@person.example',
      personId,
      rendered: { subject: '選考結果', text: '本文', html: '<p>本文</p>' },
      fromName: '採用担当',
      dueAt: new Date(work.now.getTime() + 86_400_000),
    })
  })
  await company.installation.settle(company.companyId)
}

/** An id of each kind of row that the company has. */
async function idsOf({ companyId }: TestCompany): Promise<string[]> {
  const found: string[] = []
  for (const table of tables.filter((name) => named.test(name))) {
    const columns = await database.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attname in ('id', 'person_id')
       and atttypid = 'uuid'::regtype`,
      [table],
    )
    for (const { name } of columns.rows) {
      const one = await database.query<{ id: string }>(
        `select ${name} as id from ${table} where company_id = $1 and ${name} is not null limit 1`,
        [companyId],
      )
      found.push(...one.rows.map(({ id }) => id))
    }
  }
  return [...new Set(found)]
}

/** Every row of a company, as one text for each table. */
async function everything({ companyId }: TestCompany): Promise<Record<string, string>> {
  const held: Record<string, string> = {}
  for (const table of tables) {
    const { rows } = await database.query<{ digest: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${table} t where company_id = $1`,
      [companyId],
    )
    held[table] = rows[0]?.digest ?? ''
  }
  return held
}

type Naming = { foreign: string; isWhole?: boolean }

let calls = 0
async function call({ id, method, path, params, query, body }: Route, { foreign, isWhole = false }: Naming) {
  const sample = (schema: z.ZodType | undefined) =>
    (schema ? aSample(schema, foreign, { isWhole }) : {}) as Record<string, string>
  const filled = sample(params)
  calls += 1
  return app.inject({
    method,
    url: `/api${path.replace(/:(\w+)/g, (_, name: string) => filled[name] ?? foreign)}?${new URLSearchParams(sample(query)).toString()}`,
    headers,
    ...(body && { payload: { ...sample(body), ...given[id] } }),
    remoteAddress: `10.2.${calls >> 8}.${calls & 255}`,
  })
}

/** Whether a body or a query of the route may name a row. */
const namesRows = ({ query, body }: Route) =>
  [query, body].some((schema) => schema && JSON.stringify(aSample(schema, someId, { isWhole: true })).includes(someId))
const someId = newId()

test('an id of another company is not found on any route, and nothing of that company changes', async () => {
  const ids = await idsOf(theirs)
  expect(ids.length).toBeGreaterThan(11)
  const before = await everything(theirs)
  const wrong: string[] = []
  for (const route of routes.filter(({ path }) => path.includes(':'))) {
    // What names no id of a row has only itself to try.
    const isById = /:(id|\w+Id)\b/.test(route.path)
    const tried = isById ? ids : ids.slice(0, 1)
    const statuses = await Promise.all(tried.map(async (foreign) => (await call(route, { foreign })).statusCode))
    for (const [at, status] of statuses.entries()) {
      const isRefused = status >= 400 && status < 500
      if (status >= 500 || (isById && !isRefused && !takesAnyId.has(route.id)))
        wrong.push(`${route.id} answered ${status} to ${tried[at]}`)
    }
  }
  expect(wrong).toEqual([])
  expect(await everything(theirs)).toEqual(before)
}, 60_000)

test('a body or a query that names rows of another company tells nothing of it and changes nothing there', async () => {
  const ids = await idsOf(theirs)
  const before = await everything(theirs)
  const naming = routes.filter(namesRows)
  expect(naming.length).toBeGreaterThan(70)
  const wrong: string[] = []
  for (const route of naming)
    for (const foreign of ids) {
      const { statusCode, body } = await call(route, { foreign, isWhole: true })
      if (statusCode >= 500) wrong.push(`${route.id} answered ${statusCode} to ${foreign}`)
      const told = theirWords.filter((word) => body.includes(word))
      if (told.length > 0) wrong.push(`${route.id} told ${told.join()} of ${foreign}`)
    }
  expect(wrong).toEqual([])
  expect(await everything(theirs)).toEqual(before)
}, 60_000)
