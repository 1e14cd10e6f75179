import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { answerRequest, checkIdentity, requestsOf } from '../../consent/index.ts'
import { queueMail, suppressed } from '../../messages/index.ts'
import { findMember } from '../../relay/index.ts'
import { aLetter, arriveVerified, openPortal, writtenTo, type TestLetter } from '../testing.ts'

const { installation, portal } = await openPortal({ emptyDatabase: 'not_me' })

async function sayNotMe({ token }: TestLetter): Promise<void> {
  const visiting = portal.browser()
  await visiting.get(`/l/${token}`)
  await visiting.post(`/l/${token}`)
  await visiting.get('/not-me')
  expect((await visiting.post('/not-me', { message: '' })).status).toBe(200)
  for (let pass = 0; pass < 3; pass += 1) await installation.settle()
}

const isDoubted = (company: TestCompany, mail: string) =>
  company.work(async (work) => (await suppressed(work, mail)) === 'UNREACHABLE')
const openDoubts = async (company: TestCompany, { personId, sourceRecordId }: TestLetter) =>
  (await company.work((work) => requestsOf(work, personId, [sourceRecordId]))).filter(({ state }) => state === 'OPEN')
type Ground = 'CORRECT_AS_IT_IS' | 'IDENTITY_NOT_CONFIRMED'
const decline = async (company: TestCompany, letter: TestLetter, grounds: Ground[] = ['CORRECT_AS_IT_IS']) => {
  const [asked] = await openDoubts(company, letter)
  const id = asked?.id ?? ''
  const declined = { id, state: 'DECLINED', answer: '宛先を確かめました。', refused: '', told: 'ELSEWHERE' } as const
  await company.work(async (work) => {
    await checkIdentity(work, { id, personId: letter.personId, how: 'CALL_BACK', note: '' })
    await answerRequest(work, { ...declined, grounds, erase: false })
  })
  for (let pass = 0; pass < 3; pass += 1) await installation.settle()
}

describe('"this is not me"', () => {
  test('stops the mails of every company that holds the address for that person, until each has settled it', async () => {
    const [wrote, knows, another] = [
      await aCompany({ installation }),
      await aCompany({ installation, name: 'みなと物流株式会社' }),
      await aCompany({ installation, name: 'あおば精機株式会社' }),
    ]
    const mail = `${newId()}@mail.example`
    const letter = await aLetter(wrote, { mail, name: '渡邊 直子' })
    const alike = await aLetter(knows, { mail: mail.toUpperCase(), name: '渡辺　直子' })
    const owner = await aLetter(another, { mail, name: '高橋 健一' })
    const write = () =>
      knows.work((work) =>
        queueMail(work, {
          id: newId(),
          kind: 'ANSWER',
          to: mail,
          personId: alike.personId,
          rendered: { subject: '面接のご案内', text: 't', html: '<p>t</p>' },
          fromName: 'みなと物流株式会社',
          dueAt: new Date(work.now.getTime() + 3_600_000),
        }),
      )
    await write()
    await sayNotMe(letter)
    expect([await isDoubted(wrote, mail), await isDoubted(knows, mail)]).toEqual([true, true])
    // Whoever reads this mailbox may well be the other company's own applicant.
    expect(await isDoubted(another, mail)).toBe(false)
    expect(await openDoubts(another, owner)).toEqual([])
    const [asked] = await openDoubts(knows, alike)
    expect(asked).toMatchObject({ kind: 'CORRECTION', via: 'PORTAL' })
    expect(asked).toMatchObject({ said: '', remark: { code: 'ADDRESS_DOUBTED' } })
    expect(await openDoubts(wrote, letter)).toMatchObject([{ said: '', remark: { code: 'REACHED_SOMEBODY_ELSE' } }])

    await expect(write()).rejects.toMatchObject({ code: 'messages.address-suppressed' })
    installation.clock.advance({ hours: 2 })
    await installation.settle(knows.companyId)
    expect(installation.mailer.sent.map(({ subject }) => subject)).not.toContain('面接のご案内')

    await decline(knows, alike)
    expect([await isDoubted(wrote, mail), await isDoubted(knows, mail)]).toEqual([true, false])
    await decline(wrote, letter, ['IDENTITY_NOT_CONFIRMED'])
    expect(await isDoubted(wrote, mail)).toBe(true)
  })

  test('keeps the member behind the address from being mailed, until they prove it or the company finds it right', async () => {
    const company = await aCompany({ installation })
    const { letter, inOwn } = await portal.registered(company)
    const doubtedBy = () => inOwn(async (work) => (await findMember(work))?.doubtedBy ?? null)
    await sayNotMe(letter)
    expect(await doubtedBy()).not.toBeNull()
    await decline(company, letter)
    expect(await doubtedBy()).toBeNull()

    const again = await aLetter(company, { mail: letter.mail })
    await sayNotMe(again)
    expect(await doubtedBy()).not.toBeNull()
    const elsewhere = await aCompany({ installation, name: 'みなと物流株式会社' })
    const invited = await aLetter(elsewhere, { mail: letter.mail, name: '高橋 健一' })
    await arriveVerified(portal.browser(), installation, { companyId: elsewhere.companyId, letter: invited })
    expect(await doubtedBy()).toBeNull()
  })
})

describe('"this is not me" without a visit', () => {
  const ask = async (email: string) => {
    const visiting = portal.browser()
    await visiting.get('/not-me')
    const answer = await visiting.post('/not-me', { email })
    for (let pass = 0; pass < 3; pass += 1) await installation.settle()
    return answer
  }
  const mailsTo = (mail: string) => installation.mailer.sent.filter(({ to }) => to === mail)

  test('mails the link that stops the mails to the address they arrive at, and to nobody else', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    await writtenTo(company, letter)
    const before = mailsTo(letter.mail).length
    const plain = (html: string) => html.replaceAll(/value="[^"]*"/g, '')
    const known = await ask(letter.mail)
    const unknown = await ask(`${newId()}@mail.example`)
    expect([known.status, plain(known.html)]).toEqual([200, plain(unknown.html)])
    // Nothing is stopped by asking, and asking again within minutes mails nothing more.
    expect(await isDoubted(company, letter.mail)).toBe(false)
    await ask(letter.mail)
    expect(mailsTo(letter.mail)).toHaveLength(before + 1)
    const mail = mailsTo(letter.mail).at(-1)
    expect(mail?.subject).toContain('さくら商事')
    const link = /\/l\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    const visiting = portal.browser()
    const landing = await visiting.get(link)
    expect(landing.html).toContain('送信を止める画面に進みます')
    expect((await visiting.post(link)).html).toContain('自分宛てではないと知らせる')
    await visiting.get('/not-me')
    expect((await visiting.post('/not-me', { message: '' })).html).toContain('お知らせいただき')
    for (let pass = 0; pass < 3; pass += 1) await installation.settle()
    expect(await isDoubted(company, letter.mail)).toBe(true)
  })

  test('says what is wrong with an address', async () => {
    const answer = await ask('not an address')
    expect([answer.status, answer.html.includes('メールアドレスの形')]).toEqual([422, true])
  })
})
