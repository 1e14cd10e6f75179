import { beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { Role } from '../../../contract/accounts/permissions.ts'
import { createApp, wiring } from '../../app.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import type { Work } from '../../kernel/work.ts'
import { aCompany, signedIn, type TestCompany } from '../accounts/testing.ts'
import { recordSources } from '../people/index.ts'
import { recordInterview } from '../selection/index.ts'
import { anApplication } from '../selection/testing.ts'

let installation: TestInstallation
let app: FastifyInstance
beforeAll(async () => {
  installation = await testInstallation(wiring)
  app = await createApp(installation)
  await app.ready()
})

type Answer = { status: number; body: Record<string, unknown>; text: string }

async function someone(company: TestCompany, role: Role = 'recruiter') {
  const { headers, staffId } = await signedIn(company, { role })
  const ask = async (
    method: 'DELETE' | 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    payload?: object,
    key = newId(),
  ): Promise<Answer> => {
    const host = headers['host'] ?? ''
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...headers, origin: `http://${host}`, ...(method !== 'GET' && { 'idempotency-key': key }) },
      ...(payload && { payload }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : {}, text: answer.body }
  }
  return { ask, staffId }
}

/** How many people each of the last two rows about exports names, the newest first. */
const exported = async ({ tx, companyId }: Work) => {
  const rows = await tx
    .selectFrom('audit_event')
    .select('detail')
    .where('company_id', '=', companyId)
    .where('action', '=', 'people.exported')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  return rows.map(({ detail }) => (detail as { ids: string[] }).ids.length)
}

