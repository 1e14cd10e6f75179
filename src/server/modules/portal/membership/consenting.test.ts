import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { answerOffer, commitShare } from '../../relay/index.ts'
import { openPortal } from '../testing.ts'

const { installation, operator, portal } = await openPortal()

type Registered = Awaited<ReturnType<typeof portal.registered>>

/** The person says yes to an introduction to an opening of an employer, as the introduction's page does it. */
const saysYes = async ({ inOwn }: Registered, employer: { companyId: string; name: string }, opening: string) => {
  const recipient = { id: employer.companyId, name: employer.name }
  await inOwn(async (work) => {
    await answerOffer(work, {
      id: newId(),
      decision: 'GIVEN',
      offer: {
        purpose: 'INTRODUCTION',
        recipient: recipient.id,
        items: ['name'],
        shown: {
          purpose: 'INTRODUCTION',
          language: 'ja',
          company: 'たすき運営機構',
          recipient: recipient.name,
          opening,
          items: ['お名前'],
        },
      },
    })
    await commitShare(work, {
      id: newId(),
      purpose: 'INTRODUCTION',
      provider: { id: operator.companyId, name: 'たすき運営機構' },
      recipient,
      opening,
      howObtained: 'REGISTERED_BY_THE_PERSON',
      payload: { subjectName: '佐藤', fields: { name: '佐藤' } },
    })
  })
}

const between = (html: string, from: string, to: string) => html.slice(html.indexOf(from), html.indexOf(to))

test('what was given to an employer names each opening, on the page of consents and in the record of each', async () => {
  const name = `あおば精機${newId().slice(-6)}`
  const { companyId } = await aCompany({ installation, name })
  const registered = await portal.registered(await aCompany({ installation }))
  for (const opening of ['法人営業', '営業企画 {recipient}']) await saysYes(registered, { companyId, name }, opening)
  const { visiting } = registered
  const standing = between((await visiting.get('/consents')).html, `経歴を、${name}に`, '控え（同意レシート）')
  expect(standing.match(/class="standing"/g), 'one consent to one employer').toHaveLength(1)
  expect(standing).toMatch(/対象の求人：.*「法人営業」/)
  expect(standing).toContain('「営業企画 {recipient}」')
  expect(standing).toContain('撤回は、上のすべての求人についての提供に及びます')
  expect(standing, 'nobody asks whether it goes on').not.toContain('期限前に継続をお伺いします')
  const records = (await visiting.get('/shares')).html
  for (const opening of ['法人営業', '営業企画 {recipient}'])
    expect(records).toContain(`求人「${opening}」のご紹介のため、ご本人の氏名・連絡先・経歴を${name}に提供すること`)
  const table = (await visiting.get('/shares/records.csv')).html
  expect(table).toContain('求人「法人営業」のご紹介のため')
  await visiting.get('/consents')
  const after = await visiting.post(`/consents/INTRODUCTION~${companyId}/withdraw`)
  expect(between(after.html, `経歴を、${name}に`, '控え（同意レシート）')).not.toContain('対象の求人')
})

test.each([
  ['FLOW_BACK', 'これまでにお知らせした状況も、企業の画面から消えます'],
  ['RELAY_PROFILE', 'どの企業にも表示されません'],
])(
  'taking a consent back says what follows from that one, on the page and in its receipt: %s',
  async (purpose, follows) => {
    const company = await aCompany({ installation })
    const recipient = purpose === 'FLOW_BACK' ? company.companyId : 'NETWORK'
    const { visiting, letter, memberId } = await portal.registered(company, {
      [`consent.${purpose}~${recipient}`]: 'yes',
    })
    await visiting.get('/consents')
    const { html } = await visiting.post(`/consents/${purpose}~${recipient}/withdraw`)
    expect(html).toContain(follows)
    expect(html, 'nothing was handed to anybody by it').not.toContain('利用の停止を当方から依頼')
    await installation.settle(memberId, company.companyId)
    await installation.settle(memberId, company.companyId)
    const receipt = installation.mailer.sent.findLast(
      ({ to, subject }) => to === letter.mail && subject.includes('撤回'),
    )
    expect(receipt?.text.replaceAll('\n', '').replaceAll(' ', '')).toContain(follows)
  },
)
