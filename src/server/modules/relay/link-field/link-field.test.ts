import { afterEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, signedIn } from '../../accounts/testing.ts'
import { affected } from '../../consent/breaches/breaches.ts'
import { eraseSubject, openRequest, subjectOf } from '../../consent/index.ts'
import { recheckAccess } from '../../intake/index.ts'
import { findLink } from '../../messages/index.ts'
import { linkField, linkFields, retryStopped, retryWriting } from './link-field.ts'
import { untold } from '../letters/told.ts'
import { switchOff } from '../letters/settings.ts'
import { recordLetterBasis, switchOn } from '../testing.ts'
import { contributions } from '../contributions.ts'
import { aScene, closeSystems } from './testing.ts'

afterEach(closeSystems)

describe('a link written into the field of another system', () => {
  test('stands there after a rejection, opens the person’s page, and is written once', async () => {
    const { harvest, installation, company, rejected, view, list, settle, personId } = await aScene()
    harvest.put('77', { interest: '高い' })
    // A system that writes later shows the old value for a while.
    harvest.faults.staleReads = 1
    const at = new Date().toISOString()
    await rejected(77, { rejected_at: at })
    const { tasuki_link: url = '', ...others } = harvest.valuesOf('77')
    expect(others).toEqual({ interest: '高い' })
    const link = await findLink(installation, url.split('/l/')[1] ?? '')
    expect(link).toMatchObject({ purpose: 'LETTER', personId: await personId(77) })
    await rejected(77, { rejected_at: at })
    await settle()
    expect(harvest.writes).toHaveLength(1)
    expect((await view()).counts).toMatchObject({ WRITTEN: 1, WAITING: 0 })
    expect(await list()).toMatchObject([{ shown: 'WRITTEN', letterId: link?.subjectId }])
    expect(await company.work((work) => untold(work, { limit: 5 })), 'who has a link was told').toEqual([])
  })

  test('takes the place of nothing that others wrote there, and is written once the field is free', async () => {
    const { harvest, company, rejected, list, settle, turn } = await aScene()
    const theirs = 'https://portfolio.example/naoko'
    harvest.put('9', { tasuki_link: theirs })
    await rejected(9)
    expect(harvest.writes).toEqual([])
    expect(await list()).toMatchObject([{ shown: 'FAILED', reason: 'FIELD_TAKEN' }])
    harvest.put('9')
    const [{ id } = { id: '' }] = await list()
    await company.work((work) => retryWriting(work, id))
    await settle()
    expect(await list()).toMatchObject([{ shown: 'WRITTEN' }])
    harvest.put('9', { tasuki_link: theirs })
    await turn({ isOn: false, isEmptied: true })
    await settle()
    expect(harvest.valuesOf('9'), 'emptying leaves what is not ours').toEqual({ tasuki_link: theirs })
  })

  test('is judged like any letter: whoever gets none gets no link, with the reason, and may be judged again', async () => {
    const { harvest, rejected, list, company, access, settle, turn } = await aScene({ isOn: false })
    await access()
    await settle()
    await turn({ isOn: true, key: 'tasuki_link' })
    harvest.put('5')
    await rejected(5)
    expect(await list()).toMatchObject([{ shown: 'REFUSED', reason: 'NO_BASIS' }])
    expect(harvest.writes).toEqual([])
    await recordLetterBasis(company)
    const [{ id } = { id: '' }] = await list()
    await company.work((work) => retryWriting(work, id))
    await settle()
    expect(await list()).toMatchObject([{ id, shown: 'WRITTEN', reason: null }])
  })

  test('says nothing about ends from before it was turned on, nor while it is off', async () => {
    const { harvest, rejected, list, turn, installation } = await aScene({ isOn: true })
    harvest.put('1')
    harvest.put('2')
    await rejected(1, { rejected_at: '2026-01-05T00:00:00.000Z', last_activity_at: '2026-01-05T00:00:00.000Z' })
    await turn({ isOn: false })
    installation.clock.advance({ minutes: 5 })
    await rejected(2)
    expect(await list()).toEqual([])
    expect(harvest.writes).toEqual([])
  })

  test('leaves the field when the person asks to stop, is erased, or the rejection is taken back', async () => {
    const { harvest, company, rejected, settle, personId, list } = await aScene()
    for (const id of ['1', '2', '3']) harvest.put(id)
    for (const id of [1, 2, 3]) await rejected(id)
    const [first, second] = [await personId(1), await personId(2)]
    await company.work((work) =>
      openRequest(work, {
        id: newId(),
        kind: 'STOP',
        via: 'PORTAL',
        personId: first,
        said: '',
        identity: 'CODE_BY_MAIL',
      }),
    )
    await company.work(async (work) => eraseSubject(work, { id: newId(), ...(await subjectOf(work, second))! }))
    await settle()
    expect([harvest.valuesOf('1'), harvest.valuesOf('2')]).toEqual([{}, {}])
    expect(Object.keys(harvest.valuesOf('3'))).toEqual(['tasuki_link'])
    const at = new Date().toISOString()
    await rejected(3, { rejected_at: null, rejection: null, last_activity_at: at })
    const writings = await list()
    expect(writings.find(({ reason }) => reason === 'ERASED')).toMatchObject({ remoteId: null, shown: 'EMPTIED' })
    expect(writings.map(({ reason }) => reason)).toContain('STOP_REQUESTED')
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
  })

  test('leaves the field of somebody who is erased also where nobody heard that it was written', async () => {
    const { harvest, company, rejected, settle, personId, installation } = await aScene()
    harvest.put('1')
    harvest.faults.status = { at: 'WRITE', is: 500 }
    await rejected(1)
    // The write had arrived, and its answer was lost.
    harvest.put('1', { tasuki_link: `http://portal.example/l/${company.companyId}.lost` })
    delete harvest.faults.status
    const person = await personId(1)
    await company.work(async (work) => eraseSubject(work, { id: newId(), ...(await subjectOf(work, person))! }))
    installation.clock.advance({ minutes: 5 })
    await settle()
    expect(harvest.valuesOf('1')).toEqual({})
  })

  test('leaves the field when its time is over, and another rejection brings another', async () => {
    const { harvest, installation, rejected, settle, list } = await aScene()
    harvest.put('9')
    await rejected(9)
    const first = harvest.valuesOf('9')['tasuki_link']
    installation.clock.advance({ days: 91 })
    await settle()
    expect(harvest.valuesOf('9')).toEqual({})
    expect(await list()).toMatchObject([{ shown: 'EMPTIED', reason: 'EXPIRED' }])
    await rejected(9, { id: 20_009 })
    expect(harvest.valuesOf('9')['tasuki_link']).toBeTruthy()
    expect(harvest.valuesOf('9')['tasuki_link']).not.toBe(first)
  })
})