describe('a recruiter', () => {
  test('is told in which field a text with a NUL stands', async () => {
    const { ask } = await someone(await aCompany({ installation }))
    const added = await ask('POST', '/people', { fields: { name: '山田\u0000太郎' } })
    expect(added).toMatchObject({
      status: 422,
      body: { code: 'request.character', detail: { field: 'fields.name' } },
    })
  })

  test('finds no refused rows of an import whose id is none', async () => {
    const { ask } = await someone(await aCompany({ installation }))
    expect((await ask('GET', '/imports/none/refused.csv')).status).toBe(404)
  })

  test('adds a person with an application, finds them, moves and rejects them', async () => {
    const company = await aCompany({ installation })
    const { ask } = await someone(company)
    const opening = await ask('POST', '/openings', { title: '法人営業', conditions: { prefectures: ['東京都'] } })
    expect(opening.status).toBe(201)
    const body = {
      fields: { name: '髙橋 直子', email: 'naoko@mail.example', skills: ['Excel'] },
      application: { openingId: opening.body['id'], channel: 'DIRECT' },
    }
    const key = newId()
    const added = await ask('POST', '/people', body, key)
    expect(added.body).toMatchObject({ outcome: 'ALONE' })
    expect((await ask('POST', '/people', body, key)).body).toEqual(added.body)
    const listed = await ask('GET', `/people?text=${encodeURIComponent('高橋')}&skills=excel&skills=Excel`)
    expect(listed.body).toMatchObject({
      items: [{ name: '髙橋 直子', application: { openingTitle: '法人営業', state: 'ACTIVE' } }],
      nextCursor: null,
    })
    expect((await ask('GET', '/people/count')).body).toEqual({ count: 1, isExact: true })
    const at = `/applications/${String(added.body['applicationId'])}/decisions`
    expect((await ask('POST', at, { decision: { kind: 'STAGE', stage: 'INTERVIEW_1' } })).body).toMatchObject({
      stage: 'INTERVIEW_1',
    })
    expect(
      (await ask('POST', at, { decision: { kind: 'REJECT', reason: 'SKILL' }, note: '次回に期待' })).body,
    ).toMatchObject({ state: 'REJECTED' })
    expect(await ask('POST', at, { decision: { kind: 'OFFER' } })).toMatchObject({
      status: 409,
      body: { code: 'selection.already-ended' },
    })
    const page = await ask('GET', `/people/${String(added.body['personId'])}`)
    expect(page.body).toMatchObject({
      fields: { email: { value: 'naoko@mail.example', source: { kind: 'FORM' } } },
      applications: [{ state: 'REJECTED' }],
    })
    const story = await ask('GET', `/people/${String(added.body['personId'])}/timeline`)
    expect((story.body['items'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['RECORD', 'APPLICATION', 'TRANSITION']),
    )
  })

  test('is told of a person already known, merges and undoes', async () => {
    const company = await aCompany({ installation })
    const { ask } = await someone(company)
    const one = await ask('POST', '/people', { fields: { name: '佐藤 直子', email: 'n@mail.example' } })
    const again = await ask('POST', '/people', { fields: { name: '佐藤直子', email: 'N@mail.example' } })
    expect(again.body).toEqual({ personId: one.body['personId'], applicationId: null, outcome: 'LINKED' })
    const other = await ask('POST', '/people', { fields: { name: '鈴木 健', phone: '090-1234-5678' } })
    const mergeId = newId()
    const merged = await ask('POST', `/people/merges/${mergeId}`, {
      oneId: one.body['personId'],
      otherId: other.body['personId'],
    })
    expect(merged.body).toMatchObject({ survivorId: one.body['personId'], recordCount: 1 })
    expect((await ask('GET', `/people/${String(other.body['personId'])}`)).body).toMatchObject({
      id: one.body['personId'],
    })
    await ask('POST', `/people/merges/${mergeId}/undo`, {})
    expect((await ask('GET', `/people/${String(other.body['personId'])}`)).body).toMatchObject({
      id: other.body['personId'],
    })
  })

  test('corrects a field and sees what every source says of it', async () => {
    const company = await aCompany({ installation })
    const { ask } = await someone(company)
    const { body } = await ask('POST', '/people', { fields: { name: '佐藤 直子', title: '営業' } })
    const id = String(body['personId'])
    expect((await ask('PUT', `/people/${id}/fields/title`, { value: '企画' })).body).toEqual({
      personId: id,
      isShown: true,
    })
    const claims = await ask('GET', `/people/${id}/claims?field=title`)
    expect(claims.body).toMatchObject({
      items: [
        { value: '企画', isShown: true },
        { value: '営業', isShown: false },
      ],
    })
    expect(await ask('PUT', `/people/${id}/fields/note`, { value: '支持政党を聞いた' })).toMatchObject({
      status: 422,
      body: { code: 'people.forbidden-data' },
    })
  })

  test('tags many, undoes, keeps the search, and exports without formulas', async () => {
    const company = await aCompany({ installation })
    const { ask } = await someone(company)
    for (const name of ['=HYPERLINK("x")', '佐藤 直子']) await ask('POST', '/people', { fields: { name } })
    const tag = await ask('POST', '/tags', { name: '再アプローチ' })
    const operationId = newId()
    const tagged = await ask('POST', `/tags/${String(tag.body['id'])}/people`, { operationId, kind: 'ADD', filter: {} })
    expect(tagged.body).toEqual({ changed: 2 })
    expect((await ask('POST', `/tags/operations/${operationId}/undo`)).body).toEqual({ changed: 2 })
    expect((await ask('DELETE', `/tags/${String(tag.body['id'])}`)).status).toBe(200)
    expect((await ask('DELETE', `/tags/${String(tag.body['id'])}`)).status).toBe(404)
    await ask('PUT', `/segments/${newId()}`, { name: '営業経験者', filter: { text: '営業' } })
    expect((await ask('GET', '/segments')).body).toMatchObject({
      items: [{ name: '営業経験者', filter: { text: '営業' }, isOwn: true }],
    })
    const { text, status } = await ask('GET', '/people/export.csv')
    expect([status, text.startsWith('\uFEFF氏名,')]).toEqual([200, true])
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect((await ask('GET', '/people/export.csv?states=NO_SUCH')).body).toMatchObject({ code: 'request.invalid' })
  })

  test('exports in the words of the reader, every page of them, and it is known who was in it', async () => {
    const company = await aCompany({ installation })
    const { ask } = await someone(company)
    const course = [{ kind: 'STAGE', stage: 'INTERVIEW_1' }, { kind: 'REJECT' }] as const
    await anApplication(company, { course: [...course] })
    const japanese = await ask('GET', '/people/export.csv?lang=ja')
    expect(japanese.text).toContain('一次面接,不採用')
    const english = await ask('GET', '/people/export.csv?lang=en')
    expect(english.text).toMatch(/^\uFEFFName,/)
    expect(english.text).toContain('1st interview,Not selected')
    await company.work((work) =>
      recordSources(
        work,
        Array.from({ length: 501 }, (_, at) => ({
          id: newId(),
          kind: 'IMPORT' as const,
          label: 'x',
          observedAt: work.now,
          claims: [{ field: 'name' as const, value: `社員 ${at}号` }],
        })),
      ),
    )
    const { text } = await ask('GET', '/people/export.csv')
    expect(text.trimEnd().split('\r\n')).toHaveLength(503)
    const audited = await ask('GET', '/people/export.csv').then(() => company.work(exported))
    expect(audited).toEqual([2, 500])
  })

  test('decides many at once, each answering for itself', async () => {
    const company = await aCompany({ installation })
    const { ask } = await someone(company)
    const ended = await anApplication(company, { course: [{ kind: 'WITHDRAW' }] })
    const active = await anApplication(company)
    const decided = await ask('POST', '/applications/decisions', {
      ids: [ended.applicationId, active.applicationId],
      decision: { kind: 'REJECT', reason: 'OTHER' },
    })
    expect(decided.body).toEqual({
      items: [
        { id: ended.applicationId, outcome: 'REFUSED', code: 'selection.already-ended' },
        { id: active.applicationId, outcome: 'DONE', code: null },
      ],
    })
    const listed = await ask('GET', '/applications?states=REJECTED&states=WITHDRAWN')
    expect(listed.body['items']).toHaveLength(2)
  })

  test('decides who is the same from the queue', async () => {
    const company = await aCompany({ installation })
    const { ask } = await someone(company)
    for (const employer of ['架空工業', '仮想商事'])
      await ask('POST', '/people', { fields: { name: '五百旗頭 直子', employer } })
    const queue = await ask('GET', '/duplicates')
    expect(queue.body).toMatchObject({ open: 1, items: [{ one: { fields: { name: { value: '五百旗頭 直子' } } } }] })
    const [{ id }] = queue.body['items'] as [{ id: string }]
    expect((await ask('POST', `/duplicates/${id}/decision`, { decision: 'SAME' })).body).toMatchObject({
      state: 'SAME',
    })
    expect((await ask('POST', `/duplicates/${id}/undo`)).body).toEqual({ state: 'OPEN', mergeId: null })
  })
})

describe('an interviewer', () => {
  test('evaluates own interviews and sees nothing else', async () => {
    const company = await aCompany({ installation })
    const { ask, staffId } = await someone(company, 'interviewer')
    const { applicationId } = await anApplication(company)
    const interviewId = newId()
    await company.work((work) =>
      recordInterview(work, { id: interviewId, applicationId, stage: 'INTERVIEW_1', staffIds: [staffId] }),
    )
    expect(
      (await ask('POST', `/interviews/${interviewId}/evaluations`, { recommendation: 'YES', comment: '論理的' }))
        .status,
    ).toBe(201)
    expect((await ask('GET', '/interviews/mine')).body).toMatchObject({
      items: [{ evaluation: { recommendation: 'YES' } }],
    })
    for (const path of ['/people', '/applications', '/openings', '/duplicates', '/people/export.csv'])
      expect([path, (await ask('GET', path)).status]).toEqual([path, 403])
  })
})
