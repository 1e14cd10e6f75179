import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import type { Sent } from '../../../kernel/mail.ts'
import { aCompany } from '../../accounts/testing.ts'
import { correct } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { contactsLeft } from './budget.ts'
import { settleLost } from './delivery.ts'
import { cancelMail, mail } from '../mails.ts'
import * as store from '../store.ts'
import { suppress, suppressed } from './suppression.ts'
import { aMail, postInstallation, toOfficeHours } from '../testing.ts'
import { settleUnknown } from './unknown.ts'

async function aPost() {
  const installation = await postInstallation()
  const company = await aCompany({ installation })
  const settle = () => installation.settle(company.companyId)
  const look = (id: string) => company.work((work) => mail(work, id))
  return { installation, company, settle, look }
}

describe('a mail that is due', () => {
  test('is sent once, with the same Message-ID for ever, and keeps no secret', async () => {
    const { installation, company, settle, look } = await aPost()
    const link = `https://portal.tasuki.example/l/${company.companyId}.${'a'.repeat(43)}`
    const id = await aMail(company, {
      rendered: { subject: 's', text: `${link} をご覧ください`, html: `<a>${link}</a>` },
    })
    await settle()
    await settle()
    expect(installation.mailer.sent).toHaveLength(1)
    expect(installation.mailer.sent[0]).toMatchObject({ messageId: `<${id}@reply.tasuki.example>` })
    expect(installation.mailer.sent[0]?.text).toContain(link)
    const sent = await look(id)
    expect(sent.state).toBe('SENT')
    expect(sent.rendered?.text).toContain(`/l/${company.companyId}.…`)
    const stored = await company.work((work) => store.findMail(work, id))
    expect(JSON.stringify(stored)).not.toContain('a'.repeat(43))
  })

  test('waits after a temporary refusal, at most ten times within 72 hours', async () => {
    const { installation, company, settle, look } = await aPost()
    installation.mailer.answer({ outcome: 'deferred', answer: '451 later' })
    const id = await aMail(company)
    for (let hour = 0; hour < 80; hour += 1) {
      await settle()
      installation.clock.advance({ hours: 1 })
    }
    expect(installation.mailer.sent).toHaveLength(10)
    expect(new Set(installation.mailer.sent.map((sent) => sent.messageId)).size).toBe(1)
    expect(await look(id)).toMatchObject({ state: 'REFUSED', tries: 10 })
    expect(await company.work((work) => suppressed(work, installation.mailer.sent[0]?.to ?? ''))).toBeUndefined()
  })

  test('that is refused for good stops all mail to the address', async () => {
    const { installation, company, settle, look } = await aPost()
    installation.mailer.answer({ outcome: 'refused', status: 550, answer: '550 5.1.1 no such user' })
    const id = await aMail(company, { to: 'Gone@Person.example' })
    const waiting = await aMail(company, { to: 'gone@person.example', dueAt: new Date(Date.now() + 60_000) })
    await settle()
    expect(await look(id)).toMatchObject({ state: 'REFUSED' })
    await expect(aMail(company, { to: 'gone@person.example' })).rejects.toMatchObject({
      code: 'messages.address-suppressed',
      detail: { reason: 'HARD_BOUNCE' },
    })
    installation.clock.advance({ minutes: 2 })
    await settle()
    expect(await look(waiting)).toMatchObject({ state: 'CANCELLED' })
    expect(installation.mailer.sent).toHaveLength(1)
  })

  test('that is refused by policy says nothing about the address', async () => {
    const { installation, company, settle } = await aPost()
    installation.mailer.answer({ outcome: 'refused', status: 550, answer: '550 5.7.1 blocked' })
    await aMail(company, { to: 'alive@person.example' })
    await settle()
    expect(await company.work((work) => suppressed(work, 'alive@person.example'))).toBeUndefined()
  })

  test('whose answer was lost is unknown, and is sent again only when a human says so', async () => {
    const { installation, company, settle, look } = await aPost()
    installation.mailer.answer({ outcome: 'unknown', answer: 'ETIMEDOUT CONN' })
    const id = await aMail(company)
    await settle()
    installation.clock.advance({ days: 5 })
    await settle()
    expect(installation.mailer.sent).toHaveLength(1)
    expect(await look(id)).toMatchObject({ state: 'UNKNOWN' })
    installation.mailer.answer({ outcome: 'sent', answer: '250 OK' })
    const settling = { mailId: id, as: 'SEND_AGAIN', reason: '本人から届いていないと連絡' } as const
    await company.work((work) => settleUnknown(work, settling))
    await settle()
    expect(installation.mailer.sent.map((sent) => sent.messageId)).toEqual(
      Array(2).fill(`<${id}@reply.tasuki.example>`),
    )
    expect(await look(id)).toMatchObject({ state: 'SENT' })
    await expect(company.work((work) => settleUnknown(work, settling))).rejects.toMatchObject({
      code: 'messages.not-unknown',
    })
  })

  test('whose sender is killed while sending becomes unknown and is not sent again', async () => {
    const { installation, company, settle, look } = await aPost()
    const id = await aMail(company)
    // The process ends between the mark and the answer: nothing after the mark is committed.
    installation.mailer.answer((): Sent => {
      throw new Error('killed')
    })
    await settle()
    expect(await look(id)).toMatchObject({ state: 'SENDING' })
    installation.mailer.answer({ outcome: 'sent', answer: '250 OK' })
    await settle()
    await settleLost.run(installation, {})
    expect(await look(id)).toMatchObject({ state: 'SENDING' })
    await company.work(({ tx, companyId }) =>
      tx
        .updateTable('messages_mail')
        .set({ lease_until: new Date(Date.now() - 1000) })
        .where('company_id', '=', companyId)
        .where('id', '=', id)
        .execute(),
    )
    await settleLost.run(installation, {})
    await settle()
    expect(await look(id)).toMatchObject({ state: 'UNKNOWN' })
    expect(installation.mailer.sent).toHaveLength(1)
  })

  test('that was taken back never leaves, and one that left cannot be taken back', async () => {
    const { installation, company, settle } = await aPost()
    const id = await aMail(company)
    expect(await company.work((work) => cancelMail(work, id))).toBe(true)
    await settle()
    expect(installation.mailer.sent).toEqual([])
    const other = await aMail(company)
    await settle()
    expect(await company.work((work) => cancelMail(work, other))).toBe(false)
  })
})