test('whose links were written is listed, and who was on the list is found among the affected of a breach', async () => {
  const { harvest, app, company, connectionId, installation, rejected, personId } = await aScene()
  harvest.put('1')
  await rejected(1)
  const { headers } = await signedIn(company)
  const answer = await app.inject({
    url: `/api/v1/connections/${connectionId}/link-writings`,
    headers: { ...headers, host: new URL(installation.config.consoleUrl).host },
  })
  expect(answer.json()).toMatchObject({ writings: [{ state: 'WRITTEN', personName: '佐藤 直子' }] })
  const { people } = await company.work((work) => {
    const [from, to] = [-1, 1].map((hours) => new Date(work.now.getTime() + hours * 3_600_000).toISOString())
    return affected(work, { from: from!, to: to!, actions: 'relay.link-writings-read', actorId: '' })
  })
  expect(people).toMatchObject([{ personId: await personId(1) }])
})

describe('the system that is written into', () => {
  test.each([
    ['SCOPE_WRITE', 'harvest:candidates:update'],
    ['SCOPE_READ', 'harvest:candidates:list'],
  ] as const)(
    'whose credentials lack a scope is told in words (%s), and goes on once it has it',
    async (problem, scope) => {
      const { harvest, company, connectionId, rejected, view, settle } = await aScene()
      harvest.put('3')
      harvest.scopes.delete(scope)
      await rejected(3)
      expect(await view()).toMatchObject({ access: { problem }, counts: { HELD: 1 } })
      harvest.scopes.add(scope)
      await company.work((work) => recheckAccess(work, connectionId))
      await settle()
      expect(await view()).toMatchObject({ access: { problem: null }, counts: { WRITTEN: 1 } })
    },
  )

  test('that may be written into again has all that was held written at once, by one word', async () => {
    const { harvest, company, rejected, view, settle } = await aScene()
    harvest.scopes.delete('harvest:candidates:update')
    for (const candidate of [1, 2]) {
      harvest.put(String(candidate))
      await rejected(candidate)
    }
    expect((await view()).counts).toMatchObject({ HELD: 2 })
    harvest.scopes.add('harvest:candidates:update')
    expect(await company.work(retryStopped)).toBe(2)
    await settle()
    expect(await company.work(linkFields)).toMatchObject([
      { name: 'Greenhouse', access: { problem: null }, counts: { HELD: 0, WRITTEN: 2 } },
    ])
    expect(await company.work(retryStopped)).toBe(0)
  })

  test('that fails for a while is tried again later, that refuses the credentials is not', async () => {
    const { harvest, installation, rejected, view, settle, access } = await aScene()
    harvest.put('4')
    harvest.faults.status = { at: 'WRITE', is: 503 }
    await rejected(4)
    expect(await view()).toMatchObject({ access: { problem: 'FAILING' }, counts: { WAITING: 1 } })
    harvest.faults.status = { at: 'WRITE', is: 429, retryAfter: 120 }
    installation.clock.advance({ minutes: 2 })
    await settle()
    const before = harvest.calls.length
    installation.clock.advance({ minutes: 1 })
    await settle()
    expect(harvest.calls.length, 'nothing is asked while patience was asked for').toBe(before)
    delete harvest.faults.status
    installation.clock.advance({ minutes: 15 })
    await settle()
    expect(await view()).toMatchObject({ access: { problem: null }, counts: { WRITTEN: 1, WAITING: 0 } })
    await access({ clientId: 'fake-client', secret: 'another secret' })
    await settle()
    expect(await view()).toMatchObject({ access: { problem: 'BAD_CREDENTIALS', isChecking: false } })
  })

  test('whose token somebody else replaced is asked for one again, and each token is used for many calls', async () => {
    const { harvest, rejected, view } = await aScene()
    for (const id of [1, 2, 3]) harvest.put(String(id))
    await rejected(1)
    expect(harvest.tokensGiven()).toBe(1)
    harvest.loseToken()
    await rejected(2)
    await rejected(3)
    expect(harvest.tokensGiven()).toBe(2)
    expect((await view()).counts).toMatchObject({ WRITTEN: 3 })
  })

  test('whose credentials are mended while those of before are looked at is looked at with the mended ones', async () => {
    const { harvest, access, settle, view } = await aScene({ isOn: false })
    const asked = Promise.withResolvers<void>()
    const mended = Promise.withResolvers<void>()
    harvest.faults.waits = () => {
      asked.resolve()
      return mended.promise
    }
    await access({ clientId: 'fake-client', secret: 'a slip of the pen' })
    const checking = settle()
    await asked.promise
    await access()
    delete harvest.faults.waits
    mended.resolve()
    await checking
    await settle()
    expect(await view()).toMatchObject({
      access: { problem: null, isChecking: false },
      fields: [{ key: 'tasuki_link' }, {}],
    })
  })

  test('is looked at once more where it is mended and rechecked while it is being looked at', async () => {
    const { harvest, company, connectionId, access, settle, view } = await aScene({ isOn: false })
    harvest.scopes.delete('harvest:candidates:list')
    const asked = Promise.withResolvers<void>()
    const rechecked = Promise.withResolvers<void>()
    let requests = 0
    harvest.faults.waits = async () => {
      requests += 1
      asked.resolve()
      if (requests === 1) await rechecked.promise
      // A look is a token, the fields and a candidate: what comes after the first of them is another look.
      if (requests === 4) harvest.scopes.add('harvest:candidates:list')
    }
    await access()
    const checking = settle()
    await asked.promise
    await company.work((work) => recheckAccess(work, connectionId))
    rechecked.resolve()
    await checking
    await settle()
    expect(await view()).toMatchObject({ access: { problem: null, isChecking: false } })
  })

  test('has its field changed only once no link may stand in the one before, and no other field is ever emptied', async () => {
    const { harvest, company, installation, rejected, turn, settle } = await aScene()
    harvest.put('1', { interest: '高い' })
    harvest.faults.status = { at: 'WRITE', is: 500 }
    await rejected(1)
    // The write had arrived, and its answer was lost.
    harvest.put('1', { interest: '高い', tasuki_link: `http://portal.example/l/${company.companyId}.lost` })
    await expect(turn({ isOn: true, key: 'interest' })).rejects.toMatchObject({ code: 'relay.field-stands' })
    delete harvest.faults.status
    await turn({ isOn: false, isEmptied: true })
    installation.clock.advance({ minutes: 5 })
    await settle()
    expect(harvest.valuesOf('1')).toEqual({ interest: '高い' })
    await turn({ isOn: true, key: 'interest' })
    await settle()
    expect(harvest.valuesOf('1')).toEqual({ interest: '高い' })
  })

  test('that allows few calls is never pressed over its limit', async () => {
    const { harvest, installation, rejected, view, settle } = await aScene({ perWindow: 12 })
    for (let id = 1; id <= 6; id += 1) {
      harvest.put(String(id))
      await rejected(id)
    }
    for (let round = 0; round < 12; round += 1) {
      harvest.nextWindow()
      installation.clock.advance({ minutes: 1 })
      await settle()
    }
    expect((await view()).counts).toMatchObject({ WRITTEN: 6 })
    expect(await view()).toMatchObject({ access: { problem: null } })
  })

  test('that loses other fields with a write is not written into again', async () => {
    const { harvest, rejected, view, turn } = await aScene()
    harvest.put('1', { interest: '高い' })
    harvest.put('2', { interest: '低い' })
    harvest.faults.replacesAll = true
    await rejected(1)
    await rejected(2)
    expect(harvest.valuesOf('2')).toEqual({ interest: '低い' })
    expect(await view()).toMatchObject({ access: { problem: 'OTHERS_LOST' }, counts: { HELD: 2 } })
    await expect(turn({ isOn: true, key: 'old' })).rejects.toMatchObject({ code: 'relay.field-unknown' })
  })

  test('that does not know the candidate any more ends it, and an answer that was lost is asked for again', async () => {
    const { harvest, installation, rejected, view, settle, list } = await aScene()
    await rejected(8)
    expect(await list()).toMatchObject([{ shown: 'FAILED', reason: 'CANDIDATE_GONE' }])
    harvest.put('6')
    harvest.faults.status = { at: 'READ', is: 200 }
    await rejected(6)
    delete harvest.faults.status
    expect(await view()).toMatchObject({ access: { problem: 'UNREADABLE' } })
    installation.clock.advance({ minutes: 2 })
    await settle()
    expect((await view()).counts).toMatchObject({ WRITTEN: 1, FAILED: 1 })
  })
})

test('links are not written where letters leave from here, and another company sees nothing of it', async () => {
  const { company, connectionId, access, settle, turn, installation, harvest } = await aScene({ isOn: false })
  await recordLetterBasis(company)
  await expect(turn({ isOn: true, key: 'tasuki_link' })).rejects.toMatchObject({ code: 'relay.no-access' })
  await access()
  await settle()
  await switchOn(company, connectionId)
  await expect(turn({ isOn: true, key: 'tasuki_link' })).rejects.toMatchObject({ code: 'relay.letters-are-on' })
  await company.work((work) => switchOff(work, connectionId))
  await turn({ isOn: true, key: 'tasuki_link' })
  await expect(switchOn(company, connectionId)).rejects.toMatchObject({ code: 'relay.links-are-written' })
  const other = await aCompany({ installation })
  await expect(other.work((work) => linkField(work, connectionId))).rejects.toMatchObject({
    code: 'intake.connection-not-found',
  })
  expect(harvest.writes).toEqual([])
})
