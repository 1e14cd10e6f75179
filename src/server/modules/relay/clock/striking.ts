import { memberConsents } from '../../consent/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { IntentTable } from '../../../kernel/intents.ts'
import { inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { planClock, searchEnds, unasked } from './clock.ts'
import { reachableFrom, spendContact } from '../members/contacts.ts'
import { changeAndTell } from '../members/telling/flow-back.ts'
import { afterQuiet } from '../members/mails/quiet-hours.ts'
import { endingSoon, noticeAt, renewables } from './renewals.ts'
import * as store from './store-clock.ts'
import { lockMember, type Member } from '../members/store-members.ts'

const actor = systemActor('relay.clock')

/** What is due for a member: what has ended is told onward, and what is about to end is asked about. */
async function strike(work: MemberWork): Promise<void> {
  const member = await lockMember(work)
  const due = await store.clockDue(work)
  if (member?.state === 'ACTIVE' && due) {
    await tellWhatEnded(work, member, due)
    await askWhatEnds(work, member)
  }
  await planClock(work)
}

/**
 * Nothing is given any more once a consent has run out, whoever asks; the copies that companies and the network hold
 * are told so here. A search that was meant for a time goes back to "later".
 */
async function tellWhatEnded(work: MemberWork, member: Member, due: Date): Promise<void> {
  const isNew = (end: Date | null) => end !== null && end >= due && end <= work.now
  const ended = renewables(member, await memberConsents(work)).some(({ endsAt }) => isNew(endsAt))
  const searchOver = isNew(searchEnds(member))
  if (searchOver) await changeAndTell(work, { search: { level: 'LATER', until: null } })
  else if (ended) await changeAndTell(work, {})
}

/** One mail about everything that ends soon, once for each end, within the number of contacts that the member set. */
async function askWhatEnds(work: MemberWork, member: Member): Promise<void> {
  const ahead = await unasked(work, member)
  if (!ahead.some((one) => noticeAt(one) <= work.now)) return
  const from = await reachableFrom(work)
  if (from === null || from > work.now) return
  const about = endingSoon(ahead, work.now).map(({ endsAt, ...place }) => ({ ...place, endsAt: endsAt.toISOString() }))
  const id = idFrom('relay.renewal', work.memberId, JSON.stringify(about))
  await spendContact(work, { id, kind: 'RENEWAL' })
  await store.insertNotice(work, { id, kind: 'RENEWAL', about, dueAt: afterQuiet(work.now, member.quiet) })
}

export const memberClocks: IntentTable = {
  table: 'relay_clock',
  realm: 'member',
  attempts: 50,
  run: (installation, { realmId: memberId }) => inMember(installation, { memberId, actor }, strike),
}
