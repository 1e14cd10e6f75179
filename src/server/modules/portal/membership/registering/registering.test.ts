import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { aCompany } from '../../../accounts/testing.ts'
import { consents, memberConsents } from '../../../consent/index.ts'
import { balances } from '../../../credits/index.ts'
import { person } from '../../../people/index.ts'
import { companyKey } from '../../../../../engines/japanese/index.ts'
import { blocks, memberOf } from '../../../relay/index.ts'
import { inMember } from '../../../../kernel/work.ts'
import { memberActor } from '../../arrival/session.ts'
import { aLetter, evil, openPortal, wishes } from '../../testing.ts'

type Receipts = {
  '@graph': {
    'dct:identifier': string
    'dpv:hasRecordOfActivity': {
      'dpv:hasConsentStatus': { '@type': string }
      'dpv:hasNotice': { 'dct:description': string; 'dct:identifier': string }
    }
  }[]
}

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../../../docs/schemas/consent-receipt.schema.json'), 'utf8'),
) as object
const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
const isReceipt = ajv.compile(schema)

const { installation, portal } = await openPortal()

describe('registering', () => {
  test('begins with every choice at no, and makes a member without any consent', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    const form = await visiting.get('/register')
    expect(form.html.match(/name="(?!hideEmployer)[^"]*" value="yes"[^>]*checked/g)).toBeNull()
    expect(form.html.match(/value="no"[^>]*checked/g)).toHaveLength(3)
    const done = await visiting.post('/register', wishes)
    expect(done.status).toBe(200)
    const memberId = (await memberOf(installation, letter.mail)) ?? ''
    await installation.settle(memberId, company.companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1 })
    const given = await inMember(installation, { memberId, actor: memberActor(memberId) }, memberConsents)
    expect(given.map(({ decision }) => decision)).toEqual(['REFUSED', 'REFUSED'])
  })

  test('by who is a member already, with the same letter, leads to their own page and changes nothing', async () => {
    const company = await aCompany({ installation })
    const offer = 'RELAY_PROFILE~NETWORK'
    const { visiting, inOwn } = await portal.registered(company, { [`consent.${offer}`]: 'yes' })
    expect((await visiting.get('/register')).to).toBe('/profile')
    expect((await visiting.get('/link')).to).toBe('/home')
    await visiting.get('/profile/edit')
    expect((await visiting.post('/link')).status).toBe(200)
    expect((await inOwn(memberConsents)).find(({ purpose }) => purpose === 'RELAY_PROFILE')?.decision).toBe('GIVEN')
  })

  test('hides the person from the employer of this moment, as it is on record or as it is mended, before anybody sees them', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company, { employer: '株式会社北斗製作所' })
    const { visiting } = await portal.arrived(company, letter)
    const form = await visiting.get('/register')
    expect(form.html).toMatch(/name="employer"[^>]*value="株式会社北斗製作所"/)
    expect(form.html).toMatch(/name="hideEmployer"[^>]*checked/)
    const unclear = await visiting.post('/register', { ...wishes, employer: '・・・', hideEmployer: 'yes' })
    expect(unclear.status).toBe(422)
    const done = await visiting.post('/register', {
      ...wishes,
      employer: '（株）北斗製作所',
      hideEmployer: 'yes',
      workHistory: '2018年～現在 青葉商事株式会社（副業）',
    })
    expect(done.html).toContain('知られたくない企業に登録しました')
    expect(done.html).toContain('青葉商事株式会社には見せない')
    const memberId = (await memberOf(installation, letter.mail)) ?? ''
    const inOwn = <T>(run: Parameters<typeof inMember<T>>[2]) =>
      inMember(installation, { memberId, actor: memberActor(memberId) }, run)
    expect(await inOwn(blocks)).toMatchObject([{ nameKey: companyKey('株式会社北斗製作所') }])
    expect((await visiting.post('/settings/blocks', { company: '青葉商事株式会社' })).html).toContain(
      '青葉商事株式会社',
    )
    expect(await inOwn(blocks)).toHaveLength(2)
    expect((await visiting.get('/profile')).html).not.toContain('id="hide-employer"')
  })

  test('offers a company that it misread no more once the person leaves it as it is', async () => {
    const company = await aCompany({ installation })
    const { visiting, inOwn } = await portal.registered(company, {
      workHistory: '2018年～現在 青葉商事株式会社の案件を担当',
    })
    expect((await visiting.get('/profile')).html).toContain('青葉商事株式会社には見せない')
    expect((await visiting.post('/settings/employers/leave', { company: '青葉商事（株）' })).status).toBe(200)
    expect((await visiting.get('/profile')).html).not.toContain('id="hide-employer"')
    expect(await inOwn(blocks)).toEqual([])
  })

  test('hides from nobody where the box is not ticked or no company employs the person', async () => {
    const company = await aCompany({ installation })
    const untouched = await portal.registered(company, { employer: '株式会社北斗製作所' })
    expect(await untouched.inOwn(blocks)).toEqual([])
    const free = await portal.registered(company, { employer: 'フリーランス', hideEmployer: 'yes' })
    expect(await free.inOwn(blocks)).toEqual([])
  })

  test('keeps what was typed and says what to mend', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.arrived(company)
    await visiting.get('/register')
    const again = await visiting.post('/register', {
      displayName: '',
      salary: 'たくさん',
      startFrom: '2026-02-30',
      skills: evil,
    })
    expect(again.status).toBe(422)
    expect(again.html).toContain('id="problems"')
    expect(again.html).not.toContain('<script>alert')
    expect(again.html).not.toContain('<img src=x')
  })

  test('gives and withdraws consents one by one, each with a receipt by mail', async () => {
    const company = await aCompany({ installation })
    const { visiting, inOwn, letter, memberId } = await portal.registered(company)
    await visiting.get('/consents')
    const offer = 'RELAY_PROFILE~NETWORK'
    expect((await visiting.post(`/consents/${offer}/give`)).html).toContain('同意中')
    expect((await inOwn(memberConsents)).find((one) => one.purpose === 'RELAY_PROFILE')?.decision).toBe('GIVEN')
    const [, receiptId = ''] = /\/receipts\/([\w-]+)/.exec((await visiting.get('/consents')).html) ?? []
    const receipt = await visiting.get(`/receipts/${receiptId}`)
    expect(receipt.status).toBe(200)
    const record = await visiting.get(`/receipts/${receiptId}/record.json`)
    expect(JSON.parse(record.html)).toMatchObject({ '@type': 'dpv:ConsentReceipt' })
    await visiting.get('/consents')
    expect((await visiting.post(`/consents/${offer}/withdraw`)).html).toContain('撤回済み')
    expect((await inOwn(memberConsents)).find((one) => one.purpose === 'RELAY_PROFILE')?.decision).toBe('WITHDRAWN')
    await installation.settle(memberId, company.companyId)
    await installation.settle(memberId, company.companyId)
    const subjects = installation.mailer.sent.filter(({ to }) => to === letter.mail).map(({ subject }) => subject)
    expect(subjects.filter((one) => one.startsWith('同意の控え'))).toHaveLength(1)
    expect(subjects.filter((one) => one.startsWith('同意撤回の控え'))).toHaveLength(1)
  })

  test('says who takes back the consent to be kept that an erasure was asked for with it', async () => {
    const company = await aCompany({ installation })
    const offer = `POOL~${company.companyId}`
    const { visiting, letter } = await portal.registered(company, { [`consent.${offer}`]: 'yes' })
    await visiting.get('/consents')
    const { html } = await visiting.post(`/consents/${offer}/withdraw`)
    expect(html).toContain('保管している情報の消去も、あわせてご請求として承りました')
    expect((await visiting.get('/requests')).html).toContain('消去')
    await installation.settle(company.companyId)
    const receipt = installation.mailer.sent.find(
      ({ to, subject }) => to === letter.mail && subject.startsWith('同意撤回の控え'),
    )
    expect(receipt?.text.replaceAll('\n', '')).toContain('保管している情報の消去も、あわせてご請求として承りました')
    expect(receipt?.text).not.toContain('お渡しした')
  })

  test('leaves receipts of every answer, each as the schema of the repository says', async () => {
    const company = await aCompany({ installation })
    const offer = 'RELAY_PROFILE~NETWORK'
    const { visiting } = await portal.registered(company, { [`consent.POOL~${company.companyId}`]: 'yes' })
    await visiting.get('/consents')
    await visiting.post(`/consents/${offer}/give`)
    await visiting.get('/consents')
    await visiting.post(`/consents/${offer}/withdraw`)
    const page = await visiting.get('/consents')
    const all = JSON.parse((await visiting.get('/consents/receipts.jsonld')).html) as Receipts
    expect(isReceipt(all), JSON.stringify(isReceipt.errors)).toBe(true)
    const events = all['@graph'].map((one) => one['dpv:hasRecordOfActivity']['dpv:hasConsentStatus']['@type'])
    expect(events.toSorted()).toEqual([
      'dpv:ConsentGiven',
      'dpv:ConsentGiven',
      'dpv:ConsentRefused',
      'dpv:ConsentRefused',
      'dpv:ConsentWithdrawn',
    ])
    for (const { 'dct:identifier': id } of all['@graph']) {
      expect(page.html).toContain(`/receipts/${id}`)
      expect((await visiting.get(`/receipts/${id}`)).status).toBe(200)
      const alone = JSON.parse((await visiting.get(`/receipts/${id}/record.json`)).html) as Receipts['@graph'][number]
      expect(isReceipt(alone), JSON.stringify(isReceipt.errors)).toBe(true)
      expect(isReceipt({ ...alone, 'dct:publisher': undefined, extra: 1 })).toBe(false)
      const { 'dpv:hasNotice': notice, 'dpv:hasConsentStatus': status } = alone['dpv:hasRecordOfActivity']
      // Whoever holds a receipt can tell by itself that its words are those that were shown.
      expect(createHash('sha256').update(notice['dct:description']).digest('hex')).toBe(notice['dct:identifier'])
      expect('dpv:hasLegalBasis' in status).toBe(status['@type'] === 'dpv:ConsentGiven')
    }
  })

  test('in-house asks about the company alone', async () => {
    const company = await aCompany({ installation, operatingMode: 'IN_HOUSE' })
    const { visiting, letter } = await portal.arrived(company)
    await visiting.get('/register')
    const answers = { ...wishes, [`consent.POOL~${company.companyId}`]: 'yes' }
    expect((await visiting.post('/register', { ...answers, oldEnough: '' })).status).toBe(422)
    await visiting.post('/register', answers)
    expect(await memberOf(installation, letter.mail)).toBeUndefined()
    const given = await company.work((work) => consents(work, { sourceRecordIds: [letter.sourceRecordId] }))
    expect(given).toMatchObject([{ purpose: 'POOL', decision: 'GIVEN' }])
    const { fields } = await company.work((work) => person(work, letter.personId))
    expect(fields.desiredOccupations).toMatchObject({ value: ['営業'], source: { kind: 'PERSON' } })
  })
})
