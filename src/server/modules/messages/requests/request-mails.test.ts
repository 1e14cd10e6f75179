import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import { isDisclosure } from '../../../../contract/requests/disclosure-forms.ts'
import { wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import type { Work } from '../../../kernel/work.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { answerErasures, answerRequest, checkIdentity, openRequest, request, subjectOf } from '../../consent/index.ts'
import { correct, merge, recordSource, unmerge } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { remind } from './request-reminders.ts'

let dataDir: string
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'tasuki-requests-'))))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function aWholeCompany(): Promise<TestCompany> {
  const installation = await testInstallation(wiring)
  installation.config.dataDir = dataDir
  return aCompany({ installation })
}

async function asks(company: TestCompany, kind: DataRequest['kind'], { email = 'asks@people.example' } = {}) {
  const { personId } = await company.work((work) =>
    recordSource(work, {
      id: newId(),
      kind: 'FORM',
      label: '応募フォーム',
      observedAt: work.now,
      claims: [
        { field: 'name', value: '問屋 請子' },
        { field: 'email', value: email },
      ],
    }),
  )
  const id = newId()
  await company.work((work) => openRequest(work, { id, kind, via: 'PHONE', personId, said: 'お願いします。' }))
  await company.work((work) => checkIdentity(work, { id, personId, how: 'CALL_BACK', note: '' }))
  return { id, personId }
}

const isErased = async (work: Work, personId: string) => (await subjectOf(work, personId))?.addresses.length === 0

const answered = { grounds: [], refused: '', told: 'MAIL' as const, erase: false }

describe('the answer to a request', () => {
  test('goes to the person in polite words, with what is not granted and the article it stands on', async () => {
    const company = await aWholeCompany()
    const { id } = await asks(company, 'DISCLOSURE')
    await company.work((work) =>
      answerRequest(work, {
        ...answered,
        id,
        state: 'PARTIAL',
        answer: '応募書類の写しを別送いたします。',
        grounds: ['HINDRANCE'],
        refused: '面接官の所見',
      }),
    )
    await company.installation.settle(company.companyId)
    const [mail] = company.installation.mailer.sent
    expect(mail?.text).toContain('問屋 請子 様')
    expect(mail?.text).toContain('開示いたしかねる部分：面接官の所見')
    expect(mail?.text.replaceAll(/\n */g, '')).toContain('個人情報保護法第33条第2項第2号')
    expect(mail?.text).toContain('応募書類の写しを別送いたします。')
  })

  test.each([
    ['DISCLOSURE', 'ご請求のとおり、情報を開示いたしました。'],
    ['CORRECTION', 'ご請求のとおり、記録を訂正いたしました。'],
    ['STOP', 'ご請求のとおり、情報の利用を停止いたしました。'],
    ['ERASURE', 'ご請求のとおり、情報を消去いたしました。'],
    ['PROVISION_RECORDS', 'ご請求のとおり、第三者提供記録を開示いたしました。'],
  ] as const)('that is granted says what was done: %s', async (kind, done) => {
    const company = await aWholeCompany()
    const { id } = await asks(company, kind)
    const handover = isDisclosure(kind) ? { handover: { how: 'POST' as const } } : {}
    const answer = { ...answered, ...handover, id, state: 'ANSWERED' as const, answer: 'ご確認ください。' }
    await company.work((work) => answerRequest(work, answer))
    await company.installation.settle(company.companyId)
    expect(company.installation.mailer.sent[0]?.text).toContain(done)
  })

  test('that cannot be mailed is shown as not told, and is refused where no address is known', async () => {
    const company = await aWholeCompany()
    const { id } = await asks(company, 'DISCLOSURE', { email: 'gone@people.example' })
    const { suppress } = await import('../sending/suppression.ts')
    await company.work((work) => suppress(work, { address: 'gone@people.example', reason: 'HARD_BOUNCE' }))
    await company.work((work) => answerRequest(work, { ...answered, id, state: 'ANSWERED', answer: 'お送りします。' }))
    await company.installation.settle(company.companyId)
    expect(company.installation.mailer.sent).toEqual([])
    expect(await company.work((work) => request(work, id))).toMatchObject({ state: 'ANSWERED', told: null })
  })

  test('leaves before the person is erased', async () => {
    const company = await aWholeCompany()
    const { id, personId } = await asks(company, 'ERASURE')
    const answer = { ...answered, id, state: 'ANSWERED' as const, answer: '消去いたします。', erase: true }
    await company.work((work) => answerRequest(work, answer))
    expect(await company.work((work) => request(work, id))).toMatchObject({ erasure: 'WAITING' })
    await company.installation.settle(company.companyId)
    expect(company.installation.mailer.sent).toEqual([
      expect.objectContaining({ text: expect.stringContaining('このメールの送信をもって情報を消去いたしました。') }),
    ])
    expect(await company.work((work) => isErased(work, personId))).toBe(true)
    expect(await company.work((work) => request(work, id))).toMatchObject({
      state: 'ANSWERED',
      erasure: 'DONE',
      said: '',
      answer: '',
      personName: null,
    })
  })
})

