import { paths, renewalPage } from '../../../../portal/index.ts'
import { consentText } from '../../consent/index.ts'
import { goOn, stopHere, toRenew, type Offer, type Renewable } from '../../relay/index.ts'
import { failure, relayFrame } from '../frames.ts'
import { isRelayHere, memberStandingOffers } from './offering.ts'
import { inOwnRealm, postedId, type Answer, type MemberVisit } from '../visit.ts'

const isFor =
  ({ purpose, recipient }: Renewable) =>
  (offer: Offer) =>
    offer.purpose === purpose && offer.recipient === recipient

/** What the member is asked about; the mail's link leads here. */
export async function renewal(visit: MemberVisit): Promise<Answer> {
  const offers = await memberStandingOffers(visit)
  const { asked, now } = await inOwnRealm(visit, async (work) => ({ asked: await toRenew(work), now: work.now }))
  const done = visit.query.get('done')
  return renewalPage(await relayFrame(visit, 'consents'), {
    endings: asked.flatMap((one) => {
      const offer = offers.find(isFor(one))
      if (!offer) return []
      const { endsAt } = one
      const { title: purposeTitle } = consentText(offer.shown)
      return [
        { purposeTitle, recipientName: offer.shown.recipient, endsAt: endsAt.toISOString(), ended: endsAt <= now },
      ]
    }),
    justDone: done === 'went-on' ? 'WENT_ON' : done === 'stopped' ? 'STOPPED' : null,
  })
}

/** Going on begins another term, which the mode has to allow; stopping is always possible. */
export async function sayGoOn(visit: MemberVisit): Promise<Answer> {
  if (!(await isRelayHere(visit))) return { page: await failure(visit, 'modeForbids'), status: 409 }
  const offers = await memberStandingOffers(visit)
  await inOwnRealm(visit, (work) => goOn(work, { id: postedId(visit, 'go-on'), offers }))
  return { to: `${paths.renewal()}?done=went-on` }
}

export async function sayStop(visit: MemberVisit): Promise<Answer> {
  const offers = await memberStandingOffers(visit)
  await inOwnRealm(visit, (work) => stopHere(work, { id: postedId(visit, 'stop-here'), offers }))
  return { to: `${paths.renewal()}?done=stopped` }
}
