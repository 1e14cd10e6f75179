import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyAll,
  emptyLedger,
  ledgerOf,
  planCount,
  planDeliver,
  planDrop,
  planExpire,
  planGiveReferrals,
  planGiveSlots,
  planHold,
  planReceive,
  planRelease,
  planReserve,
  planReturn,
  planReverse,
  planSend,
  planSpend,
  planTakeReferrals,
  planTakeSlots,
  REFERRAL_STATEMENT,
  remainder,
  slotsToExpire,
  statementOf,
  viewOf,
  violations,
} from './index.ts'
import type { Ledger, Plan } from './index.ts'

/** What a person with paper and pencil would keep: no accounts, no transfers. */
interface Model {
  held: string[]
  counted: string[]
  reversed: number
  reserved: string[]
  sent: string[]
  spent: number
  /** What came from other companies less what went there; what the operator gave less what it took. */
  elsewhere: number
  given: { referrals: number; slots: number }
  rate: number
  day: number
}

interface Real {
  ledger: Ledger
  next: number
  last?: (ledger: Ledger) => Plan
}

type Step = fc.Command<Model, Real>

const dayOf = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day))

function perform(model: Model, real: Real, plan: (ledger: Ledger) => Plan): boolean {
  const planned = plan(real.ledger)
  if ('refused' in planned) return false
  const applied = applyAll(real.ledger, planned.transfers)
  if (!applied.ok) throw new Error(`${applied.transferId}: ${applied.refused}`)
  real.ledger = applied.ledger
  real.last = plan
  expect(violations(real.ledger)).toEqual([])
  expect(real.ledger.balances).toMatchObject({
    'referrals.held': model.held.length,
    'referrals.reversed': model.reversed,
    'slots.reserved': model.reserved.length,
    'slots.spent': model.spent,
    'slots.transit': model.sent.length,
    'slots.elsewhere': 0 - model.elsewhere,
    'slots.adjusted': 0 - model.given.slots,
    'referrals.adjusted': 0 - model.given.referrals,
  })
  return true
}

function operation(model: Model, real: Real) {
  real.next += 1
  return { id: `o${real.next}`, reason: 'test', occurredAt: dayOf(model.day), recordedAt: dayOf(model.day) }
}

function step(name: string, isPossible: (model: Model) => boolean, run: (model: Model, real: Real) => void): Step {
  return { check: isPossible, run, toString: () => name }
}

const always = (): boolean => true
const anyIndex = fc.nat({ max: 1000 })

/** Takes one out, so that every choice stays possible however long the list is. */
const take = (list: string[], index: number): string => list.splice(index % list.length, 1)[0]!

const hold = step('hold', always, (model, real) => {
  const told = operation(model, real)
  model.held.push(`${told.id}/referral.held`)
  perform(model, real, (ledger) => planHold(viewOf(ledger), told))
})

const count = (index: number): Step =>
  step(
    `count ${index}`,
    (model) => model.held.length > 0,
    (model, real) => {
      const told = { ...operation(model, real), rate: model.rate, expiresAt: dayOf(model.day + 20) }
      const heldId = take(model.held, index)
      model.counted.push(`${told.id}/referral.counted`)
      perform(model, real, (ledger) => planCount(viewOf(ledger), { ...told, heldId }))
    },
  )

const drop = (index: number): Step =>
  step(
    `drop ${index}`,
    (model) => model.held.length > 0,
    (model, real) => {
      const told = { ...operation(model, real), heldId: take(model.held, index) }
      perform(model, real, (ledger) => planDrop(viewOf(ledger), told))
    },
  )

const reverse = (index: number): Step =>
  step(
    `reverse ${index}`,
    (model) => model.counted.length > 0,
    (model, real) => {
      const told = { ...operation(model, real), countedId: take(model.counted, index) }
      model.reversed += 1
      perform(model, real, (ledger) => planReverse(viewOf(ledger), told))
    },
  )

const reserve = step('reserve', always, (model, real) => {
  const told = operation(model, real)
  const usable = [...real.ledger.slots.values()].some(
    (slot) => slot.state === 'AVAILABLE' && slot.expiresAt! > dayOf(model.day),
  )
  if (usable) model.reserved.push(`${told.id}/slot.reserved`)
  expect(perform(model, real, (ledger) => planReserve(viewOf(ledger), told))).toBe(usable)
})

const settle = (index: number, isSpent: boolean): Step =>
  step(
    `${isSpent ? 'spend' : 'release'} ${index}`,
    (model) => model.reserved.length > 0,
    (model, real) => {
      const told = { ...operation(model, real), reservationId: take(model.reserved, index) }
      if (isSpent) model.spent += 1
      perform(model, real, (ledger) => (isSpent ? planSpend : planRelease)(viewOf(ledger), told))
    },
  )

const isFree = (model: Model, real: Real): boolean => freeSlots(model, real) > 0
const freeSlots = (model: Model, { ledger }: Real): number =>
  [...ledger.slots.values()].filter((slot) => slot.state === 'AVAILABLE' && slot.expiresAt! > dayOf(model.day)).length

