import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { issueLink, newestLink, revokeLinksOf, timelineOf } from '../../messages/index.ts'
import { merge, unmerge } from '../../people/index.ts'
import { aLetter, codeFor, openPortal, writtenTo } from '../testing.ts'

const { installation, portal } = await openPortal()

/**
 * Two people who are taken for one; meanwhile the one who came later is written to about their own record, and given a
 * link. `part` tells them apart again.
 */
async function twoTakenForOne(company: TestCompany) {
  const first = await aLetter(company, { name: '先野 はじめ', prefecture: '北海道' })
  const later = await aLetter(company, { name: '後藤 のち', prefecture: '沖縄県' })
  const mergeId = newId()
  const sides = { survivor: first.personId, dissolved: later.personId }
  await company.work((work) => merge(work, { id: mergeId, ...sides, reason: 'STAFF' }))
  const meanwhile = { ...later, personId: first.personId, letterId: newId() }
  const url = await company.work((work) =>
    issueLink(work, {
      id: newId(),
      purpose: 'LETTER',
      personId: meanwhile.personId,
      recordId: meanwhile.sourceRecordId,
      subjectId: meanwhile.letterId,
      expiresAt: new Date(work.now.getTime() + 90 * 86_400_000),
    }),
  )
  await writtenTo(company, meanwhile)
  const part = () => company.work((work) => unmerge(work, { mergeId }))
  return { first, later, letterId: meanwhile.letterId, token: new URL(url).pathname.replace('/l/', ''), part }
}

async function arrive(company: TestCompany, token: string) {
  const visiting = portal.browser()
  await visiting.get(`/l/${token}`)
  await visiting.post(`/l/${token}`)
  await visiting.get('/code')
  const before = installation.mailer.sent.length
  await visiting.post('/code/resend')
  await installation.settle(company.companyId)
  const [mail, ...more] = installation.mailer.sent.slice(before).map(({ to }) => to)
  expect(more).toEqual([])
  await visiting.post('/code', { code: codeFor(installation, mail ?? ''), next: '/home' })
  return { visiting, mail }
}

test('a link of somebody who was taken for another opens their own page once they are parted', async () => {
  const company = await aCompany({ installation })
  const { first, later, token, part } = await twoTakenForOne(company)
  await part()
  for (const [own, opening, theirs, others] of [
    [later, token, '沖縄県', '北海道'],
    [first, first.token, '北海道', '沖縄県'],
  ] as const) {
    const { visiting, mail } = await arrive(company, opening)
    expect(mail).toBe(own.mail)
    const { html } = await visiting.get('/home')
    expect(html).toContain(theirs)
    expect(html).not.toContain(others)
  }
})

test('a visit that was proven while two were taken for one is over once they are parted', async () => {
  const company = await aCompany({ installation })
  const { token, part } = await twoTakenForOne(company)
  const { visiting } = await arrive(company, token)
  expect((await visiting.get('/home')).status).toBe(200)
  await part()
  const after = await visiting.get('/home')
  expect([after.status, after.to]).not.toEqual([200, undefined])
  expect(after.html).not.toMatch(/沖縄県|北海道/)
})

test('mails and links go with the record that they are about', async () => {
  const company = await aCompany({ installation })
  const { first, later, letterId, token, part } = await twoTakenForOne(company)
  await part()
  const seen = (personId: string) =>
    company.work(async (work) => ({
      mails: (await timelineOf(work, personId)).length,
      letter: (await newestLink(work, { personId, purpose: 'LETTER' }))?.subjectId,
    }))
  expect(await seen(first.personId)).toEqual({ mails: 0, letter: first.letterId })
  expect(await seen(later.personId)).toEqual({ mails: 1, letter: letterId })
  await company.work((work) => revokeLinksOf(work, first.personId))
  expect((await portal.browser().get(`/l/${token}`)).status).toBe(200)
  await company.work((work) => revokeLinksOf(work, later.personId))
  const visiting = portal.browser()
  await visiting.get(`/l/${token}`)
  expect((await visiting.post(`/l/${token}`)).status).toBe(404)
})
