import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { changeCompany } from '../../accounts/index.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { correct } from '../../people/index.ts'
import { sendCode } from './code.ts'
import { findSession } from './session.ts'
import { aLetter, codeFor, openPortal, type TestLetter } from '../testing.ts'

const { installation, portal } = await openPortal()

/** A visit to whose person a code was mailed. */
async function mailed(company: TestCompany, letter: TestLetter) {
  const visiting = portal.browser()
  await visiting.get(`/l/${letter.token}`)
  await visiting.post(`/l/${letter.token}`)
  const send = async () => {
    await visiting.post('/code/resend')
    await installation.settle(company.companyId)
  }
  const enter = (code = codeFor(installation, letter.mail)) => visiting.post('/code', { code, next: '/consents' })
  await send()
  return { visiting, send, enter }
}

describe('a code', () => {
  test('is mailed to who reads in English by the company under its English name', async () => {
    const company = await aCompany({ installation, name: 'みなと商事株式会社' })
    await company.work((work) => changeCompany(work, { nameEn: 'Minato Trading' }))
    const letter = await aLetter(company)
    const visiting = portal.browser()
    await visiting.get(`/l/${letter.token}?lang=en`)
    await visiting.post(`/l/${letter.token}`)
    await visiting.get('/code?lang=en')
    await visiting.post('/code/resend?lang=en')
    await installation.settle(company.companyId)
    const { text = '' } = installation.mailer.sent.findLast(({ to }) => to === letter.mail) ?? {}
    expect(text).toContain('Sent by: Minato Trading')
    expect(text).toContain('the hiring team will read it')
  })

  test('opens what is asked for once; entered again it is as good as expired', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const { enter, visiting } = await mailed(company, letter)
    expect((await enter()).status).toBe(200)
    await visiting.get('/home')
    expect((await enter()).status).toBe(422)
  })

  test('proves the address it was mailed to, and no other that is known by the time it is entered', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const { enter, send } = await mailed(company, letter)
    const mail = `${newId()}@mail.example`
    await company.work((work) => correct(work, { personId: letter.personId, field: 'email', value: mail }))
    expect((await enter()).status).toBe(422)
    installation.clock.advance({ minutes: 2 })
    await send()
    expect((await enter(codeFor(installation, mail))).status).toBe(200)
  })

  test('of a visit is mailed five times at most, a minute apart, and the one before stops working', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const { enter, visiting } = await mailed(company, letter)
    const [, cookie] = /__Host-tasuki_portal=([^;]+)/.exec(visiting.cookie() ?? '') ?? []
    // Past the pages, which take no more than a few presses a minute by their own limit.
    const session = (await findSession(installation, cookie))!
    const send = () => company.work((work) => sendCode(work, { session, mail: letter.mail, language: 'ja' }))
    expect(await send()).toMatchObject({ sent: false, resendFrom: expect.any(Date) })
    const codes: string[] = []
    for (let more = 0; more < 4; more += 1) {
      installation.clock.advance({ minutes: 2 })
      expect(await send()).toMatchObject({ sent: true })
      await installation.settle(company.companyId)
      codes.push(codeFor(installation, letter.mail))
    }
    installation.clock.advance({ minutes: 2 })
    expect(await send()).toEqual({ sent: false, spent: 'VISIT' })
    expect((await enter(codes[2])).status).toBe(422)
    expect((await enter(codes[3])).status).toBe(200)
  })
})
