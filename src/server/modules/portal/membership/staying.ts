import { paths, stayPage } from '../../../../portal/index.ts'
import { consents, isStanding } from '../../consent/index.ts'
import { recordsOf } from '../../people/index.ts'
import { decidePool } from './consenting.ts'
import { sessionFrame } from '../frames.ts'
import { heldFields } from '../rights/known.ts'
import { poolStandingOffer, shownOffer, untilOf } from './offering.ts'
import { inVisitedCompany, postedId, type Answer, type SessionVisit } from '../visit.ts'

/** Asks whether the company may keep what it holds; the link of the question's mail leads here. */
export async function stay(visit: SessionVisit): Promise<Answer> {
  const offer = await poolStandingOffer(visit)
  const { decided, now } = await inVisitedCompany(visit, async (work) => {
    const sourceRecordIds = (await recordsOf(work, visit.session.personId)).map(({ id }) => id)
    const all = await consents(work, { sourceRecordIds })
    return { decided: all.find(({ purpose }) => purpose === 'POOL'), now: work.now }
  })
  const until = untilOf(offer, { decided, now })
  const done = visit.query.get('done')
  return stayPage(await sessionFrame(visit, null), {
    company: offer.shown.recipient,
    held: (await heldFields(visit)).map(({ field }) => field),
    offer: shownOffer(offer, until),
    agreedUntil: isStanding(decided, now) ? until.toISOString() : null,
    justDone: done === 'agreed' ? 'AGREED' : done === 'left' ? 'LEFT' : null,
  })
}

export async function agree(visit: SessionVisit): Promise<Answer> {
  const offer = await poolStandingOffer(visit)
  await decidePool(visit, { id: postedId(visit, 'stay'), offer, decision: 'GIVEN' })
  return { to: `${paths.stay()}?done=agreed` }
}

export async function leave(visit: SessionVisit): Promise<Answer> {
  const offer = await poolStandingOffer(visit)
  await decidePool(visit, { id: postedId(visit, 'leave'), offer, decision: 'REFUSED' })
  return { to: `${paths.stay()}?done=left` }
}
