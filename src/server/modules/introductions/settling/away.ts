import type { EndedBecause } from '../../../../contract/introductions/introductions.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import { inCompany, systemActor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { forEachCompany, operatingMode, whyCutOff } from '../../accounts/index.ts'
import { findMember, noteActivity } from '../../relay/index.ts'
import { endAsk } from '../answering/ending.ts'
import { cancel } from '../asking/request.ts'
import { findAsk } from '../answering/store-asks.ts'
import { openRequests } from '../asking/store-requests.ts'

const actor = systemActor('introductions.away')

/** Why the company may not be introduced to anybody at present; nothing where it may. */
export async function whyAway(work: Work): Promise<EndedBecause | undefined> {
  const cutOff = await whyCutOff(work)
  if (cutOff) return cutOff
  return (await operatingMode(work)) === 'PLACEMENT' ? undefined : 'MODE'
}

/** Who may not be introduced to anybody asks nobody: its open requests are taken back, and the slots come back. */
export async function endWhenAway(work: Work): Promise<void> {
  const because = await whyAway(work)
  if (because) for (const id of await openRequests(work)) await cancel(work, id, because)
}

/** What the installation itself may do is a setting, which changes without an announcement. */
async function endInStricterInstallation(installation: Installation): Promise<void> {
  if (installation.config.OPERATING_MODE === 'PLACEMENT') return
  await forEachCompany(installation, actor, (opening) => inCompany(installation, opening, endWhenAway))
}

export const endAway = job({
  name: 'introductions.end-away',
  payload: nothing,
  schedule: '*/5 * * * *',
  run: endInStricterInstallation,
})

/** A yes whose share was voided because the employer could not receive it: the slot comes back to them. */
export async function endUndelivered(work: MemberWork, { shareId: id }: { shareId: string }): Promise<void> {
  if (await endAsk(work, { id, from: 'ACCEPTED', state: 'CANCELLED', cause: 'AWAY' })) await leaveProcess(work, id)
}

/** Nothing came of a yes: the pools that may know are no longer told of a process with that employer. */
export async function leaveProcess(work: MemberWork, id: string): Promise<void> {
  const ask = await findAsk(work, id)
  const member = await findMember(work)
  if (ask && member?.activityBy === ask.employerId) await noteActivity(work, { activity: 'ACTIVE', by: null })
}
