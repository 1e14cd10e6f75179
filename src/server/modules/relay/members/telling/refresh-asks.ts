import { askPlanned, releaseAsk, stopAsk } from '../../../freshness/index.ts'
import type { Installation } from '../../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type MemberWork } from '../../../../kernel/work.ts'
import { onAcross } from '../../../../kernel/announcements.ts'
import { reachableFrom, spendContact } from '../contacts.ts'
import { afterQuiet, type QuietHours } from '../mails/quiet-hours.ts'
import { deleteContact, hasContact } from '../../clock/store-clock.ts'
import { mirrorsOf } from './store-mirror.ts'
import { findMember, lockMember, mailableAt } from '../store-members.ts'

const actor = systemActor('relay.refresh-asks')

type Heard = { realmId: string; payload: { askId: string; sourceRecordIds: readonly string[] } }

/**
 * A company wants to ask somebody whether what it knows still holds. Who is a member of the relay sets themselves how
 * often they are reached, by any company, and at which hours not: the contact is counted in their own realm before the
 * mail exists. Where they are not to be reached the question ends, in the same words whatever the reason.
 */
export async function allowAsk(installation: Installation, { realmId: companyId, payload }: Heard): Promise<void> {
  const { askId, sourceRecordIds } = payload
  const opened = { companyId, actor }
  const linked = await inCompany(installation, opened, (work) => mirrorsOf(work, sourceRecordIds))
  const members = new Set(linked.filter(({ state }) => state === 'LINKED').map(({ memberId }) => memberId))
  let quiet: QuietHours | null = null
  for (const memberId of members) {
    const reach = await inMember(installation, { memberId, actor }, (work) => reserve(work, askId))
    if (!reach) {
      for (const other of members)
        await inMember(installation, { memberId: other, actor }, (work) => deleteContact(work, askId))
      return inCompany(installation, opened, (work) => stopAsk(work, askId, 'NOT_REACHABLE'))
    }
    quiet = reach.quiet
  }
  await inCompany(installation, opened, (work) => releaseAsk(work, askId, (moment) => afterQuiet(moment, quiet)))
}

async function reserve(work: MemberWork, askId: string): Promise<{ quiet: QuietHours | null } | undefined> {
  await lockMember(work)
  const member = await findMember(work)
  if (!member || mailableAt(member) === null) return undefined
  if (await hasContact(work, askId)) return { quiet: member.quiet }
  const from = await reachableFrom(work)
  if (from === null || from > work.now) return undefined
  await spendContact(work, { id: askId, kind: 'REFRESH' })
  return { quiet: member.quiet }
}

export const refreshAsks = onAcross(askPlanned, 'relay.refresh-asks', allowAsk)