describe('a mail of the company’s own wish', () => {
  test('leaves only in the send window, also after a wait', async () => {
    const { installation, company, settle } = await aPost()
    toOfficeHours(installation, 20)
    await aMail(company, { kind: 'SCOUT', personId: newId() })
    await settle()
    expect(installation.mailer.sent).toEqual([])
    toOfficeHours(installation, 17)
    installation.mailer.answer({ outcome: 'deferred', answer: '451' })
    await settle()
    const tried = installation.mailer.sent.length
    expect(tried).toBeGreaterThan(0)
    toOfficeHours(installation, 21)
    await settle()
    expect(installation.mailer.sent).toHaveLength(tried)
  })

  test('that waited leaves for no address but the one the person is written at by then; a code goes to where it was asked for', async () => {
    const { company, installation, settle, look } = await aPost()
    toOfficeHours(installation, 20)
    const [wrong, right] = ['wrong@person.example', 'right@person.example']
    const { personId, sourceRecordId: recordId } = await aPerson(company, { email: wrong })
    const to = { personId, recordId, to: wrong }
    const id = await aMail(company, { kind: 'SCOUT', ...to })
    await company.work((work) => correct(work, { personId, field: 'email', value: right }))
    const [code, later] = [
      await aMail(company, to),
      await aMail(company, { kind: 'SCOUT', ...to, to: 'RIGHT@person.example' }),
    ]
    toOfficeHours(installation)
    await settle()
    expect(await look(id)).toMatchObject({ state: 'CANCELLED', lastError: 'ADDRESS_CHANGED' })
    expect([(await look(code)).state, (await look(later)).state]).toEqual(['SENT', 'SENT'])
    expect(installation.mailer.sent.map((sent) => sent.to).toSorted()).toEqual([right, wrong])
    expect((await company.work((work) => contactsLeft(work, personId))).left).toBe(3)
  })

  test('is refused when the person was written to four times in 90 days; rejection notices do not count', async () => {
    const { company, installation } = await aPost()
    const personId = newId()
    for (let sent = 0; sent < 4; sent += 1) await aMail(company, { kind: 'SCOUT', personId })
    await aMail(company, { kind: 'LETTER', personId })
    await expect(aMail(company, { kind: 'REFRESH', personId })).rejects.toMatchObject({ code: 'messages.budget-spent' })
    installation.clock.advance({ days: 91 })
    await aMail(company, { kind: 'REFRESH', personId })
  })

  test('carries one-click unsubscription; a code does not and still reaches who unsubscribed', async () => {
    const { company, installation, settle } = await aPost()
    toOfficeHours(installation)
    await aMail(company, { kind: 'SCOUT', personId: newId() })
    await settle()
    expect(installation.mailer.sent[0]?.headers).toMatchObject({
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Unsubscribe': expect.stringContaining(`/unsubscribe/${company.companyId}.`),
    })
    await company.work((work) => suppress(work, { address: 'quiet@person.example', reason: 'UNSUBSCRIBE' }))
    await aMail(company, { kind: 'CODE', to: 'quiet@person.example' })
    await settle()
    expect(installation.mailer.sent[1]).toMatchObject({ to: 'quiet@person.example' })
    expect(installation.mailer.sent[1]?.headers).not.toHaveProperty('List-Unsubscribe')
  })
})
