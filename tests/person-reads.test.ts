import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from '../src/contract/route.ts'
import { createApp, wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation } from '../src/server/kernel/testing.ts'
import type { Work } from '../src/server/kernel/work.ts'
import { aCompany, signedIn, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import { makeRun, openRequest, recordBasis } from '../src/server/modules/consent/index.ts'
import { keepFile, prepareFile } from '../src/server/modules/files/index.ts'
import { queueMail } from '../src/server/modules/messages/index.ts'
import { personOf } from '../src/server/modules/people/index.ts'
import { makeAsking } from '../src/server/modules/relay/index.ts'
import { anApplication } from '../src/server/modules/selection/testing.ts'
import { everyRoute } from './contract.ts'

let app: FastifyInstance
let company: TestCompany
let headers: Record<string, string>
let known: Record<string, string>

beforeAll(async () => {
  const installation = await testInstallation(wiring)
  app = await createApp(installation)
  await app.ready()
  company = await aCompany({ installation })
  headers = (await signedIn(company)).headers
  const { applicationId, sourceRecordId, openingId } = await anApplication(company)
  const personId = await company.work((work) => personOf(work, sourceRecordId))
  const mailId = newId()
  await company.work((work) => aMail(work, mailId))
  const requestId = newId()
  await company.work((work) =>
    openRequest(work, { id: requestId, kind: 'DISCLOSURE', via: 'PHONE', personId, said: '開示を求めます。' }),
  )
  const fileId = newId()
  const file = await prepareFile({ name: '経歴.txt', bytes: Buffer.from('営業を五年'), of: 'test' })
  await company.work((work) => keepFile(work, { id: fileId, personId, givenBy: 'STAFF', file }))
  const runId = newId()
  await company.work((work) => makeRun(work, { id: runId }))
  const askingId = newId()
  await company.work((work) => anAsking(work, askingId))
  known = { fileId, personId, applicationId, openingId, mailId, requestId, runId, askingId }
})
afterAll(() => app.close())

async function anAsking(work: Work, id: string): Promise<void> {
  await recordBasis(work, {
    id: newId(),
    kind: 'POOL',
    purpose: '応募者の情報を、今後の募集のご案内に用いるため',
    legalBasis: 'CONSENT',
    mailPermission: 'ADDRESS_GIVEN',
    explanation: '応募者向け個人情報の取扱い 第3条',
  })
  await makeAsking(work, id)
}

const aMail = (work: Work, id: string) =>
  queueMail(work, {
    id,
    kind: 'LETTER',
    to: 'naoko@person.example',
    rendered: { subject: '選考結果', text: '本文', html: '<p>本文</p>' },
    fromName: '採用担当',
    dueAt: new Date(work.now.getTime() + 86_400_000),
  })

/** The reads of the contract whose answer names a person or says something of one. */
async function readsOfPersons(): Promise<Route[]> {
  return (await everyRoute()).filter(({ method, permission, response }) => {
    if (method !== 'GET' || permission === 'public' || permission === 'signed-in') return false
    const schema = JSON.stringify(z.toJSONSchema(response, { unrepresentable: 'any' }))
    return /"(personId|personName|person|recipient|nameKana|claims|cells|quote)":/.test(schema)
  })
}

/** What stands for the `:id` of a path. A route that is none of these needs more than this test makes; it says why. */
const idOf: Record<string, string> = {
  readPerson: 'personId',
  readRelayStanding: 'personId',
  readTimeline: 'personId',
  listClaims: 'personId',
  listFiles: 'personId',
  readFileText: 'fileId',
  exportPerson: 'personId',
  readPersonConsents: 'personId',
  readMailTimeline: 'personId',
  readMail: 'mailId',
  readDataRequest: 'requestId',
  listRetentionPeople: 'runId',
  listAskedPeople: 'askingId',
  listMatches: 'openingId',
  listRankings: 'openingId',
  readOpening: 'openingId',
}
const elsewhere: Record<string, string> = {
  listDeliveries: 'tells of a person nothing but the id',
  previewImport: 'needs an import: intake.test.ts',
  readIntroduction: 'needs two companies and a member: introductions.test.ts',
  listLinkWritings: 'needs a connection: the page is recorded as relay.link-writings-read',
  readLetter: 'needs a letter: letter-lists.test.ts',
  readLetterEvidence: 'needs a letter that left: letter-links.test.ts',
  listPreflightRows: 'needs a company that may write letters: preflight.test.ts',
}

/** What a route cannot be asked without. */
const queryOf: Record<string, string> = {
  readPeopleBehind: '?measure=PASSAGE',
  listPeopleByFreshness: '?field=employer&standing=STALE',
  listAffected: '?from=2026-01-01T00:00:00Z&to=2099-01-01T00:00:00Z',
}

test('every route that answers with a person records that they were read', async () => {
  const unrecorded: string[] = []
  for (const { id, path } of await readsOfPersons()) {
    if (elsewhere[id]) continue
    const param = known[idOf[id] ?? '']
    if (path.includes(':') && !param) {
      unrecorded.push(`${id}: nothing is known for its path`)
      continue
    }
    const url = `/api${path.replace(/:\w+/g, param ?? '')}${queryOf[id] ?? ''}`
    const before = await company.work(countEvents)
    const answer = await app.inject({ url, headers })
    if (answer.statusCode !== 200) unrecorded.push(`${id}: answered ${answer.statusCode} ${answer.body}`)
    else if ((await company.work(countEvents)) === before) unrecorded.push(id)
  }
  expect(unrecorded).toEqual([])
})

const countEvents = async ({ tx, companyId }: Work): Promise<number> => {
  const { count } = await tx
    .selectFrom('audit_event')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
