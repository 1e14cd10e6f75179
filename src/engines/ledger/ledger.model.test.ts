import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyAll,
  emptyLedger,
  ledgerOf,
  planCount,
  planDrop,
  planExpire,
  planHold,
  planRelease,
  planReserve,
  planReverse,
  planSpend,
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
  spent: number
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

test('no order of operations breaks an invariant, overspends, or counts a retry twice', () => {
  const commands = fc.commands(
    [
      fc.constant(hold),
      fc.constant(hold),
      anyIndex.map(count),
      anyIndex.map(count),
      anyIndex.map(drop),
      anyIndex.map(reverse),
      fc.constant(reserve),
      fc.tuple(anyIndex, fc.boolean()).map(([index, isSpent]) => settle(index, isSpent)),
      fc.constant(expire),
      fc.constant(repeat),
      fc.integer({ min: 1, max: 15 }).map(pass),
      fc.integer({ min: 1, max: 4 }).map(setRate),
    ],
    { maxCommands: 120, size: 'max' },
  )
  fc.assert(
    fc.property(commands, (steps) => {
      const real: Real = { ledger: emptyLedger('tasuki'), next: 0 }
      const model: Model = { held: [], counted: [], reversed: 0, reserved: [], spent: 0, rate: 3, day: 0 }
      fc.modelRun(() => ({ model, real }), steps)
      expect(ledgerOf('tasuki', real.ledger.transfers)).toEqual(real.ledger)
      const everything = { accounts: REFERRAL_STATEMENT, from: dayOf(-1), until: dayOf(10_000) }
      expect(statementOf(real.ledger.transfers, everything).closing).toBe(remainder(real.ledger.balances))
    }),
    { numRuns: 300 },
  )
})
