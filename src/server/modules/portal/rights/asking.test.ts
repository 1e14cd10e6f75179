import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import {
  makeRun,
  placeHold,
  recordBasis,
  requests,
  retentionPeople,
  retentionRun,
  scheduleRun,
} from '../../consent/index.ts'
import { intoWindow, suppress } from '../../messages/index.ts'
import { person, personOf } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { approveAsking, asking, basisCounts, makeAsking, stopAsking } from '../../relay/index.ts'
import { anApplication } from '../../selection/testing.ts'
import { codeFor, openPortal } from '../testing.ts'

const { installation, portal } = await openPortal({ emptyDatabase: 'asking' })

const longAgo = new Date('2020-04-01T00:00:00Z')

/** Somebody of a list of long ago, of whom nobody knows why they are kept. */
async function someone(company: TestCompany, mail: string | null): Promise<string> {
  const { sourceRecordId } = await aPerson(company, {
    kind: 'IMPORT',
    observedAt: longAgo,
    ...(mail !== null && { email: mail }),
  })
  return company.work((work) => personOf(work, sourceRecordId))
}

async function aCompanyWithPurpose(): Promise<TestCompany> {
  const company = await aCompany({ installation })
  await company.work((work) =>
    recordBasis(work, {
      id: newId(),
      kind: 'POOL',
      purpose: '応募者の情報を、今後の募集のご案内に用いるため',
      legalBasis: 'CONSENT',
      mailPermission: 'ADDRESS_GIVEN',
      explanation: '応募者向け個人情報の取扱い 第3条',
    }),
  )
  return company
}

/** Moves the clock to the next moment at which mail may leave, so many hours on. */
async function toWindow(company: TestCompany, hours = 0): Promise<void> {
  installation.clock.advance({ hours })
  const minutes = await company.work(async (work) =>
    Math.ceil(((await intoWindow(work, work.now)).getTime() - work.now.getTime()) / 60_000),
  )
  installation.clock.advance({ minutes })
  await installation.settle(company.companyId)
}

const mailsTo = (mail: string) => installation.mailer.sent.filter(({ to }) => to === mail)
const newMail = () => `${newId()}@mail.example`

async function approved(company: TestCompany, asks: number, perDay = 100): Promise<string> {
  const id = newId()
  await company.work((work) => makeAsking(work, id))
  await company.work((work) => approveAsking(work, { id, perDay, asks }))
  return id
}

/** Follows the link of the question's mail and enters the code. */
async function atTheQuestion(company: TestCompany, mail: string) {
  const visiting = portal.browser()
  const [, path = ''] = /(\/l\/[\w.-]+)/.exec(mailsTo(mail).at(-1)?.text ?? '') ?? []
  await visiting.get(path)
  await visiting.post(path)
  await visiting.get('/code?next=/stay')
  await visiting.post('/code/resend')
  await installation.settle(company.companyId)
  return { visiting, page: await visiting.post('/code', { code: codeFor(installation, mail), next: '/stay' }) }
}