const send = step('send', always, (model, real) => {
  const told = operation(model, real)
  const can = isFree(model, real) && real.ledger.balances['referrals.debt'] === 0
  if (can) model.sent.push(`${told.id}/slot.sent`)
  expect(perform(model, real, (ledger) => planSend(viewOf(ledger), told))).toBe(can)
})

const arrive = (index: number, isDelivered: boolean): Step =>
  step(
    `${isDelivered ? 'deliver' : 'return'} ${index}`,
    (model) => model.sent.length > 0,
    (model, real) => {
      const told = { ...operation(model, real), sentId: take(model.sent, index) }
      if (isDelivered) model.elsewhere -= 1
      perform(model, real, (ledger) => (isDelivered ? planDeliver : planReturn)(viewOf(ledger), told))
    },
  )

const receive = step('receive', always, (model, real) => {
  const told = { ...operation(model, real), expiresAt: dayOf(model.day + 10) }
  model.elsewhere += 1
  perform(model, real, (ledger) => planReceive(viewOf(ledger), told))
})

const adjustSlots = (amount: number): Step =>
  step(`adjust slots by ${amount}`, always, (model, real) => {
    const told = { ...operation(model, real), amount: Math.abs(amount), expiresAt: dayOf(model.day + 20) }
    const can = amount > 0 || freeSlots(model, real) >= -amount
    if (can) model.given.slots += amount
    const plan = amount > 0 ? planGiveSlots : planTakeSlots
    expect(perform(model, real, (ledger) => plan(viewOf(ledger), told))).toBe(can)
  })

const adjustReferrals = (amount: number): Step =>
  step(`adjust referrals by ${amount}`, always, (model, real) => {
    const told = {
      ...operation(model, real),
      rate: model.rate,
      amount: Math.abs(amount),
      expiresAt: dayOf(model.day + 20),
    }
    const can = amount > 0 || real.ledger.balances['referrals.counted'] >= -amount
    if (!can) return
    model.given.referrals += amount
    const plan = amount > 0 ? planGiveReferrals : planTakeReferrals
    perform(model, real, (ledger) => plan(viewOf(ledger), told))
  })

const expire = step('expire all that is due', always, (model, real) => {
  for (const slot of slotsToExpire(viewOf(real.ledger), dayOf(model.day))) {
    const told = { ...operation(model, real), slotId: slot.id }
    perform(model, real, (ledger) => planExpire(viewOf(ledger), told))
  }
})

const repeat = step('repeat the last operation', always, (_, real) => {
  const before = real.ledger
  const plan = real.last?.(before)
  if (!plan || 'refused' in plan) return
  expect(applyAll(before, plan.transfers)).toEqual({ ok: true, ledger: before, posted: [] })
})

const pass = (days: number): Step => step(`${days} days pass`, always, (model) => void (model.day += days))
const setRate = (rate: number): Step => step(`rate ${rate}`, always, (model) => void (model.rate = rate))

const anyAmount = fc.constantFrom(-2, -1, 1, 3)
const commands = (maxCommands: number) =>
  fc.commands(
    [
      fc.constant(hold),
      fc.constant(hold),
      anyIndex.map(count),
      anyIndex.map(count),
      anyIndex.map(drop),
      anyIndex.map(reverse),
      fc.constant(reserve),
      fc.tuple(anyIndex, fc.boolean()).map(([index, isSpent]) => settle(index, isSpent)),
      fc.constant(send),
      fc.tuple(anyIndex, fc.boolean()).map(([index, isDelivered]) => arrive(index, isDelivered)),
      fc.constant(receive),
      anyAmount.map(adjustSlots),
      anyAmount.map(adjustReferrals),
      fc.constant(expire),
      fc.constant(repeat),
      fc.integer({ min: 1, max: 15 }).map(pass),
      fc.integer({ min: 1, max: 4 }).map(setRate),
    ],
    { maxCommands, size: 'max' },
  )

// Ten thousand short sequences reach the corners, three hundred long ones what only builds up.
test.each([
  { sequences: 10_000, maxCommands: 24 },
  { sequences: 300, maxCommands: 120 },
])(
  '$sequences orders of $maxCommands operations break no invariant, overspend nothing, count no retry twice',
  (size) => {
    fc.assert(
      fc.property(commands(size.maxCommands), (steps) => {
        const real: Real = { ledger: emptyLedger('tasuki'), next: 0 }
        const model: Model = {
          held: [],
          counted: [],
          reserved: [],
          sent: [],
          reversed: 0,
          spent: 0,
          elsewhere: 0,
          given: { referrals: 0, slots: 0 },
          rate: 3,
          day: 0,
        }
        fc.modelRun(() => ({ model, real }), steps)
        expect(ledgerOf('tasuki', real.ledger.transfers)).toEqual(real.ledger)
        const everything = { accounts: REFERRAL_STATEMENT, from: dayOf(-1), until: dayOf(10_000) }
        expect(statementOf(real.ledger.transfers, everything).closing).toBe(remainder(real.ledger.balances))
      }),
      { numRuns: size.sequences },
    )
  },
)
