import { describe, expect, test } from 'vitest'
import { aCompany } from '../../accounts/testing.ts'
import { changeSettings, recordTold } from '../../relay/index.ts'
import { aRejected } from '../../relay/testing.ts'
import { aLetter, openPortal } from '../testing.ts'

const { installation, portal } = await openPortal()

/** Somebody whom the company rejected after a first interview, at their pages; told of it or not. */
async function aRejectedVisitor({ told = true } = {}) {
  const company = await aCompany({ installation, name: '株式会社つばき製作所' })
  await company.work((work) => changeSettings(work, { reapplyCooldownMonths: 6, issuesCertificates: true }))
  const letter = await aLetter(company)
  const { applicationId } = await aRejected(company, { course: { sourceRecordId: letter.sourceRecordId } })
  await installation.settle(company.companyId)
  if (told) await company.work((work) => recordTold(work, { applicationId, how: 'PHONE', at: work.now }))
  const { visiting } = await portal.arrived(company, letter)
  return { company, applicationId, visiting }
}

describe('a certificate of the stage reached', () => {
  test('shows what the person chose, is found genuine by anybody, and hides the employer otherwise', async () => {
    const { visiting, applicationId } = await aRejectedVisitor()
    expect((await visiting.get('/certificates')).html).toContain('一次面接')
    const taken = await visiting.post(`/certificates/${applicationId}`, { show: ['stage', 'period'] })
    expect(taken.headers['content-disposition']).toContain('attachment')
    const anybody = portal.browser()
    await anybody.get('/verify')
    const checked = await anybody.post('/verify', { certificate: taken.html })
    expect(checked.html).toContain('この証明書は本物です')
    expect(checked.html).toContain('一次面接')
    expect(checked.html).not.toContain('つばき製作所')
    const shown = taken.html
      .split(/[.~]/)
      .map((part) => Buffer.from(part, 'base64url').toString())
      .join('')
    expect(shown).not.toContain('つばき製作所')
    expect(shown).not.toContain('佐藤')
    const forged = await anybody.post('/verify', { certificate: taken.html.replace('.', 'A.') })
    expect(forged.html).toContain('確認できませんでした')
  })

  test('is offered of no selection whose end the person was not told of, nor where the company issues none', async () => {
    const untold = await aRejectedVisitor({ told: false })
    const page = await untold.visiting.get('/certificates')
    expect(page.html).not.toContain('一次面接')
    const taken = await untold.visiting.post(`/certificates/${untold.applicationId}`, { show: ['stage'] })
    expect(taken.status).toBe(404)
    const { company, visiting } = await aRejectedVisitor()
    await company.work((work) => changeSettings(work, { issuesCertificates: false }))
    expect((await visiting.get('/certificates')).html).not.toContain('一次面接')
  })

  test("of one person is not another's to take", async () => {
    const { applicationId } = await aRejectedVisitor()
    const { visiting } = await aRejectedVisitor()
    await visiting.get('/certificates')
    expect((await visiting.post(`/certificates/${applicationId}`, { show: ['stage'] })).status).toBe(404)
  })
})

describe('the re-application passport', () => {
  test('says from which day the person may apply again, and that they may once it has come', async () => {
    const { visiting, company } = await aRejectedVisitor()
    const { html } = await visiting.get('/reapply')
    expect(html).toContain('前回の結果から6か月後')
    await company.work((work) => changeSettings(work, { reapplyCooldownMonths: null }))
    expect((await visiting.get('/reapply')).html).toContain('時期の定めはありません')
  })

  test('tells nothing of a selection whose end the person was not told of', async () => {
    const { visiting } = await aRejectedVisitor({ told: false })
    expect((await visiting.get('/reapply')).html).toContain('表示できる企業はありません')
  })
})
