import {
  admit,
  slotAfter,
  SLOT_ORIGINS,
  TRANSFER_RULES,
  type LedgerView,
  type Plan,
  type Slot,
  type Transfer,
} from '../../../engines/ledger/index.ts'
import type { Work } from '../../kernel/work.ts'
import { tellBalance } from './network.ts'
import { noSlot, refusedByLedger } from './errors.ts'
import {
  keepSlot,
  lockAccounts,
  nextPlace,
  planExpiry,
  post,
  readSlots,
  readTransfersAround,
  type Place,
} from './store.ts'

/** An operation's id, the earlier transfers that it speaks of, and when it happened where the caller says so. */
export type Question = { id: string; about?: readonly string[]; occurredAt?: Date }

/**
 * Posts what `plan` asks for, as one: every transfer or none. The company's accounts are locked first, so two
 * operations for the last slot come one after the other and the second sees what the first did. Repeating an
 * operation posts nothing. Throws `credits.no-slot` when none is free, `credits.refused` for what the rules forbid.
 */
export async function carryOut(work: Work, question: Question, plan: (view: LedgerView) => Plan): Promise<Transfer[]> {
  const ledger = await openLedger(work, question)
  const planned = plan(ledger.view)
  if ('refused' in planned)
    throw planned.refused === 'SLOT_NOT_AVAILABLE' ? noSlot({}) : refusedByLedger({ rule: planned.refused })
  const posted: Transfer[] = []
  let place: Place | undefined
  for (const transfer of planned.transfers) {
    const admission = admit(asFirstSent(transfer, question, ledger.view), ledger.view)
    if (typeof admission === 'object') throw refusedByLedger({ rule: admission.refused })
    if (admission === 'REPEATED') continue
    place = place ? { ...place, sequence: place.sequence + 1 } : await nextPlace(work)
    const recorded = { ...transfer, ...place }
    await post(work, recorded)
    const slot = ledger.remember(recorded)
    if (slot) await keepSlot(work, slot, recorded.sequence)
    if (slot && SLOT_ORIGINS.includes(recorded.kind)) await planExpiry(work, slot)
    posted.push(recorded)
  }
  if (posted.length > 0) await tellBalance(work)
  return posted
}

/** A retry that names no time of its own speaks of the time at which it was first recorded. */
function asFirstSent(transfer: Transfer, { occurredAt }: Question, view: LedgerView): Transfer {
  const first = view.transfer(transfer.id)
  if (!first || occurredAt) return transfer
  return { ...transfer, occurredAt: first.occurredAt, ...(first.expiresAt && { expiresAt: first.expiresAt }) }
}

/** The kinds whose derived ids an operation may ask for (`<id>/<kind>`). */
const kinds = Object.keys(TRANSFER_RULES)

/** A view over the rows that an operation can ask about, kept up to date as its transfers are posted. */
async function openLedger(work: Work, { id, about = [] }: Question) {
  const balances = await lockAccounts(work)
  const live = await readSlots(work, about)
  const slots = new Map(live.map((slot) => [slot.id, slot]))
  const asked = [
    ...kinds.map((kind) => `${id}/${kind}`),
    ...about,
    ...live.flatMap(({ id: slotId, conversionId, reservationId }) =>
      [slotId, conversionId, reservationId].filter((one) => one !== undefined),
    ),
  ]
  const transfers = new Map<string, Transfer>()
  const settled = new Map<string, Transfer>()
  const remember = (transfer: Transfer) => {
    transfers.set(transfer.id, transfer)
    const { once } = TRANSFER_RULES[transfer.kind]
    if (once && transfer.names !== undefined) settled.set(`${once}:${transfer.names}`, transfer)
  }
  for (const transfer of await readTransfersAround(work, asked)) remember(transfer)
  const view: LedgerView = {
    companyId: work.companyId,
    balance: (account) => balances[account],
    transfer: (wanted) => transfers.get(wanted),
    namedBy: (once, wanted) => settled.get(`${once}:${wanted}`),
    slot: (wanted) => slots.get(wanted),
    slots: () => [...slots.values()],
  }
  return {
    view,
    remember: (transfer: Transfer): Slot | undefined => {
      const { from, to } = TRANSFER_RULES[transfer.kind]
      balances[from] -= transfer.amount
      balances[to] += transfer.amount
      const slot = slotAfter(transfer, slots, transfers)
      if (slot) slots.set(slot.id, slot)
      remember(transfer)
      return slot
    },
  }
}
