import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inMember, type MemberWork } from '../../kernel/work.ts'
import * as consent from './index.ts'
import { consentModule } from './index.ts'

const items = ['氏名', '職歴']

/** Returns once a transaction of this database waits for what another one holds. */
async function isWaiting({ databases }: TestInstallation): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from pg_locks where not granted) as waits`.execute(databases.app)
    if (rows[0]?.waits) return
  }
}

describe('a share of a member', () => {
  type Member = { installation: TestInstallation; work: <T>(run: (work: MemberWork) => Promise<T>) => Promise<T> }
  const place = { purpose: 'INTRODUCTION' as const, recipient: newId() }

  async function aConsentingMember(): Promise<
    Member & { decide: (decision: 'GIVEN' | 'WITHDRAWN') => Promise<string> }
  > {
    const installation = await testInstallation({ modules: [consentModule] })
    const memberId = newId()
    const actor = { kind: 'member' as const, id: memberId, permissions: new Set<string>() }
    const work: Member['work'] = (run) => inMember(installation, { memberId, actor }, run)
    const decide = (decision: 'GIVEN' | 'WITHDRAWN') =>
      work(async (opened) => {
        const { hash } = await consent.showMemberText(opened, {
          ...place,
          language: 'ja',
          company: '襷ネットワーク',
          recipient: '若葉工業',
          items,
        })
        const decided = await consent.decideAsMember(opened, {
          ...place,
          decision,
          items,
          textHash: hash,
          how: 'PORTAL',
        })
        return decided.eventId
      })
    return { installation, work, decide }
  }

  const provision = (shareId: string, side: 'PROVIDER' | 'RECIPIENT') => ({
    shareId,
    side,
    provider: { id: newId(), name: '運営' },
    recipient: { id: place.recipient, name: '若葉工業' },
    items,
    receiptId: newId(),
    howObtained: 'REGISTERED_BY_THE_PERSON' as const,
    subjectName: '山田 太郎',
  })
  const verify = consentModule.contributions.verifyMember ?? (async () => [])

  test('is recorded once on each side, and the person may see the records', async () => {
    const member = await aConsentingMember()
    const consentEventId = await member.decide('GIVEN')
    const shareId = newId()
    for (const side of ['PROVIDER', 'RECIPIENT', 'RECIPIENT'] as const)
      await member.work((work) => consent.recordMemberProvision(work, { ...provision(shareId, side), consentEventId }))
    const records = await member.work(consent.memberProvisions)
    expect(records.map(({ side }) => side).toSorted()).toEqual(['PROVIDER', 'RECIPIENT'])
    expect(records[0]?.subjectName).toBe('山田 太郎')
    expect(await member.work(verify)).toEqual([])
  })

  test('with one record only, or after a withdrawal, is found by verify', async () => {
    const member = await aConsentingMember()
    const consentEventId = await member.decide('GIVEN')
    member.installation.clock.advance({ minutes: 1 })
    await member.decide('WITHDRAWN')
    member.installation.clock.advance({ minutes: 1 })
    await member.work((work) =>
      consent.recordMemberProvision(work, { ...provision(newId(), 'PROVIDER'), consentEventId }),
    )
    const rules = (await member.work(verify)).map(({ rule }) => rule).toSorted()
    expect(rules).toEqual(['consent.no-share-after-withdrawal', 'consent.two-provision-records'])
  })

  test('is stopped by a withdrawal whose transaction began before the consent was given', async () => {
    const member = await aConsentingMember()
    await member.work(async (early) => {
      await member.decide('GIVEN')
      const [given] = await consent.memberConsents(early)
      if (!given) throw new Error('no consent was given')
      const { textHash } = given
      await consent.decideAsMember(early, { ...place, decision: 'WITHDRAWN', items, textHash, how: 'PORTAL' })
    })
    expect(await member.work((work) => consent.holdMemberConsent(work, place))).toBeUndefined()
    expect(await member.work(verify)).toEqual([])
  })

  test('forgets whose data it was once the record need not be kept', async () => {
    const member = await aConsentingMember()
    const consentEventId = await member.decide('GIVEN')
    await member.work((work) =>
      consent.recordMemberProvision(work, { ...provision(newId(), 'PROVIDER'), consentEventId }),
    )
    const retain = consentModule.contributions.retainMember ?? (async () => ({}))
    expect(await member.work(retain)).toEqual({ provisionSubjects: 0 })
    member.installation.clock.advance({ days: 3 * 366 })
    expect(await member.work(retain)).toEqual({ provisionSubjects: 1 })
  })

  test('may not be made once the consent has run out', async () => {
    const member = await aConsentingMember()
    await member.decide('GIVEN')
    expect(await member.work((work) => consent.hasMemberConsent(work, place))).toBe(true)
    member.installation.clock.advance({ days: 185 })
    expect(await member.work((work) => consent.hasMemberConsent(work, place))).toBe(false)
    expect(await member.work((work) => consent.holdMemberConsent(work, place))).toBeUndefined()
  })

  test('holds the consent: a withdrawal waits until it has committed', async () => {
    const member = await aConsentingMember()
    await member.decide('GIVEN')
    const order: string[] = []
    let withdrawal: Promise<unknown> = Promise.resolve()
    await member.work(async (work) => {
      expect(await consent.holdMemberConsent(work, place)).toBeDefined()
      withdrawal = member.decide('WITHDRAWN').then(() => order.push('withdrawn'))
      await isWaiting(member.installation)
      order.push('shared')
    })
    await withdrawal
    expect(order).toEqual(['shared', 'withdrawn'])
    expect(await member.work((work) => consent.holdMemberConsent(work, place))).toBeUndefined()
  })
})
