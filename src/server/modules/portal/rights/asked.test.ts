import { describe, expect, test } from 'vitest'
import { aCompany } from '../../accounts/testing.ts'
import { newId } from '../../../kernel/ids.ts'
import { answerRequest, requests } from '../../consent/index.ts'
import { recordEvaluation } from '../../selection/index.ts'
import { anApplication } from '../../selection/testing.ts'
import { aLetter, codeFor, evil, openPortal } from '../testing.ts'

const { installation, portal } = await openPortal()

const page = { state: undefined, kind: undefined, due: undefined, identity: undefined, after: undefined, limit: 50 }
const numberOf = (id: string) => id.slice(-12).toUpperCase()
const mailsTo = (mail: string, about: string) =>
  installation.mailer.sent.filter(({ to, subject }) => to === mail && subject.includes(about))

describe('a request about one’s own data', () => {
  test('is sent without script, reaches the inbox of staff with its clock, and is confirmed by mail', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    expect((await visiting.get('/home')).html).toContain('href="/requests"')
    expect((await visiting.get('/requests')).html).toContain('href="/requests/disclosure"')
    const form = await visiting.get('/requests/disclosure')
    expect(form.html).toMatch(/value="ELECTRONIC"[^>]* checked/)
    const done = await visiting.post('/requests/disclosure', { form: 'PAPER', reason: `選考の記録 ${evil}` })
    const [request] = await company.work((work) => requests(work, page))
    expect(request).toMatchObject({
      kind: 'DISCLOSURE',
      state: 'OPEN',
      via: 'PORTAL',
      personId: letter.personId,
      identity: { how: 'CODE_BY_MAIL' },
    })
    expect(request?.wish).toBe('PAPER')
    expect(request?.said).toContain('選考の記録')
    expect(done.html).toContain(`受付番号：${numberOf(request!.id)}`)
    expect(done.html).not.toContain('<script>alert')
    expect(done.html, 'shown as it was written').toMatch(/お書きになったこと[^]*選考の記録/)
    const day = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'Asia/Tokyo' })
    expect(done.html).toContain(`${day.format(new Date(request!.dueAt))}までに`)
    await installation.settle(company.companyId)
    const [receipt, ...others] = mailsTo(letter.mail, numberOf(request!.id))
    expect(receipt?.text).toContain(day.format(new Date(request!.dueAt)))
    expect(receipt?.text).not.toContain('選考の記録')
    expect(others).toEqual([])
  })

  test('to disclose that was granted is there to be saved, behind the code, where the mail leads', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    await visiting.get('/requests/disclosure')
    await visiting.post('/requests/disclosure', { form: 'ELECTRONIC' })
    const [asked] = await company.work((work) => requests(work, page))
    expect((await visiting.get('/requests')).html).not.toContain('/export/data.json')
    const { id, version } = asked!
    const answer = { state: 'ANSWERED', answer: '開示いたします。', grounds: [], refused: '', erase: false } as const
    await company.work((work) => answerRequest(work, { ...answer, id, version, told: 'MAIL' }))
    await installation.settle(company.companyId)
    const mail = installation.mailer.sent.findLast(
      ({ to, text }) => to === letter.mail && text.includes('開示いたします'),
    )
    const link = /\/l\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    const other = portal.browser()
    await other.get(link)
    await other.post(link)
    expect((await other.get('/export/data.json')).to).toContain('/code')
    await other.get('/code')
    await other.post('/code/resend')
    await installation.settle(company.companyId)
    const offered = await other.post('/code', { code: codeFor(installation, letter.mail), next: '/requests' })
    for (const format of ['pdf', 'json', 'csv']) expect(offered.html).toContain(`href="/export/data.${format}"`)
    const saved = await other.get('/export/data.json')
    expect([saved.status, saved.html.includes(letter.mail)]).toEqual([200, true])
  })

  test('granted in part leads to what is disclosed by its mail, with what is refused and the ground beside it', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    const { applicationId } = await anApplication(company, { sourceRecordId: letter.sourceRecordId })
    const remark = '協調性に難あり'
    const evaluation = {
      id: newId(),
      applicationId,
      evaluator: '森田',
      grade: 'C',
      comment: remark,
      stage: 'INTERVIEW_1',
    } as const
    await company.work((work) => recordEvaluation(work, { ...evaluation, occurredAt: work.now }))
    await visiting.get('/requests/disclosure')
    await visiting.post('/requests/disclosure', { form: 'ELECTRONIC' })
    const [asked] = await company.work((work) => requests(work, page))
    const part = { state: 'PARTIAL', grounds: ['HINDRANCE'], refused: '面接官の所見', erase: false } as const
    const answer = { ...part, grounds: [...part.grounds], id: asked!.id, answer: '応募書類を開示いたします。' }
    await company.work((work) => answerRequest(work, { ...answer, told: 'MAIL' }))
    await installation.settle(company.companyId)
    const mail = installation.mailer.sent.findLast(({ to, text }) => to === letter.mail && text.includes('一部を開示'))
    const flat = mail?.text.replaceAll(/\s/g, '') ?? ''
    for (const said of [
      '開示いたしかねる部分：面接官の所見',
      '個人情報保護法第33条第2項第2号',
      '応募書類を開示いたします。',
    ])
      expect(flat).toContain(said)
    const link = /\/l\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect(mail?.html).toContain(link)
    const other = portal.browser()
    await other.get(link)
    await other.post(link)
    expect((await other.get('/requests')).to).toContain('/code')
    const seen = (await visiting.get('/requests')).html
    for (const said of ['一部に対応', '面接官の所見', '第33条第2項第2号', 'href="/export/data.json"'])
      expect(seen).toContain(said)
    const saved = (await visiting.get('/export/data.json')).html
    expect(saved).toContain(letter.mail)
    expect(saved).toContain('INTERVIEW_1')
    expect(saved).not.toContain(remark)
  })

  test('handed over on paper says so on the page and in the mail, and leaves nothing to be saved', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    await visiting.get('/requests/disclosure')
    await visiting.post('/requests/disclosure', { form: 'PAPER' })
    const [asked] = await company.work((work) => requests(work, page))
    const answer = {
      state: 'ANSWERED',
      answer: '写しをお送りしました。',
      grounds: [],
      refused: '',
      erase: false,
    } as const
    const handover = { how: 'POST', on: '2026-01-05' } as const
    await company.work((work) => answerRequest(work, { ...answer, grounds: [], id: asked!.id, told: 'MAIL', handover }))
    await installation.settle(company.companyId)
    const mail = installation.mailer.sent.findLast(
      ({ to, text }) => to === letter.mail && text.includes('写しをお送り'),
    )
    expect(mail?.text).toContain('お渡しの方法：書面の郵送（2026年1月5日）')
    expect(mail?.text).not.toContain('/l/')
    const seen = (await visiting.get('/requests')).html
    expect(seen).toContain('書面の郵送')
    expect(seen).not.toContain('/export/data.json"')
  })

  test('is one, however often it is sent and from however many pages', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    await visiting.get('/requests/stop')
    const posted = { csrf: visiting.hidden('csrf'), idempotencyId: visiting.hidden('idempotencyId'), reason: '不要' }
    const other = { ...posted, idempotencyId: 'from-another-page' }
    const answers = await Promise.all(
      [posted, posted, other].map((one) => visiting.request('POST', '/requests/stop', one)),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const opened = await company.work((work) => requests(work, page))
    expect(opened).toMatchObject([{ kind: 'STOP', said: '不要' }])
    await installation.settle(company.companyId)
    expect(mailsTo(letter.mail, '利用停止')).toHaveLength(1)
    expect((await visiting.get('/requests/stop')).to).toBe(`/requests?already=${numberOf(opened[0]!.id)}`)
    const told = await visiting.post('/requests/stop', { idempotencyId: 'later' })
    expect(told.html).toContain('すでに承っております')
    await visiting.get('/requests/disclosure')
    await visiting.post('/requests/disclosure', { form: 'ELECTRONIC' })
    expect(await company.work((work) => requests(work, page))).toHaveLength(2)
    await company.work((work) =>
      answerRequest(work, {
        id: opened[0]!.id,
        state: 'ANSWERED',
        answer: '停止いたしました。',
        grounds: [],
        refused: '',
        told: 'ELSEWHERE',
        erase: false,
      }),
    )
    expect((await visiting.get('/requests/stop')).status).toBe(200)
  })

  test('says what is wrong with it and keeps what was typed, and knows no other kind', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.arrived(company)
    await visiting.get('/requests/disclosure')
    expect((await visiting.post('/requests/disclosure', { form: 'PIGEON', reason: '理由' })).status).toBe(422)
    const again = await visiting.post('/requests/disclosure', { form: 'PAPER', reason: 'あ'.repeat(1001) })
    expect([again.status, again.html.includes('あ'.repeat(1001))]).toEqual([422, true])
    expect(again.html).toMatch(/value="PAPER"[^>]* checked/)
    expect((await visiting.get('/requests/erasure')).status).toBe(404)
    await visiting.get('/requests')
    expect((await visiting.post('/requests/erasure')).status).toBe(404)
    expect(await company.work((work) => requests(work, page))).toEqual([])
  })

  test('says once that illness or origin need not be told, and takes the words as they are when sent again', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.arrived(company)
    const reason = '私は創価学会の会員です。利用をやめてください。'
    await visiting.get('/requests/stop')
    const told = await visiting.post('/requests/stop', { reason })
    expect([told.status, told.html.includes('このままお送りいただくこともできます')]).toEqual([422, true])
    expect(await company.work((work) => requests(work, page))).toEqual([])
    expect((await visiting.post('/requests/stop', { reason, asIs: visiting.hidden('asIs') })).status).toBe(200)
    expect(await company.work((work) => requests(work, page))).toMatchObject([{ kind: 'STOP', said: reason }])

    await visiting.get('/corrections/name')
    const correction = { value: '', remove: 'yes', note: '宗教は関係ありません。私は創価学会の会員です。' }
    expect((await visiting.post('/corrections/name', correction)).status).toBe(422)
    expect((await visiting.post('/corrections/name', { ...correction, asIs: visiting.hidden('asIs') })).status).toBe(
      200,
    )
  })

  test('asks to mend a correction whose value may not be collected, beside the value', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company, { note: '営業を希望' })
    const { visiting } = await portal.arrived(company, letter)
    await visiting.get('/corrections/note')
    const answer = await visiting.post('/corrections/note', { value: '私は創価学会の会員です。' })
    expect([answer.status, answer.html.includes('法令によりお預かりできません')]).toEqual([422, true])
  })

  test('asks for the code, and tells nobody of the requests of others', async () => {
    const company = await aCompany({ installation })
    const one = await portal.arrived(company)
    await one.visiting.get('/requests/disclosure')
    await one.visiting.post('/requests/disclosure')
    const [request] = await company.work((work) => requests(work, page))
    const other = await portal.arrived(company)
    const seen = await other.visiting.get(`/requests?accepted=${numberOf(request!.id)}`)
    expect(seen.html).toContain('これまでのご請求はありません')
    expect(seen.html).not.toContain('ご請求を承りました')
    const early = portal.browser()
    await early.get(`/l/${one.letter.token}`)
    await early.post(`/l/${one.letter.token}`)
    for (const path of ['/requests', '/requests/disclosure', '/requests/stop'])
      expect((await early.get(path)).to).toBe(`/code?next=${encodeURIComponent(path)}`)
    await early.get('/code?next=%2Frequests%2Fstop')
    await early.post('/code/resend')
    await installation.settle(company.companyId)
    const next = { code: codeFor(installation, one.letter.mail), next: '/requests/stop' }
    expect((await early.post('/code', next)).html).toContain('利用停止を請求する')
  })
})

