import { findMember, isLinkable } from '../../relay/index.ts'
import { isRelayHere } from '../membership/offering.ts'
import { asMember, inOwnRealm, type SessionVisit } from '../visit.ts'

/**
 * What the letter of this visit is to who visits: for a registered member something to link, or nothing more; `NONE` for
 * who is no member, and where the company that wrote takes no part in the relay. Known after the code alone, as a visit
 * has a member only then.
 */
export async function letterStanding(visit: SessionVisit): Promise<'LINKABLE' | 'DONE' | 'NONE'> {
  const own = asMember(visit)
  if (!own || !(await isRelayHere(visit))) return 'NONE'
  const { letterId, letterSentAt } = visit.session
  return inOwnRealm(own, async (work) => {
    if ((await findMember(work))?.state !== 'ACTIVE') return 'NONE'
    return letterId !== null && letterSentAt !== null && (await isLinkable(work, letterId)) ? 'LINKABLE' : 'DONE'
  })
}