describe('a campaign for unknown grounds', () => {
  test('says who is kept on which ground, and whom it asks and whom not', async () => {
    const company = await aCompanyWithPurpose()
    const optedOut = newMail()
    await someone(company, newMail())
    await someone(company, null)
    await someone(company, optedOut)
    await company.work((work) => suppress(work, { address: optedOut, reason: 'UNSUBSCRIBE' }))
    await anApplication(company)
    await anApplication(company, { course: [{ kind: 'REJECT' }] })
    expect((await company.work(basisCounts)).states).toMatchObject({ UNKNOWN: 3, SELECTION: 1, PUBLISHED: 1 })
    const listed = await company.work((work) => makeAsking(work, newId()))
    expect(listed).toMatchObject({ phase: 'LISTED', asks: 1, reasons: { NO_ADDRESS: 1, OPTED_OUT: 1 } })
    await expect(
      company.work((work) => approveAsking(work, { id: listed.id, perDay: 1, asks: 2 })),
    ).rejects.toMatchObject({ code: 'relay.asking-changed' })
    const bare = await aCompany({ installation })
    await expect(bare.work((work) => makeAsking(work, newId()))).rejects.toMatchObject({
      code: 'consent.basis-missing',
    })
  })

  test('writes to so many a day in the send window, stops when told to, and asks nobody twice', async () => {
    const company = await aCompanyWithPurpose()
    const mails = [newMail(), newMail(), newMail()]
    for (const mail of mails) await someone(company, mail)
    await toWindow(company)
    const id = await approved(company, 3, 1)
    await installation.settle(company.companyId)
    const sent = () => mails.filter((mail) => mailsTo(mail).length > 0).length
    expect(sent()).toBe(1)
    await toWindow(company, 24)
    expect(sent()).toBe(2)
    await company.work((work) => stopAsking(work, id))
    await toWindow(company, 48)
    expect(sent()).toBe(2)
    const again = await company.work((work) => makeAsking(work, newId()))
    expect(again).toMatchObject({ asks: 1, reasons: { ASKED_BEFORE: 2 } })
  })

  test('leads to a page with two answers: a yes is a consent, a no is a request to erase', async () => {
    const company = await aCompanyWithPurpose()
    const [stays, leaves] = [newMail(), newMail()]
    for (const mail of [stays, leaves]) await someone(company, mail)
    await toWindow(company)
    const id = await approved(company, 2)
    await installation.settle(company.companyId)
    expect(mailsTo(stays).at(-1)?.text.replaceAll('\n', '')).toContain('情報をお預かりしている方に')
    const yes = await atTheQuestion(company, stays)
    expect(yes.page.html).toContain('保管に同意する')
    expect(yes.page.html).not.toContain('checked')
    expect((await yes.visiting.post('/stay/agree')).html).toContain('承りました')
    const no = await atTheQuestion(company, leaves)
    const left = (await no.visiting.post('/stay/leave')).html
    expect(left).toContain('消去のご請求として受け付け')
    expect(left).toContain('href="/requests"')
    await installation.settle(company.companyId)
    expect(mailsTo(leaves).at(-1)?.subject, 'a receipt for each event').toContain('消去のご請求の受付')
    const given = mailsTo(stays).at(-1)?.text.replaceAll(/\s/g, '') ?? ''
    expect(given).toContain('・提供する内容：応募時にお預かりした情報、')
    expect(await company.work((work) => asking(work, id))).toMatchObject({
      phase: 'DONE',
      sent: 2,
      stays: 1,
      leaves: 1,
    })
    expect((await company.work(basisCounts)).states).toMatchObject({ CONSENT: 1, REFUSED: 1, UNKNOWN: 0 })
    expect(await company.work((work) => requests(work, { after: undefined, limit: 10 }))).toMatchObject([
      { kind: 'ERASURE', state: 'OPEN', identity: { how: 'CODE_BY_MAIL' } },
    ])
  })

  test('hears a no from the same page that a yes was given on before', async () => {
    const company = await aCompanyWithPurpose()
    const mail = newMail()
    await someone(company, mail)
    await toWindow(company)
    await approved(company, 1)
    await installation.settle(company.companyId)
    const { visiting } = await atTheQuestion(company, mail)
    const page = { csrf: visiting.hidden('csrf'), idempotencyId: visiting.hidden('idempotencyId') }
    await visiting.post('/stay/agree', page)
    await visiting.post('/stay/leave', page)
    expect((await company.work(basisCounts)).states).toMatchObject({ CONSENT: 0, REFUSED: 1 })
  })

  test('changes nothing where a program opens or posts its link, and stays shut to who has no code', async () => {
    const company = await aCompanyWithPurpose()
    const mail = newMail()
    await someone(company, mail)
    await toWindow(company)
    await approved(company, 1)
    await installation.settle(company.companyId)
    const [, path = ''] = /(\/l\/[\w.-]+)/.exec(mailsTo(mail).at(-1)?.text ?? '') ?? []
    for (const url of [path, '/stay', '/stay/agree', '/stay/leave', '/refresh', '/refresh/stop'])
      for (const method of ['GET', 'POST'] as const) await portal.browser().request(method, url)
    const forwarded = portal.browser()
    await forwarded.get(path)
    await forwarded.post(path)
    for (const url of ['/stay/agree', '/stay/leave', '/refresh', '/refresh/leave', '/refresh/pool'])
      await forwarded.post(url, { 'field-desiredOccupations': '営業' })
    expect((await company.work(basisCounts)).states).toMatchObject({ CONSENT: 0, REFUSED: 0, UNKNOWN: 1 })
    expect(await company.work((work) => requests(work, { after: undefined, limit: 10 }))).toEqual([])
  })

  test('hands whoever never answered over to a deletion with its own dry run', async () => {
    const company = await aCompanyWithPurpose()
    const [silent, held, answers] = [newMail(), newMail(), newMail()]
    const ids = [await someone(company, silent), await someone(company, held), await someone(company, answers)]
    await toWindow(company)
    await approved(company, 3)
    await installation.settle(company.companyId)
    await company.work((work) => placeHold(work, { id: newId(), personId: ids[1]!, reason: '調査のため' }))
    const listed = async () => {
      const id = newId()
      await company.work((work) => makeRun(work, { id, kind: 'UNKNOWN_BASIS', graceDays: 30 }))
      await installation.settle(company.companyId)
      return id
    }
    const early = await company.work((work) => listed().then((id) => retentionRun(work, id)))
    expect(early.classes.EVENT_ATTENDEE).toMatchObject({ deletes: 0, notDue: 3 })
    installation.clock.advance({ days: 31 })
    const id = await listed()
    const found = await company.work((work) => retentionPeople(work, id, { limit: 10 }))
    expect(new Map(found.map(({ personId, reasons }) => [personId, reasons.join()]))).toEqual(
      new Map([
        [ids[0], ''],
        [ids[1], 'HELD'],
        [ids[2], ''],
      ]),
    )
    await company.work((work) => scheduleRun(work, { id, waitHours: 24, deletes: 2 }))
    // In the wait one of them answers after all.
    const { visiting } = await atTheQuestion(company, answers)
    await visiting.post('/stay/agree')
    installation.clock.advance({ hours: 25 })
    await installation.settle(company.companyId)
    const states = await company.work((work) => Promise.all(ids.map((one) => person(work, one))))
    expect(states.map(({ state }) => state)).toEqual(['ERASED', 'ACTIVE', 'ACTIVE'])
    expect((await company.work((work) => retentionRun(work, id))).sparedReasons).toEqual({ NOT_DUE: 1 })
  })
})
