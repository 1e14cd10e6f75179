import { describe, expect, test } from 'vitest'
import {
  apply,
  applyAll,
  emptyLedger,
  ledgerOf,
  planCount,
  planDrop,
  planExpire,
  planHold,
  planRelease,
  planReserve,
  planReturn,
  planReverse,
  planSend,
  planSpend,
  REFERRAL_STATEMENT,
  remainder,
  SLOT_STATEMENT,
  slotsToExpire,
  statementOf,
  viewOf,
  violations,
} from './index.ts'
import type { Ledger, Plan, Transfer } from './index.ts'

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number))
const operation = (id: string, at = 1) => ({ id, reason: 'test', occurredAt: day(at), recordedAt: day(at) })
const terms = { rate: 10, expiresAt: day(365) }

function after(ledger: Ledger, plan: Plan): Ledger {
  if ('refused' in plan) throw new Error(plan.refused)
  const applied = applyAll(ledger, plan.transfers)
  if (!applied.ok) throw new Error(applied.refused)
  return applied.ledger
}

function counted(ledger: Ledger, from: number, to: number, at = 1): Ledger {
  let next = ledger
  for (let index = from; index <= to; index += 1) {
    next = after(next, planHold(viewOf(next), operation(`h${index}`, at)))
    const heldId = `h${index}/referral.held`
    next = after(next, planCount(viewOf(next), { ...operation(`c${index}`, at), ...terms, heldId }))
  }
  return next
}

const reversed = (ledger: Ledger, index: number): Ledger =>
  after(ledger, planReverse(viewOf(ledger), { ...operation(`r${index}`, 2), countedId: `c${index}/referral.counted` }))

const reserved = (ledger: Ledger, id = 'i'): Ledger => after(ledger, planReserve(viewOf(ledger), operation(id, 2)))
const reservation = { reservationId: 'i/slot.reserved' }

describe('referrals become slots', () => {
  test('ten counted referrals make one slot, the eleventh begins the next', () => {
    const ledger = counted(emptyLedger('tasuki'), 1, 11)
    expect(ledger.balances).toMatchObject({ 'slots.available': 1, 'referrals.counted': 1, 'referrals.converted': 10 })
    expect(violations(ledger)).toEqual([])
  })

  test('a held referral is counted or dropped, never both', () => {
    let ledger = after(emptyLedger('tasuki'), planHold(viewOf(emptyLedger('tasuki')), operation('h')))
    ledger = after(ledger, planDrop(viewOf(ledger), { ...operation('d'), heldId: 'h/referral.held' }))
    const plan = planCount(viewOf(ledger), { ...operation('c'), ...terms, heldId: 'h/referral.held' })
    if ('refused' in plan) throw new Error(plan.refused)
    expect(applyAll(ledger, plan.transfers)).toMatchObject({ ok: false, refused: 'ALREADY_SETTLED' })
    expect(ledger.balances['referrals.outside']).toBe(0)
  })

  test('a lowered rate makes the slots that are due at once, each recording its rate', () => {
    let ledger = counted(emptyLedger('tasuki'), 1, 9)
    ledger = after(ledger, planHold(viewOf(ledger), operation('h')))
    const cheaper = { ...operation('c'), rate: 5, heldId: 'h/referral.held' }
    ledger = after(ledger, planCount(viewOf(ledger), cheaper))
    expect(ledger.balances['slots.available']).toBe(2)
    expect(violations(ledger)).toEqual([])
  })
})

