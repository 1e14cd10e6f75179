import { eraseMember } from '../../consent/index.ts'
import { record } from '../../audit/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { releaseAllOf } from '../../../kernel/database/directory.ts'
import { inMember, type Actor, type MemberWork } from '../../../kernel/work.ts'
import { changeAndTell } from './telling/flow-back.ts'
import { withdrawAll } from './member-consents.ts'
import { noMember } from './member-errors.ts'
import { attribute } from '../referrals/referrals.ts'
import { stopNotices } from '../clock/store-clock.ts'
import * as store from './store-members.ts'

/**
 * The member leaves the relay: every consent is withdrawn, what was not delivered is voided, recipients are asked to
 * stop, the profile leaves the network, and a referral that is still held comes to nothing. What the member registered
 * stays for a return. Repeating it changes nothing.
 */
export async function withdrawFromRelay(work: MemberWork): Promise<void> {
  const member = await store.lockMember(work)
  if (!member) throw noMember()
  if (member.state !== 'ACTIVE') return
  await leave(work, { state: 'WITHDRAWN', kind: 'STOP' })
  await record(work, { action: 'relay.member-withdrawn', subject: { kind: 'member', id: work.memberId } })
}

type Leaving = { state: 'WITHDRAWN' | 'ERASED'; kind: 'STOP' | 'ERASURE' }

async function leave(work: MemberWork, { state, kind }: Leaving): Promise<void> {
  await withdrawAll(work, { idOf: ({ eventId }) => idFrom('leaving', work.memberId, eventId), kind })
  const gone = state === 'ERASED' ? { mail: null, displayName: null, employersLeft: [] } : {}
  await changeAndTell(work, { state, activity: 'ACTIVE', activityBy: null, ...gone })
  // Nobody counts to anyone after leaving, so the rule does not matter.
  await attribute(work, 'FIRST_LETTER')
}

/** This module's part of erasing a member: runs inside `eraseMember` of the consent module. */
export async function eraseFromRelay(work: MemberWork): Promise<void> {
  const member = await store.lockMember(work)
  if (!member || member.state === 'ERASED') return
  await leave(work, { state: 'ERASED', kind: 'ERASURE' })
  await store.blankMember(work)
  await stopNotices(work)
}

/**
 * Erases everything about a member, in every module of the member's own realm, and frees the mail address. What was
 * provided stays on record for three years, and each recipient is asked to erase it. Answers the erasure's id.
 */
export async function eraseMyself(
  installation: Installation,
  { id, memberId, actor }: { id: string; memberId: string; actor: Actor },
): Promise<{ erasureId: string }> {
  await inMember(installation, { memberId, actor }, (work) => eraseMember(work, id))
  // Where this is not reached, the next registration finds an erased realm behind the address and frees it.
  await releaseAllOf(installation, memberId)
  return { erasureId: id }
}
