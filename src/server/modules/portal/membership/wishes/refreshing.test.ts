import { expect, test } from 'vitest'
import { newId } from '../../../../kernel/ids.ts'
import type { TestCompany } from '../../../accounts/testing.ts'
import { approvePlan } from '../../../freshness/asking.ts'
import { anAskingCompany } from '../../../freshness/testing.ts'
import { person, recordsOf } from '../../../people/index.ts'
import { aPerson } from '../../../people/testing.ts'
import { asksOf } from '../../../freshness/store-asks.ts'
import { codeFor, evil, openPortal } from '../../testing.ts'

const { installation, portal } = await openPortal()

/** Somebody asked by mail, at the page to which its link leads. */
async function asked() {
  const company = await anAskingCompany({ installation })
  const mail = `${newId()}@mail.example`
  const observedAt = new Date(Date.now() + installation.clock.offsetMs() - 1000 * 86_400_000)
  const made = {
    email: mail,
    employer: '青葉商事',
    desiredOccupations: ['営業'],
    desiredSalaryMin: 5_000_000,
    observedAt,
  }
  const { personId } = await aPerson(company, made)
  await company.work((work) => approvePlan(work, { id: newId(), personIds: [personId] }))
  await leave(company)
  const text = installation.mailer.sent.findLast(({ to }) => to === mail)?.text ?? ''
  const token = /\/l\/(\S+)/.exec(text)?.[1] ?? ''
  const visiting = portal.browser()
  await visiting.get(`/l/${token}`)
  const landed = await visiting.post(`/l/${token}`)
  const state = () =>
    company.work(async (work) => {
      const records = (await recordsOf(work, personId)).map(({ id }) => id)
      const [ask] = await asksOf(work, records)
      return { ask, fields: (await person(work, personId)).fields }
    })
  const enterCode = async () => {
    await visiting.get('/code?next=%2Frefresh')
    await visiting.post('/code/resend')
    await installation.settle(company.companyId)
    return visiting.post('/code', { code: codeFor(installation, mail), next: '/refresh' })
  }
  return { company, visiting, landed, state, enterCode, token }
}

async function leave(company: TestCompany): Promise<void> {
  for (let hours = 0; hours < 100; hours += 4) {
    await installation.settle(company.companyId)
    installation.clock.advance({ hours: 4 })
  }
}

test('the link leads to the question, shows nothing before the code, and one press confirms everything', async () => {
  const { visiting, landed, state, enterCode } = await asked()
  expect(landed.html).toContain('ご登録内容の確認')
  expect(landed.html).not.toContain('青葉商事')
  const page = await enterCode()
  expect(page.html).toContain('青葉商事')
  const form = {
    'field-employer': '青葉商事',
    'field-desiredOccupations': '営業',
    'field-desiredSalaryMin': '500万円以上',
  }
  const done = await visiting.post('/refresh', form)
  expect(done.html).toContain('ご確認ありがとうございました')
  const { ask, fields } = await state()
  expect(ask).toMatchObject({ state: 'ANSWERED', answer: 'CONFIRMED' })
  expect(fields.employer).toMatchObject({ value: '青葉商事', source: { kind: 'PERSON' } })
  expect(fields.desiredSalaryMin?.value).toBe(5_000_000)
})

test('what was changed is kept as changed, what cannot be is asked again and nothing else is lost', async () => {
  const { visiting, state, enterCode } = await asked()
  await enterCode()
  const form = {
    'field-employer': evil,
    'field-desiredOccupations': '営業、経理',
    'field-desiredSalaryMin': 'たくさん',
  }
  const wrong = await visiting.post('/refresh', form)
  expect(wrong.status).toBe(422)
  expect(wrong.html).not.toContain('<script>alert')
  expect((await state()).fields.desiredOccupations?.value).toEqual(['営業', '経理'])
  expect((await state()).ask).toMatchObject({ state: 'SENT' })
  const done = await visiting.post('/refresh', { ...form, 'field-desiredSalaryMin': '600万円' })
  expect(done.html).toContain('変更された内容を')
  expect((await state()).fields.desiredSalaryMin?.value).toBe(6_000_000)
  expect((await state()).ask).toMatchObject({ answer: 'CHANGED' })
})

test('not to be asked again takes one press and no code; prefetching changes nothing', async () => {
  const { visiting, state, token } = await asked()
  const scanner = portal.browser()
  for (let times = 0; times < 20; times += 1) await scanner.get(`/l/${token}`)
  expect((await state()).ask).toMatchObject({ state: 'SENT' })
  expect((await visiting.post('/refresh', { 'field-employer': 'x' })).html).not.toContain('ありがとう')
  await visiting.get('/refresh')
  expect((await visiting.post('/refresh/stop')).html).toContain('今後、内容の確認をお願いすることはありません')
  expect((await state()).ask).toMatchObject({ answer: 'NOT_INTERESTED' })
})

test('a member of the relay is asked within the number of contacts that they set, or not at all', async () => {
  const company = await anAskingCompany({ installation })
  const observedAt = new Date(Date.now() + installation.clock.offsetMs() - 1000 * 86_400_000)
  const pool = { [`consent.POOL~${company.companyId}`]: 'yes' }
  const { visiting, letter, memberId } = await portal.registered(company, pool)
  const { personId } = letter
  await aPerson(company, { personId, name: undefined, kind: 'IMPORT', employer: '青葉商事', observedAt })
  for (let pass = 0; pass < 3; pass += 1) await installation.settle(memberId, company.companyId)
  await visiting.get('/settings')
  await visiting.post('/settings/budget', { limit: '0' })
  await company.work((work) => approvePlan(work, { id: newId(), personIds: [personId] }))
  await leave(company)
  const asks = await company.work(async (work) =>
    asksOf(
      work,
      (await recordsOf(work, personId)).map(({ id }) => id),
    ),
  )
  expect(asks).toMatchObject([{ state: 'REFUSED', hindrance: 'NOT_REACHABLE' }])
  expect(installation.mailer.sent.some(({ to, text }) => to === letter.mail && text.includes('変わりがないか'))).toBe(
    false,
  )
})
