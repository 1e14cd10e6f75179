import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { REFERRAL_STATEMENT, SLOT_STATEMENT, statementOf, type StatementLine } from '../../../engines/ledger/index.ts'
import { balances, verifyLedger } from './balances.ts'
import { statement } from './statements/statement.ts'
import { expiries } from './expiry.ts'
import { countReferral, holdReferral, releaseSlot, reserveSlot, reverseReferral, spendSlot } from './credits.ts'
import { readTransfers } from './store.ts'
import { countReferrals } from './testing.ts'

const reserve = ({ work }: TestCompany, id: string) =>
  work((opened) => reserveSlot(opened, { id, reason: 'introduction asked' }))

describe('the ledger', () => {
  test('makes one slot of ten counted referrals and keeps the rest', async () => {
    const company = await aCompany()
    await countReferrals(company, 23)
    expect(await company.work(balances)).toMatchObject({
      held: 0,
      counted: 3,
      debt: 0,
      slots: { available: 2, reserved: 0 },
    })
    expect(await company.work(verifyLedger)).toEqual([])
  })

  // 200 rounds here, at four companies side by side; `npm run bench -- slots` runs ten thousand.
  test('gives the last slot to exactly one of sixty-four who ask at once, each time', async () => {
    const race = async () => {
      const company = await aCompany()
      await countReferrals(company, 10)
      for (let round = 1; round <= 50; round += 1) {
        const ids = Array.from({ length: 64 }, newId)
        const asked = await Promise.allSettled(ids.map((id) => reserve(company, id)))
        const [winner, ...others] = ids.filter((_, at) => asked[at]?.status === 'fulfilled')
        expect([typeof winner, others]).toEqual(['string', []])
        const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []))
        expect(new Set(refused.map((reason) => reason.code))).toEqual(new Set(['credits.no-slot']))
        expect(await company.work(balances)).toMatchObject({ slots: { available: 0, reserved: 1 } })
        // It comes back, and the next round races for the same slot.
        const back = { id: newId(), introductionId: winner ?? '', reason: 'declined' }
        await company.work((work) => releaseSlot(work, back))
      }
      expect(await company.work(verifyLedger)).toEqual([])
    }
    await Promise.all(Array.from({ length: 4 }, race))
  }, 120_000)

  test('moves nothing when an id is repeated', async () => {
    const company = await aCompany()
    await countReferrals(company, 20)
    const introductionId = newId()
    await reserve(company, introductionId)
    await reserve(company, introductionId)
    const spend = () =>
      company.work((work) => spendSlot(work, { id: `${introductionId}/yes`, introductionId, reason: 'accepted' }))
    await spend()
    await spend()
    expect(await company.work(balances)).toMatchObject({ slots: { available: 1, reserved: 0, spent: 1 } })
  })

  test('refuses to give back a slot that was spent', async () => {
    const company = await aCompany()
    await countReferrals(company, 10)
    const introductionId = newId()
    await reserve(company, introductionId)
    await company.work((work) => spendSlot(work, { id: newId(), introductionId, reason: 'accepted' }))
    const release = company.work((work) => releaseSlot(work, { id: newId(), introductionId, reason: 'declined' }))
    await expect(release).rejects.toMatchObject({ code: 'credits.refused', detail: { rule: 'ALREADY_SETTLED' } })
  })

  test('opens a debt when the referrals of a spent slot are taken back, and the next referrals pay it', async () => {
    const company = await aCompany()
    const [first = ''] = await countReferrals(company, 10)
    const introductionId = newId()
    await reserve(company, introductionId)
    await company.work((work) => spendSlot(work, { id: newId(), introductionId, reason: 'accepted' }))
    await company.work((work) => reverseReferral(work, { id: newId(), countId: `${first}/count`, reason: 'fraud' }))
    expect(await company.work(balances)).toMatchObject({ counted: 0, debt: 1 })
    await countReferrals(company, 11)
    expect(await company.work(balances)).toMatchObject({ counted: 0, debt: 0, slots: { available: 1, spent: 1 } })
    expect(await company.work(verifyLedger)).toEqual([])
  })

  test('expires a free slot after twelve months and not before', async () => {
    const company = await aCompany({ installation: await testInstallation({ intents: [expiries] }) })
    const { installation, companyId } = company
    await countReferrals(company, 10)
    installation.clock.advance({ days: 364 })
    await installation.settle(companyId)
    expect(await company.work(balances)).toMatchObject({ slots: { available: 1, expired: 0 } })
    installation.clock.advance({ days: 2 })
    await installation.settle(companyId)
    expect(await company.work(balances)).toMatchObject({ slots: { available: 0, expired: 1 } })
  })

  test('expires a slot that comes back after its time', async () => {
    const company = await aCompany()
    await countReferrals(company, 10)
    const introductionId = newId()
    await reserve(company, introductionId)
    company.installation.clock.advance({ days: 400 })
    await company.work((work) => releaseSlot(work, { id: newId(), introductionId, reason: 'lapsed' }))
    expect(await company.work(balances)).toMatchObject({ slots: { available: 0, reserved: 0, expired: 1 } })
    expect(await company.work(verifyLedger)).toEqual([])
  })

  test('tells its statement page by page, each beginning where the one before it in time ended', async () => {
    const company = await aCompany()
    await countReferrals(company, 47)
    for (let asked = 0; asked < 3; asked += 1) await reserve(company, newId())
    const until = new Date('2100-01-01')
    const accounts = { slots: SLOT_STATEMENT, referrals: REFERRAL_STATEMENT }
    for (const unit of ['slots', 'referrals'] as const) {
      const lines: StatementLine[] = []
      let cursor: number | undefined
      let opening: number | undefined
      do {
        const question = { unit, from: new Date(0), until, cursor, limit: 3 }
        const page = await company.work((work) => statement(work, question))
        expect(page.lines.length).toBeLessThanOrEqual(3)
        if (opening !== undefined) expect(page.closing).toBe(opening)
        lines.unshift(...page.lines)
        opening = page.opening
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      const transfers = await company.work(readTransfers)
      const whole = statementOf(transfers, { accounts: accounts[unit], from: new Date(0), until })
      expect({ opening, lines }).toEqual({ opening: whole.opening, lines: whole.lines })
    }
  })

  test('lets no posting that runs across a period’s end fall between two statements', async () => {
    const company = await aCompany()
    const { promise: isBegun, resolve: begun } = Promise.withResolvers<void>()
    const { promise: mayPost, resolve: post } = Promise.withResolvers<void>()
    const slow = company.work(async (work) => {
      begun()
      await mayPost
      await countReferral(work, { id: 'late/count', referralId: 'late', reason: 'hold over' })
    })
    await company.work((work) => holdReferral(work, { id: 'late', reason: 'registered' }))
    await isBegun
    const { now: end } = await company.work((work) => Promise.resolve({ now: work.now }))
    const totals = async (from: Date, until: Date) =>
      company.work(async (work) => (await statement(work, { unit: 'referrals', from, until, limit: 50 })).lines.length)
    expect(await totals(new Date(0), end)).toBe(0)
    post()
    await slow
    expect([await totals(new Date(0), end), await totals(end, new Date('2100-01-01'))]).toEqual([0, 1])
    // One that holds the accounts when the statement is asked for is waited for.
    const { promise: isPosted, resolve: posted } = Promise.withResolvers<void>()
    const posting = company.work(async (work) => {
      await holdReferral(work, { id: 'edge', reason: 'registered' })
      await countReferral(work, { id: 'edge/count', referralId: 'edge', reason: 'hold over' })
      posted()
      await setTimeout(100)
    })
    await isPosted
    expect(await totals(end, new Date('2100-01-01'))).toBe(2)
    await posting
  })

  test('keeps its invariants through any order of operations', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('count' as const), referrals: fc.integer({ min: 1, max: 12 }) }),
      fc.record({
        kind: fc.constantFrom('reserve' as const, 'spend' as const, 'release' as const, 'reverse' as const),
        pick: fc.nat(20),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const company = await aCompany()
        const counted: string[] = []
        const reserved: string[] = []
        for (const one of steps) {
          if (one.kind === 'count') counted.push(...(await countReferrals(company, one.referrals)))
          else await tryStep(company, { kind: one.kind, pick: one.pick, counted, reserved })
        }
        expect(await company.work(verifyLedger)).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

type Tried = { kind: 'reserve' | 'spend' | 'release' | 'reverse'; pick: number; counted: string[]; reserved: string[] }

/** One operation that the ledger may refuse; a refusal must leave everything as it was. */
async function tryStep(company: TestCompany, { kind, pick, counted, reserved }: Tried): Promise<void> {
  const introductionId = reserved[pick % (reserved.length || 1)] ?? newId()
  const countId = `${counted[pick % (counted.length || 1)] ?? newId()}/count`
  const before = await company.work(balances)
  try {
    await company.work(async (work) => {
      if (kind === 'reserve') {
        const id = newId()
        await reserveSlot(work, { id, reason: 'asked' })
        reserved.push(id)
      } else if (kind === 'spend') await spendSlot(work, { id: newId(), introductionId, reason: 'yes' })
      else if (kind === 'release') await releaseSlot(work, { id: newId(), introductionId, reason: 'no' })
      else await reverseReferral(work, { id: newId(), countId, reason: 'fraud' })
    })
  } catch (error) {
    expect((error as { code?: string }).code).toMatch(/^credits\./)
    expect(await company.work(balances)).toEqual(before)
  }
}