describe('an erasure that is pending', () => {
  test('is said on home with number and date, on the landing nothing is, and nothing is offered meanwhile', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    expect((await visiting.get('/home')).html).not.toContain('消去のご請求を承っております')
    await visiting.get('/erase/confirm')
    await visiting.post('/erase/confirm', { understood: 'yes' })
    const [request] = await company.work((work) => requests(work, page))
    const back = portal.browser()
    const landing = await back.get(`/l/${letter.token}`)
    for (const personal of ['消去', numberOf(request!.id)]) expect(landing.html).not.toContain(personal)
    const home = await back.post(`/l/${letter.token}`)
    expect(home.html).toContain('情報の消去のご請求を承っております')
    expect(home.html).toContain(numberOf(request!.id))
    expect(home.html).not.toContain('href="/register"')
    expect((await back.get('/home?lang=en')).html).toContain('request to erase your data')
    await company.work((work) =>
      answerRequest(work, {
        id: request!.id,
        state: 'DECLINED',
        answer: '法令により保存いたします。',
        grounds: ['LEGAL_RETENTION'],
        refused: '',
        told: 'ELSEWHERE',
        erase: false,
      }),
    )
    expect((await back.get('/home?lang=ja')).html).not.toContain('消去のご請求を承っております')
  })
})
