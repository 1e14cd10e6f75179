import type { MemberWork } from '../../../kernel/work.ts'
import * as store from '../clock/store-clock.ts'
import { findMember } from './store-members.ts'

/** The days for which a member says how often they may be reached. */
const days = 90
const sinceOf = (now: Date) => new Date(now.getTime() - days * 86_400_000)

/** How often the member was reached within the days for which they set a number. */
export const contactsUsed = async (work: MemberWork): Promise<number> =>
  (await store.contactsSince(work, sinceOf(work.now))).length

/** When the member may be reached next: at once, once an earlier contact is long enough ago, or never. */
export async function reachableFrom(work: MemberWork): Promise<Date | null> {
  const limit = (await findMember(work))?.contactsPer90Days ?? 0
  if (limit === 0) return null
  const spent = await store.contactsSince(work, sinceOf(work.now))
  const oldest = spent.at(-limit)
  return oldest ? new Date(oldest.getTime() + days * 86_400_000) : work.now
}

/** Contacts that count no more are forgotten; answers how many. */
export const forgetContacts = (work: MemberWork): Promise<number> => store.deleteContactsBefore(work, sinceOf(work.now))

/** Gives a contact back that reached nobody; repeating it changes nothing. */
export const returnContact = (work: MemberWork, id: string): Promise<void> => store.deleteContact(work, id)

/** Counts one contact under its own id; repeating it counts once. The member's row must be held. */
export const spendContact = (work: MemberWork, contact: { id: string; kind: store.ContactKind }): Promise<void> =>
  store.insertContact(work, contact)