describe('a slot', () => {
  test('is reserved, then spent or released, exactly one', () => {
    const ledger = reserved(counted(emptyLedger('tasuki'), 1, 10))
    const spent = after(ledger, planSpend(viewOf(ledger), { ...operation('s', 3), ...reservation }))
    expect(spent.balances).toMatchObject({ 'slots.available': 0, 'slots.reserved': 0, 'slots.spent': 1 })
    const plan = planRelease(viewOf(spent), { ...operation('x', 3), ...reservation })
    if ('refused' in plan) throw new Error(plan.refused)
    expect(applyAll(spent, plan.transfers)).toMatchObject({ ok: false, refused: 'ALREADY_SETTLED' })
  })

  test('can be reserved again after a release, and the last one only once at a time', () => {
    let ledger = reserved(counted(emptyLedger('tasuki'), 1, 10))
    expect(planReserve(viewOf(ledger), operation('j', 2))).toEqual({ refused: 'SLOT_NOT_AVAILABLE' })
    ledger = after(ledger, planRelease(viewOf(ledger), { ...operation('x', 3), ...reservation }))
    expect(reserved(ledger, 'j').balances['slots.reserved']).toBe(1)
  })

  test('that expires first is reserved first', () => {
    let ledger = counted(emptyLedger('tasuki'), 1, 10)
    for (let index = 11; index <= 20; index += 1) {
      ledger = after(ledger, planHold(viewOf(ledger), operation(`h${index}`)))
      const sooner = { rate: 10, expiresAt: day(30), heldId: `h${index}/referral.held` }
      ledger = after(ledger, planCount(viewOf(ledger), { ...operation(`c${index}`), ...sooner }))
    }
    expect(reserved(ledger).slots.get('c20/slot.granted')?.state).toBe('RESERVED')
  })

  test('expires when its time is over, not before, and not while reserved', () => {
    let ledger = counted(emptyLedger('tasuki'), 1, 10)
    const slotId = 'c10/slot.granted'
    const early = planExpire(viewOf(ledger), { ...operation('e', 100), slotId })
    if ('refused' in early) throw new Error(early.refused)
    expect(applyAll(ledger, early.transfers)).toMatchObject({ refused: 'SLOT_NOT_YET_EXPIRED' })
    expect(slotsToExpire(viewOf(reserved(ledger)), day(400))).toEqual([])
    expect(slotsToExpire(viewOf(ledger), day(400))).toHaveLength(1)
    ledger = after(ledger, planExpire(viewOf(ledger), { ...operation('e', 400), slotId }))
    expect(ledger.balances['slots.expired']).toBe(1)
    expect(planReserve(viewOf(ledger), operation('j', 401))).toEqual({ refused: 'SLOT_NOT_AVAILABLE' })
  })
})

test('a slot is free until the moment at which it expires, and over from that moment on', () => {
  const ledger = counted(emptyLedger('tasuki'), 1, 10)
  const expiresAt = viewOf(ledger).slots()[0]?.expiresAt?.getTime() ?? 0
  const at = (ms: number) => ({ ...operation('m', 0), occurredAt: new Date(expiresAt + ms) })
  expect(planReserve(viewOf(ledger), at(-1))).toHaveProperty('transfers')
  expect(slotsToExpire(viewOf(ledger), at(-1).occurredAt)).toEqual([])
  for (const ms of [0, 1]) {
    expect(planReserve(viewOf(ledger), at(ms))).toEqual({ refused: 'SLOT_NOT_AVAILABLE' })
    expect(slotsToExpire(viewOf(ledger), at(ms).occurredAt)).toHaveLength(1)
  }
})

