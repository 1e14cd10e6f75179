import { expect, test } from 'vitest'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { company, operatorId } from '../../accounts/index.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { hasMemberConsent } from '../../consent/index.ts'
import { contactsUsed, findMember, network } from '../../relay/index.ts'
import { codeFor, openPortal } from '../testing.ts'

const { installation, portal } = await openPortal()

const profile = { purpose: 'RELAY_PROFILE', recipient: network } as const

async function operatorName(): Promise<string> {
  const companyId = (await operatorId(installation)) ?? ''
  return (await inCompany(installation, { companyId, actor: systemActor('test') }, company)).name
}

/** A member whose profile ends within a month, at the page to which the mail's link leads. */
async function atTheQuestion(writing: TestCompany) {
  const made = await portal.registered(writing, { 'consent.RELAY_PROFILE~NETWORK': 'yes' })
  const { letter, memberId } = made
  installation.clock.advance({ days: 155 })
  for (let pass = 0; pass < 3; pass += 1) await installation.settle(memberId, writing.companyId)
  const mail = installation.mailer.sent.findLast((one) => one.to === letter.mail && one.text.includes('/l/'))
  const token = /\/l\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  const visiting = portal.browser()
  expect((await visiting.get(`/l/${token}`)).status).toBe(200)
  const landed = await visiting.post(`/l/${token}`)
  expect(landed.to).toBe('/code?next=%2Frenewal')
  const code = await visiting.get('/code?next=%2Frenewal')
  const named = /class="writer">.*?<strong>([^<]*)/.exec(code.html)?.[1]
  expect(named).toBe(await operatorName())
  await visiting.post('/code/resend')
  await installation.settle(writing.companyId)
  const page = await visiting.post('/code', { code: codeFor(installation, letter.mail), next: '/renewal' })
  return { ...made, visiting, page }
}

test('the mail’s link leads, after the code, to one button that goes on', async () => {
  const { visiting, page, inOwn } = await atTheQuestion(await aCompany({ installation }))
  expect(page.html).toContain('同意を続ける')
  expect(page.html).toContain('同意を終える')
  const before = await inOwn(findMember)
  expect((await visiting.post('/renewal/go-on')).html).toContain('引き続きご案内いたします')
  const after = await inOwn(findMember)
  expect(after?.shownUntil.getTime()).toBeGreaterThan(before?.shownUntil.getTime() ?? 0)
  expect(await inOwn(contactsUsed)).toBe(1)
  expect((await visiting.get('/renewal')).html).toContain('期限の近い同意はありません')
})

test('or to one that stops at once', async () => {
  const { visiting, inOwn } = await atTheQuestion(await aCompany({ installation }))
  expect((await visiting.post('/renewal/stop')).html).toContain('本日をもって終了')
  expect(await inOwn((work) => hasMemberConsent(work, profile))).toBe(false)
})

test('hours without mail and the language of mails are set on the page', async () => {
  const { visiting, inOwn } = await portal.registered(await aCompany({ installation }))
  await visiting.get('/settings')
  await visiting.post('/settings/quiet-hours', { quiet: 'yes', quietFrom: '21', quietUntil: '8' })
  await visiting.post('/settings/language', { language: 'en' })
  expect(await inOwn(findMember)).toMatchObject({ quiet: { from: 21, until: 8 }, language: 'en' })
  expect((await visiting.post('/settings/quiet-hours', { quiet: 'yes', quietFrom: '9', quietUntil: '9' })).status).toBe(
    422,
  )
  await visiting.get('/settings')
  await visiting.post('/settings/quiet-hours', {})
  expect((await inOwn(findMember))?.quiet).toBeNull()
})
