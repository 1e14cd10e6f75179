import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../src/server/kernel/testing.ts'
import { inCompany, type Actor } from '../src/server/kernel/work.ts'
import { signedIn, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import { contest } from '../src/server/modules/disputes/contesting.ts'
import { answer } from '../src/server/modules/introductions/answering/answer.ts'
import { introduction } from '../src/server/modules/introductions/index.ts'
import { anIntroduction, aScene, type Scene } from '../src/server/modules/introductions/testing.ts'
import { aSample, everyRoute } from './contract.ts'

let installation: TestInstallation
let app: FastifyInstance
let scene: Scene
let headers: Record<string, string>
/** What says who a person is: of the members, and of the people in both companies. */
let telling: string[]
let ids: Record<string, string>

beforeAll(async () => {
  installation = await testInstallation({ ...wiring, emptyDatabase: 'operator_sees' })
  app = await createApp(installation)
  await app.ready()
  scene = await aScene({ installation, slots: 2 })
  const { id, member } = await anIntroduction(scene)
  const { shown } = await member.work((work) => introduction(work, id))
  await member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown }))
  for (let pass = 0; pass < 4; pass += 1) await installation.settle()
  const disputeId = newId()
  const text = 'ご連絡が一度も取れず、面接の日程を決められませんでした。'
  await scene.employer.work((work) => contest(work, { id: disputeId, kind: 'SLOT', subjectId: id, text, evidence: [] }))
  for (let pass = 0; pass < 4; pass += 1) await installation.settle()
  const actor: Actor = { kind: 'staff', id: newId(), permissions: new Set() }
  const operator = {
    installation,
    companyId: scene.operatorId,
    work: (run) => inCompany(installation, { companyId: scene.operatorId, actor }, run),
  } as TestCompany
  headers = (await signedIn(operator, { role: 'owner', site: 'operator' })).headers
  const members = scene.members.map(({ memberId, mail }) => [memberId, mail]).flat()
  telling = [...members, '髙橋', '遥', ...(await persons())]
  ids = { readNetworkCompany: scene.employer.companyId, readNetworkDispute: disputeId }
})
afterAll(() => app.close())

/** What tells whose data it is, and why it must. */
const lawful = new Map([['listProvisions', 'a provider’s record names the person (個人情報保護法 29条, 規則20条)']])

/** The ids under which the companies of the scene know people. */
async function persons(): Promise<string[]> {
  const found: string[] = []
  for (const company of [scene.employer, scene.referrer])
    found.push(
      ...(await company.work(async ({ tx, companyId }) =>
        (await tx.selectFrom('people_person').select('id').where('company_id', '=', companyId).execute()).map(
          ({ id }) => id,
        ),
      )),
    )
  return found
}

test('whatever the operator reads, it says of nobody who they are', async () => {
  expect(telling.length).toBeGreaterThan(20)
  const reads = (await everyRoute()).filter(({ method, permission }) => method === 'GET' && permission !== 'public')
  const told: string[] = []
  let answered = 0
  for (const { id, path, params, query } of reads) {
    const sample = (schema: typeof params) => (schema ? (aSample(schema, newId()) as Record<string, string>) : {})
    const filled: Record<string, string> = { ...sample(params), ...(ids[id] !== undefined && { id: ids[id] }) }
    // Without a filter: what a sample asks for is found nowhere.
    const asked = Object.entries(sample(query)).flatMap(([key, value]) =>
      typeof value === 'number' ? [`${key}=${String(value)}`] : [],
    )
    const place = path.replace(/:(\w+)/g, (_, name: string) => filled[name] ?? newId())
    const url = `/api${place}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
    const { statusCode, body } = await app.inject({ method: 'GET', url, headers })
    if (statusCode === 200) answered += 1
    for (const one of telling) if (!lawful.has(id) && body.includes(one)) told.push(`${id}: ${one}`)
  }
  expect(answered).toBeGreaterThan(20)
  expect(told).toEqual([])
})
