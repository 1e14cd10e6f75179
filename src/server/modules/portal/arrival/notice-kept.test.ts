import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, signedIn } from '../../accounts/testing.ts'
import { memberConsentsMade } from '../../consent/index.ts'
import { answerOffer } from '../../relay/index.ts'
import { openPortal } from '../testing.ts'

const { app, installation, operator, portal } = await openPortal({ emptyDatabase: 'notice_kept' })

/** Publishes the operator's next privacy notice, in force from today. */
async function publish(after: number): Promise<string> {
  const { headers } = await signedIn(operator, { role: 'admin', site: 'operator' })
  const id = newId()
  const today = new Date(Date.now() + installation.clock.offsetMs() + 9 * 3_600_000).toISOString().slice(0, 10)
  const bodyJa = `# 利用目的\n\n- 紹介のため（第${after + 1}版）\n\n# お問い合わせ先\n\n運営事務局 privacy@tasuki.example までご連絡ください。`
  const payload = { id, after, bodyJa, bodyEn: '', effectiveOn: today, summary: '' }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/consent/notices', headers, payload })
  expect(answer.statusCode).toBe(201)
  return id
}

test('a consent of a member keeps the version of the notice of its day, in the receipt and in what is taken along', async () => {
  const offer = 'RELAY_PROFILE~NETWORK'
  const first = await publish(0)
  const company = await aCompany({ installation })
  const { visiting, inOwn } = await portal.registered(company, { [`consent.${offer}`]: 'yes' })
  const second = await publish(1)
  await visiting.get('/consents')
  await visiting.post(`/consents/${offer}/withdraw`)
  await visiting.get('/consents')
  await visiting.post(`/consents/${offer}/give`)
  const made = (await inOwn(memberConsentsMade)).filter(({ purpose }) => purpose === 'RELAY_PROFILE')
  // What is taken back stood on the version of its yes.
  expect(made.map(({ decision, notice }) => [decision, notice?.id, notice?.version])).toEqual([
    ['GIVEN', first, 1],
    ['WITHDRAWN', first, 1],
    ['GIVEN', second, 2],
  ])
  const [, receiptId = ''] = /\/receipts\/([\w-]+)/.exec((await visiting.get('/consents')).html) ?? []
  expect((await visiting.get(`/receipts/${receiptId}`)).html).toContain('第2版（このときに適用されていた版）')
  const all = JSON.stringify(JSON.parse((await visiting.get('/consents/receipts.jsonld')).html))
  expect(all).toContain(`"@type":"dpv:PrivacyNotice","dct:identifier":"${first}","dct:hasVersion":"1"`)
  expect(all).toContain(`/privacy/${operator.companyId}/versions/2`)

  const findings = () =>
    inOwn(async (work) => {
      const found = []
      for (const { contributions } of installation.modules)
        found.push(...((await contributions.verifyMember?.(work)) ?? []))
      return found
    })
  expect(await findings()).toEqual([])
  const notice = { companyId: operator.companyId, id: newId(), version: 7 }
  const shown = {
    purpose: 'RELAY_PROFILE',
    language: 'ja',
    company: '機構',
    recipient: '参加企業',
    items: ['希望職種'],
  } as const
  const forged = { purpose: 'RELAY_PROFILE', recipient: 'NETWORK', items: ['occupations'], shown, notice } as const
  await inOwn((work) => answerOffer(work, { id: newId(), decision: 'GIVEN', offer: forged }))
  expect(await findings()).toMatchObject([{ rule: 'consent.notice-exists', saw: 'version 7' }])
})

test('what the operator is given to begin its notice with speaks of members, and an employer’s of applicants', async () => {
  const suggestionFor = async (site: 'operator' | 'console') => {
    const company = site === 'operator' ? operator : await aCompany({ installation })
    const { headers } = await signedIn(company, { role: 'admin', site })
    const answer = await app.inject({ method: 'GET', url: '/api/v1/consent/notices/suggestion', headers })
    return answer.json<{ bodyJa: string; bodyEn: string }>()
  }
  const own = await suggestionFor('operator')
  expect(own.bodyJa).toContain('キャリアリレーのご登録')
  expect(own.bodyJa).not.toContain('選考')
  expect(own.bodyEn).not.toContain('application papers')
  expect((await suggestionFor('console')).bodyJa).toContain('応募書類')
})
