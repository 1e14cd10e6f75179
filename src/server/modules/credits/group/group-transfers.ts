import { z } from 'zod'
import { planDeliver, planReceive, planReturn, planSend } from '../../../../engines/ledger/index.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Finding } from '../../../kernel/module.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { networkStanding } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { expireSlots, operation } from '../credits.ts'
import { linkElse, notInNetwork } from '../errors.ts'
import { carryOut } from '../posting.ts'
import { readBalances, readSlots } from '../store.ts'
import { lockLink, lockTransfer, putTransfer, latestTransfers } from './store-group.ts'

const actor = systemActor('credits.group')

/** Slots left a company's ledger for another one's; subject: the transfer. */
export const slotsSent = companyAnnouncement(
  'credits.slots-sent',
  z.object({
    transferId: z.uuid(),
    linkId: z.uuid(),
    toId: z.uuid(),
    reason: z.string(),
    /** When each of them expires; null: never. Their place is their number. */
    expiries: z.array(z.iso.datetime().nullable()),
  }),
)

type Sending = { id: string; linkId: string; slots: number; reason: string }

/** The id under which both ledgers post the slot of this number. */
const slotId = (transferId: string, index: number) => `${transferId}/${index + 1}`

/**
 * Sends free slots, those that expire first, to the other company of a link. They are in transit until its ledger has
 * them, and come back where it does not take them. All or none; the same id again moves nothing. Refused without an
 * agreed link (`credits.link-else`), outside the network, with an open debt (`credits.refused`), and without as many
 * free slots (`credits.no-slot`).
 */
export async function sendSlots(work: Work, { id, linkId, slots, reason }: Sending): Promise<void> {
  const link = await lockLink(work, linkId)
  if (!link) throw notFound({ what: 'group-link' })
  if (await lockTransfer(work, id)) return
  if (link.state !== 'AGREED' || link.otherId === null) throw linkElse({ state: link.state })
  if ((await networkStanding(work)) !== 'VERIFIED') throw notInNetwork({})
  for (let index = 0; index < slots; index += 1) {
    const operated = { id: slotId(id, index), reason }
    await carryOut(work, operated, (view) => planSend(view, operation(work, operated)))
  }
  const sent = new Map((await readSlots(work, [])).map((slot) => [slot.reservationId, slot.expiresAt]))
  const expiries = Array.from(
    { length: slots },
    (_, index) => sent.get(`${slotId(id, index)}/slot.sent`)?.toISOString() ?? null,
  )
  await putTransfer(work, {
    id,
    linkId,
    direction: 'OUT',
    slots,
    reason,
    state: 'IN_TRANSIT',
    refused: null,
    sentAt: work.now,
    settledAt: null,
  })
  await record(work, {
    action: 'credits.slots-sent',
    subject: { kind: 'group-transfer', id },
    detail: { linkId, slots },
  })
  const payload = { transferId: id, linkId, toId: link.otherId, reason, expiries }
  await work.announce(slotsSent, { subjectId: id, version: 1, payload })
}

type Sent = z.output<typeof slotsSent.payload>

/** Posts the other half of the pair, or says why not; what was decided once stays decided. */
async function receive(work: Work, { transferId: id, linkId, reason, expiries }: Sent): Promise<string | null> {
  const link = await lockLink(work, linkId)
  const before = await lockTransfer(work, id)
  if (before) return before.refused
  if (!link) return 'LINK_MISSING'
  const standing = await networkStanding(work)
  const refused = link.state === 'AGREED' ? (standing === 'VERIFIED' ? null : standing) : link.state
  for (const [index, expiry] of refused === null ? expiries.entries() : []) {
    const operated = { id: slotId(id, index), reason }
    const expires = expiry === null ? {} : { expiresAt: new Date(expiry) }
    await carryOut(work, operated, (view) => planReceive(view, { ...operation(work, operated), ...expires }))
  }
  const times = { sentAt: work.now, settledAt: work.now }
  const state = refused === null ? ('DELIVERED' as const) : ('RETURNED' as const)
  await putTransfer(work, { id, linkId, direction: 'IN', slots: expiries.length, reason, state, refused, ...times })
  if (refused === null)
    await record(work, {
      action: 'credits.slots-received',
      subject: { kind: 'group-transfer', id },
      detail: { linkId, slots: expiries.length },
    })
  return refused
}

/** Ends the transfer in the ledger that sent it, as the other side answered. */
async function settle(work: Work, { transferId: id }: Sent, refused: string | null): Promise<void> {
  const transfer = await lockTransfer(work, id)
  if (transfer?.state !== 'IN_TRANSIT') return
  for (let index = 0; index < transfer.slots; index += 1) {
    const sentId = `${slotId(id, index)}/slot.sent`
    const operated = { id: `${slotId(id, index)}/settled`, reason: transfer.reason }
    const plan = refused === null ? planDeliver : planReturn
    await carryOut(work, { ...operated, about: [sentId] }, (view) =>
      plan(view, { ...operation(work, operated), sentId }),
    )
  }
  // The time of what came back may have run out on the way.
  if (refused !== null) await expireSlots(work)
  const state = refused === null ? ('DELIVERED' as const) : ('RETURNED' as const)
  await putTransfer(work, { ...transfer, state, refused, settledAt: work.now })
}

/** Carries slots from one ledger to the other. Each side posts under the transfer's id, so a repetition moves nothing. */
export async function carrySlots(
  installation: Installation,
  { realmId, payload }: { realmId: string; payload: Sent },
): Promise<void> {
  const refused = await inCompany(installation, { companyId: payload.toId, actor }, (work) => receive(work, payload))
  await inCompany(installation, { companyId: realmId, actor }, (work) => settle(work, payload, refused))
}

/** What the transfers say came and went has to be what the ledger says. */
export async function verifyGroup(work: Work): Promise<Finding[]> {
  const balances = await readBalances(work)
  const transfers = await latestTransfers(work, Number.MAX_SAFE_INTEGER)
  const sum = (state: string, direction: string) =>
    transfers
      .filter((transfer) => transfer.state === state && transfer.direction === direction)
      .reduce((total, { slots }) => total + slots, 0)
  const net = sum('DELIVERED', 'OUT') - sum('DELIVERED', 'IN')
  const where = `company ${work.companyId}`
  return [
    { rule: 'credits.handed-over-matches-ledger', where, kept: balances['slots.elsewhere'], told: net },
    { rule: 'credits.transit-matches-ledger', where, kept: balances['slots.transit'], told: sum('IN_TRANSIT', 'OUT') },
  ]
    .filter(({ kept, told }) => kept !== told)
    .map(({ kept, told, ...finding }) => ({ ...finding, saw: `${kept} in the ledger, ${told} in the transfers` }))
}