describe('a reversal', () => {
  test('takes a free slot back and leaves the rest of its referrals counted', () => {
    const ledger = reversed(counted(emptyLedger('tasuki'), 1, 10), 3)
    expect(ledger.balances).toMatchObject({ 'slots.available': 0, 'slots.issued': 0, 'referrals.counted': 9 })
    expect(violations(ledger)).toEqual([])
  })

  test('behind a spent slot opens a debt, which the next referrals pay', () => {
    let ledger = reserved(counted(emptyLedger('tasuki'), 1, 10))
    ledger = after(ledger, planSpend(viewOf(ledger), { ...operation('s', 2), ...reservation }))
    ledger = reversed(reversed(ledger, 1), 2)
    expect(remainder(ledger.balances)).toBe(-2)
    ledger = counted(ledger, 11, 13)
    expect(remainder(ledger.balances)).toBe(1)
    expect(ledger.balances['referrals.debt']).toBe(0)
    expect(violations(ledger)).toEqual([])
  })

  test('behind a reserved slot is paid by that slot when it comes back', () => {
    let ledger = reversed(reserved(counted(emptyLedger('tasuki'), 1, 10)), 1)
    expect(ledger.balances['referrals.debt']).toBe(-1)
    ledger = after(ledger, planRelease(viewOf(ledger), { ...operation('x', 3), ...reservation }))
    expect(ledger.balances).toMatchObject({ 'referrals.debt': 0, 'referrals.counted': 9, 'slots.available': 0 })
    expect(violations(ledger)).toEqual([])
  })

  test('behind a slot on its way to another company is paid by that slot when it is returned', () => {
    let ledger = counted(emptyLedger('tasuki'), 1, 10)
    ledger = reversed(after(ledger, planSend(viewOf(ledger), operation('i', 2))), 1)
    expect(ledger.balances['referrals.debt']).toBe(-1)
    ledger = after(ledger, planReturn(viewOf(ledger), { ...operation('x', 3), sentId: 'i/slot.sent' }))
    expect(ledger.balances).toMatchObject({ 'referrals.debt': 0, 'referrals.counted': 9, 'slots.available': 0 })
    expect(violations(reversed(ledger, 2))).toEqual([])
  })

  test('of the same referral happens once', () => {
    const ledger = reversed(counted(emptyLedger('tasuki'), 1, 3), 1)
    const again = planReverse(viewOf(ledger), { ...operation('other'), countedId: 'c1/referral.counted' })
    if ('refused' in again) throw new Error(again.refused)
    expect(applyAll(ledger, again.transfers)).toMatchObject({ refused: 'ALREADY_SETTLED' })
  })
})

describe('a transfer', () => {
  const held: Transfer = { ...operation('t'), companyId: 'tasuki', kind: 'referral.held', amount: 1 }

  test('posted twice moves once; the same id with other content is refused', () => {
    const ledger = ledgerOf('tasuki', [held])
    expect(apply(ledger, { ...held, recordedAt: day(9) })).toEqual({ ok: true, ledger, posted: [] })
    expect(apply(ledger, { ...held, reason: 'other' })).toMatchObject({ refused: 'ID_TAKEN' })
  })

  test.each<[Partial<Transfer>, string]>([
    [{ amount: 0 }, 'AMOUNT_NOT_POSITIVE_INTEGER'],
    [{ amount: 1.5 }, 'AMOUNT_NOT_POSITIVE_INTEGER'],
    [{ amount: 2 }, 'AMOUNT_WRONG_FOR_KIND'],
    [{ companyId: 'other' }, 'WRONG_COMPANY'],
    [{ reason: ' ' }, 'REASON_MISSING'],
    [{ names: 'x' }, 'NAME_NOT_EXPECTED'],
    [{ kind: 'referral.counted' }, 'NAMED_TRANSFER_MISSING'],
    [{ kind: 'debt.paid' }, 'INSUFFICIENT_BALANCE'],
    [{ kind: 'referral.converted' }, 'INSUFFICIENT_BALANCE'],
  ])('%j is refused as %s', (change, refused) => {
    expect(apply(emptyLedger('tasuki'), { ...held, ...change })).toMatchObject({ ok: false, refused })
  })
})

describe('a statement', () => {
  test('opens where the last one closed and carries the balance on each line', () => {
    const ledger = counted(counted(emptyLedger('tasuki'), 1, 8, 10), 9, 11, 40)
    const january = statementOf(ledger.transfers, { accounts: REFERRAL_STATEMENT, from: day(1), until: day(32) })
    const february = statementOf(ledger.transfers, { accounts: REFERRAL_STATEMENT, from: day(32), until: day(60) })
    expect([january.opening, january.closing]).toEqual([0, 8])
    expect(february.opening).toBe(8)
    expect(february.lines.map((line) => [line.transfer.kind, line.change, line.balance])).toEqual([
      ['referral.counted', 1, 9],
      ['referral.counted', 1, 10],
      ['referral.converted', -10, 0],
      ['referral.counted', 1, 1],
    ])
    const slots = statementOf(ledger.transfers, { accounts: SLOT_STATEMENT, from: day(32), until: day(60) })
    expect(slots.closing).toBe(1)
  })
})