describe('many requests to erase at once', () => {
  test('are done one by one in the background; what cannot be granted is left with its reason', async () => {
    const company = await aWholeCompany()
    const people: { id: string; personId: string }[] = []
    for (let made = 0; made < 40; made += 1)
      people.push(await asks(company, 'ERASURE', { email: `many-${made}@people.example` }))
    const other = await asks(company, 'DISCLOSURE', { email: 'other@people.example' })
    const ids = [...people.map(({ id }) => id), other.id]
    const told = 'ELSEWHERE' as const
    const outcome = await company.work((work) => answerErasures(work, { ids, answer: '消去いたします。', told }))
    expect(outcome).toEqual({ accepted: 40, left: [{ id: other.id, reason: 'NOT_AN_ERASURE' }] })
    await company.installation.settle(company.companyId)
    for (const { personId } of people) expect(await company.work((work) => isErased(work, personId))).toBe(true)
    expect(await company.work((work) => isErased(work, other.personId))).toBe(false)
    expect(await company.work((work) => answerErasures(work, { ids, answer: '消去いたします。', told }))).toMatchObject(
      {
        accepted: 0,
      },
    )
  })
})

test('who may answer is reminded as the day comes near, once a day, and not before', async () => {
  const company = await aWholeCompany()
  await asks(company, 'DISCLOSURE')
  expect(await company.work(remind)).toBe(0)
  company.installation.clock.advance({ days: 11 })
  expect(await company.work(remind)).toBeGreaterThan(0)
  await company.work(remind)
  await company.installation.settle(company.companyId)
  const mails = company.installation.mailer.sent
  expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
  expect(mails[0]?.text).toContain('残り3日')
})

test('of one who asked by their own page is theirs also when a merge is undone before it is answered', async () => {
  const company = await aWholeCompany()
  const stays = await aPerson(company, { email: 'stays@people.example' })
  const asker = await aPerson(company, { name: '請願 求', email: 'asker@people.example' })
  const mergeId = newId()
  await company.work((work) => merge(work, { id: mergeId, survivor: stays.personId, dissolved: asker.personId, reason: 'STAFF' })) // prettier-ignore
  const id = newId()
  await company.work((work) =>
    openRequest(work, {
      id,
      kind: 'ERASURE',
      via: 'PORTAL',
      identity: 'CODE_BY_MAIL',
      personId: stays.personId,
      sourceRecordId: asker.sourceRecordId,
      said: '',
    }),
  )
  await company.work((work) => unmerge(work, { mergeId }))
  expect(await company.work((work) => request(work, id))).toMatchObject({ personId: asker.personId })
  const answer = { ...answered, id, state: 'ANSWERED' as const, answer: '消去いたします。', erase: true }
  await company.work((work) => answerRequest(work, answer))
  await company.installation.settle(company.companyId)
  expect(company.installation.mailer.sent).toMatchObject([{ to: 'asker@people.example' }])
  expect(await company.work((work) => isErased(work, asker.personId))).toBe(true)
  expect(await company.work((work) => isErased(work, stays.personId))).toBe(false)
})

describe('an answer that waits for the mail server', () => {
  const answer = { ...answered, state: 'DECLINED' as const, grounds: ['NOT_HELD' as const], answer: 'ございません。' }
  const declineLater = async (company: TestCompany, id: string) => {
    company.installation.mailer.answer({ outcome: 'deferred', answer: 'ECONNREFUSED' })
    await company.work((work) => answerRequest(work, { ...answer, id }))
    await company.installation.settle(company.companyId)
    company.installation.mailer.answer({ outcome: 'sent', answer: '250' })
  }
  const anHourLater = async ({ installation, companyId }: TestCompany) => {
    const before = installation.mailer.sent.length
    installation.clock.advance({ hours: 2 })
    await installation.settle(companyId)
    return installation.mailer.sent.slice(before).map(({ to }) => to)
  }

  test('is written to where its human is reached by then, once', async () => {
    const company = await aWholeCompany()
    const { id, personId } = await asks(company, 'DISCLOSURE', { email: 'before@people.example' })
    await declineLater(company, id)
    await company.work((work) => correct(work, { personId, field: 'email', value: 'after@people.example' }))
    expect(await anHourLater(company)).toEqual(['after@people.example'])
    expect(await company.work((work) => request(work, id))).toMatchObject({ told: 'MAIL' })
  })

  test('and then reaches nobody is shown as not told', async () => {
    const company = await aWholeCompany()
    const { id } = await asks(company, 'DISCLOSURE')
    await declineLater(company, id)
    company.installation.mailer.answer({ outcome: 'refused', status: 550, answer: '550 5.1.1' })
    await anHourLater(company)
    expect(await company.work((work) => request(work, id))).toMatchObject({ state: 'DECLINED', told: null })
  })
})
