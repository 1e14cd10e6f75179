import { describe, expect, test } from 'vitest'
import type { NoticeDraft } from '../../../../contract/consent/privacy-notices.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { operatorId } from '../../accounts/index.ts'
import { aCompany, signedIn, type TestCompany } from '../../accounts/testing.ts'
import { consentText, decide, publishNotice, showText } from '../../consent/index.ts'
import { aLetter, openPortal } from '../testing.ts'

const { app, installation, operator, portal } = await openPortal()

const words = (what: string) =>
  `# 利用目的\n\n- ${what}\n- 選考の結果をご連絡するため\n\n# お問い合わせ先\n\n人事部 privacy@sakura.example`

async function aWriter(company: TestCompany, role: 'admin' | 'recruiter' = 'admin') {
  const { headers } = await signedIn(company, { role })
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1/consent/notices${path}`,
      headers,
      ...(payload && { payload }),
    })
    return { status: answer.statusCode, body: answer.json<Record<string, never> & { code?: string }>() }
  }
  const publish = (after: number, given: Partial<NoticeDraft> = {}) =>
    send('POST', '', {
      id: newId(),
      after,
      bodyJa: words(`第${after + 1}の目的のため`),
      bodyEn: '',
      effectiveOn: new Date(Date.now() + installation.clock.offsetMs() + 9 * 3_600_000).toISOString().slice(0, 10),
      summary: '',
      ...given,
    })
  return { send, publish }
}
const pageOf = ({ companyId }: TestCompany, rest = '') => portal.browser().get(`/privacy/${companyId}${rest}`)

describe('a privacy notice', () => {
  test('of the operator says what the relay does until the operator has published its own, a company’s what hiring does', async () => {
    const company = await aCompany({ installation })
    expect((await pageOf(company)).html).toContain('応募の受付、選考')
    const { status, html } = await pageOf(operator)
    expect([status, html.includes('第三者提供の記録を作成・保存')]).toEqual([200, true])
    expect(html).not.toContain('応募の受付、選考')
    expect((await pageOf(operator, '?lang=en')).html).toContain('keep the records of provision')
    await operator.work((work) =>
      publishNotice(work, {
        id: newId(),
        after: 0,
        bodyJa: words('第1の目的のため'),
        bodyEn: '',
        effectiveOn: dayIn(work.now, 'Asia/Tokyo'),
        summary: '',
      }),
    )
    const own = await pageOf(operator)
    expect(own.html).toContain('第1の目的のため')
    expect(own.html).not.toContain('第三者提供の記録を作成・保存')
  })

  test('that names no company is the one of the network’s operator', async () => {
    const main = ({ html }: { html: string }) => /<main[^]*<\/main>/.exec(html)?.[0]
    const shown = main(await portal.browser().get('/privacy'))
    expect(shown).toBeDefined()
    expect(shown).toBe(main(await portal.browser().get(`/privacy/${await operatorId(installation)}`)))
  })

  test('is shown from its day on, each version at its own address', async () => {
    const company = await aCompany({ installation })
    const { publish } = await aWriter(company)
    expect((await pageOf(company)).html).not.toContain('第1版')
    expect((await publish(0)).status).toBe(201)
    expect((await pageOf(company)).html).toContain('第1の目的のため')
    const later = new Date(Date.now() + installation.clock.offsetMs() + 10 * 86_400_000).toISOString().slice(0, 10)
    expect((await publish(1, { effectiveOn: later, summary: '目的を増やしました' })).status).toBe(201)
    expect((await pageOf(company)).html).toContain('第1の目的のため')
    expect((await pageOf(company, '/versions/2')).html).toContain('から適用される版です')
    installation.clock.advance({ days: 11 })
    const now = await pageOf(company)
    expect(now.html).toContain('第2の目的のため')
    expect(now.html).toContain('目的を増やしました')
    expect((await pageOf(company, '/versions/1')).html).toContain('以前の版です')
    expect((await pageOf(company, '/versions/3')).status).toBe(404)
    expect((await pageOf(company, '?lang=en')).html).toContain('in Japanese only')
  })

  test('is published once, by who may, not for yesterday, and not over a version that nobody read', async () => {
    const company = await aCompany({ installation })
    const { publish } = await aWriter(company)
    expect((await publish(0, { effectiveOn: '2020-01-01' })).body.code).toBe('consent.notice-backdated')
    const both = await Promise.all([publish(0), publish(0)])
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
    expect((await publish(0)).body.code).toBe('consent.notice-changed')
    const recruiter = await aWriter(company, 'recruiter')
    expect((await recruiter.publish(1)).status).toBe(403)
    expect((await recruiter.send('GET', '')).status).toBe(200)
  })

  test('in the making is seen by its preview alone, as people would see it', async () => {
    const company = await aCompany({ installation })
    const { send, publish } = await aWriter(company)
    const suggested = (await send('GET', '/suggestion')).body as unknown as { bodyJa: string; bodyEn: string }
    expect(suggested.bodyJa).toContain('# 利用目的')
    const evil = '<script>alert(1)</script>'
    const draft = { ...suggested, bodyJa: `${suggested.bodyJa}\n\n${evil}`, effectiveOn: null, summary: '' }
    await send('PUT', '/draft', draft)
    const path = async () => {
      const { draft: kept } = (await send('GET', '')).body as unknown as { draft: { previewUrl: string } }
      return new URL(kept.previewUrl).pathname
    }
    const address = await path()
    const seen = await portal.browser().get(address)
    expect(seen.html).toContain('まだ公開されていません')
    expect(seen.html).toContain('&lt;script&gt;')
    expect(seen.html).not.toContain(evil)
    await send('PUT', '/draft', { ...draft, bodyJa: `${draft.bodyJa}。` })
    expect((await portal.browser().get(address)).status).toBe(404)
    const stranger = await aCompany({ installation })
    expect((await portal.browser().get(address.replace(company.companyId, stranger.companyId))).status).toBe(404)
    await publish(0)
    expect((await portal.browser().get(await path().catch(() => address))).status).toBe(404)
  })

  test('stays with what people decided on it', async () => {
    const company = await aCompany({ installation })
    const { send, publish } = await aWriter(company)
    const { personId, sourceRecordId } = await aLetter(company)
    const consent = () =>
      company.work(async (work) => {
        const shown = {
          purpose: 'POOL',
          language: 'ja',
          company: 'さくら',
          recipient: 'さくら',
          items: ['name'],
        } as const
        const { hash: textHash } = await showText(work, shown)
        expect(textHash).toBe(consentText(shown).hash)
        const what = { purpose: 'POOL', recipient: company.companyId, items: ['name'], decision: 'GIVEN' } as const
        await decide(work, { ...what, textHash, how: 'PORTAL', personId, sourceRecordId })
      })
    await consent()
    await publish(0)
    await consent()
    await publish(1)
    await consent()
    await consent()
    const { notices } = (await send('GET', '')).body as unknown as { notices: { version: number; decisions: number }[] }
    expect(notices.map(({ version, decisions }) => [version, decisions])).toEqual([
      [2, 2],
      [1, 1],
    ])
  })
})
