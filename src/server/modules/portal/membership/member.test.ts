import { describe, expect, test } from 'vitest'
import { changeCompany } from '../../accounts/index.ts'
import { aCompany } from '../../accounts/testing.ts'
import { requestsOf } from '../../consent/index.ts'
import { recordsOf } from '../../people/index.ts'
import { findMember, memberOf } from '../../relay/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { anEmptyNetwork } from '../../matching/testing.ts'
import { evil, openPortal, wishes } from '../testing.ts'

const { installation, portal } = await openPortal()
const operator = await anEmptyNetwork(installation)

test('who is shown to nobody is not told to wait for introductions', async () => {
  const company = await aCompany({ installation })
  const hidden = await portal.registered(company)
  const page = (await hidden.visiting.get('/introductions')).html
  expect(page).toContain('どの企業にも表示されていない')
  expect(page).not.toContain('届きましたら、メールでお知らせします')
  const shown = await portal.registered(company, { 'consent.RELAY_PROFILE~NETWORK': 'yes' })
  expect((await shown.visiting.get('/introductions')).html).toContain('届きましたら、メールでお知らせします')
})

describe('a member', () => {
  test('changes profile, status, budget and blocks; nothing typed runs as script anywhere', async () => {
    const company = await aCompany({ installation })
    const { visiting, inOwn } = await portal.registered(company)
    await visiting.get('/profile/edit')
    await visiting.post('/profile/edit', { ...wishes, displayName: evil.slice(0, 50), skills: evil, workHistory: evil })
    await visiting.get('/settings')
    await visiting.post('/settings/status', { level: 'ACTIVE', until: '' })
    await visiting.get('/settings')
    const past = await visiting.post('/settings/status', { level: 'CLOSED', until: '2020-01-01' })
    expect([past.status, past.html.includes('今日より後の日付を入力してください。')]).toEqual([422, true])
    expect(past.html).toMatch(/type="date"[^>]*min="\d{4}-\d\d-\d\d"/)
    await visiting.get('/settings')
    await visiting.post('/settings/budget', { limit: '2' })
    await visiting.get('/settings')
    await visiting.post('/settings/blocks', { company: evil })
    await visiting.get('/settings')
    await visiting.post('/settings/blocks', { company: '1234567890123' })
    expect(await inOwn(findMember)).toMatchObject({ search: { level: 'ACTIVE' }, contactsPer90Days: 2 })
    for (const path of [
      '/home',
      '/profile',
      '/profile/as-seen',
      '/profile/edit',
      '/settings',
      '/consents',
      '/shares',
      '/introductions',
    ]) {
      const page = await visiting.get(path)
      expect([path, page.status]).toEqual([path, 200])
      expect(page.html).not.toContain('<script>alert')
      expect(page.html).not.toContain('<img src=x')
    }
  })

  test('says whether a company to be kept out is one of the network, and keeps what matches none as typed', async () => {
    const key = newId().replaceAll('-', '')
    const company = await aCompany({ installation, name: `株式会社みさき${key}` })
    // The operator learns of a company by what changes in it.
    await company.work((work) => changeCompany(work, { contactMail: `${key}@misaki.example` }))
    for (let pass = 0; pass < 3; pass += 1) await installation.settle(company.companyId, operator)
    const { visiting } = await portal.registered(company)
    const add = async (typed: string) => {
      await visiting.get('/settings')
      const { html } = await visiting.post('/settings/blocks', { company: typed })
      return html
    }
    expect(await add(`みさき${key}`)).toContain(`株式会社みさき${key}には、匿名のプロフィールも表示されません`)
    const mistyped = await add(`みさ${key}`)
    expect(mistyped).toContain(`「みさ${key}」に一致する参加企業は見つかりませんでした`)
    expect(mistyped).toContain(`株式会社みさき${key}に表示されません`)
    expect(await add(`(株)みさき${key}`)).toContain(`株式会社みさき${key}には、匿名のプロフィールも`)
  })

  test('is told what is missing in words that fit the control', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.arrived(company)
    const form = await visiting.get('/corrections/name')
    expect(/<label for="value">[^/]*/.exec(form.html)?.[0]).not.toContain('任意')
    const empty = await visiting.post('/corrections/name')
    expect([empty.status, empty.html.includes('「この情報を削除してほしい」を選んでください')]).toEqual([422, true])
    await visiting.get('/register')
    const young = await visiting.post('/register', { displayName: '佐藤' })
    expect([young.status, young.html.includes('16歳以上の方は、チェックを付けてください')]).toEqual([422, true])
    await visiting.get('/erase/confirm')
    const unticked = await visiting.post('/erase/confirm')
    expect([unticked.status, unticked.html.includes('チェックを付けてください')]).toEqual([422, true])
  })

  test('withdraws, and erases in two steps, without script', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter, memberId, inOwn } = await portal.registered(company)
    await visiting.get('/withdraw')
    expect((await visiting.post('/withdraw')).status).toBe(200)
    expect(await inOwn(findMember)).toMatchObject({ state: 'WITHDRAWN' })
    await visiting.get('/erase')
    await visiting.get('/erase/confirm')
    expect((await visiting.post('/erase/confirm')).status).toBe(422)
    const done = await visiting.post('/erase/confirm', { understood: 'yes' })
    expect(done.html).not.toContain('佐藤')
    expect(await inOwn(findMember)).toMatchObject({ state: 'ERASED', mail: null })
    expect(await memberOf(installation, letter.mail)).toBeUndefined()
    const asked = await company.work(async (work) =>
      requestsOf(
        work,
        letter.personId,
        (await recordsOf(work, letter.personId)).map(({ id }) => id),
      ),
    )
    expect(asked).toMatchObject([{ kind: 'ERASURE', state: 'OPEN' }])
    expect((await visiting.get('/home')).to).toBe('/lost-link')
    await installation.settle(company.companyId)
    const accepted = installation.mailer.sent.filter(
      ({ to, subject }) => to === letter.mail && subject.includes('消去'),
    )
    expect(accepted).toHaveLength(1)
    expect(memberId).not.toBe('')
  })

  test('saves everything that is held, safely for spreadsheets', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.registered(company)
    await visiting.get('/export')
    const json = await visiting.get('/export/data.json')
    expect(JSON.parse(json.html)).toMatchObject({ member: { relay: { member: { displayName: '佐藤' } } } })
    const paper = await visiting.get('/export/data.pdf')
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf'])
    const csv = await visiting.get('/export/data.csv')
    expect(csv.html.split('\r\n')[0]).toContain('区分,番号,項目,内容')
    expect(csv.html).toMatch(/^登録情報,\d+,内容,.+@/m)
    expect(csv.html).toMatch(/^同意と撤回の記録,1,ご判断,同意/m)
    expect((await visiting.get('/export/data.csv?lang=en')).html.split('\r\n')[0]).toContain('Section,No.,Item,Content')
    expect(csv.headers['content-disposition']).toContain('attachment')
    expect(csv.html.split('\r\n').some((line) => /^"[=+@]|,"[=+@]/.test(line))).toBe(false)
  })
})
