import { linkDonePage, linkPage, paths } from '../../../../../portal/index.ts'
import { linkByLetter, network, type Offer } from '../../../relay/index.ts'
import { provedMailOf } from '../../address.ts'
import { standingChoices } from '../consenting.ts'
import { employersToHide } from '../employers.ts'
import { failure, sessionFrame } from '../../frames.ts'
import { letterStanding } from '../../arrival/letter-standing.ts'
import { isRelayHere, offerId, registrationOffers, shownOffer, untilOf } from '../offering.ts'
import { recordOf } from './registering.ts'
import { asMember, postedId, type Answer, type SessionVisit } from '../../visit.ts'

/** What can be asked about the company that wrote; what stands already is neither asked again nor taken back. */
async function openOffers(visit: SessionVisit): Promise<{ offers: Offer[]; now: Date }> {
  const { offers, now } = await registrationOffers(visit)
  const standing = new Set(await standingChoices(visit))
  return { offers: offers.filter((one) => one.recipient !== network && !standing.has(offerId(one))), now }
}

/** For a member whom one more company wrote to: what linking its letter changes, and the choices about it, all at no. */
export async function link(visit: SessionVisit): Promise<Answer> {
  if ((await letterStanding(visit)) !== 'LINKABLE') return { to: paths.known() }
  const { offers, now } = await openOffers(visit)
  return linkPage(await sessionFrame(visit, null), {
    offers: offers.map((offer) => shownOffer(offer, untilOf(offer, { now }))),
  })
}

/** Links the letter; sent again it adds what was not done and takes nothing back. */
export async function sendLink(visit: SessionVisit): Promise<Answer> {
  const { session, body, installation } = visit
  const mail = await provedMailOf(visit)
  const { letterId, letterSentAt } = session
  if (mail === undefined || letterId === null || letterSentAt === null)
    return { page: await failure(visit, 'changed'), status: 409 }
  if ((await letterStanding(visit)) === 'NONE')
    return (await isRelayHere(visit))
      ? { to: paths.register() }
      : { page: await failure(visit, 'modeForbids'), status: 409 }
  // Also for a letter that is linked already: what was cut off between the two realms is done by sending the form again.
  const { offers } = await openOffers(visit)
  await linkByLetter(installation, {
    companyId: session.companyId,
    personId: session.personId,
    sourceRecordId: await recordOf(visit),
    letterId,
    sentAt: letterSentAt,
    mail,
    answers: offers.map((offer) => ({
      id: postedId(visit, 'link', offerId(offer)),
      offer,
      decision: body.get(`consent.${offerId(offer)}`) === 'yes' ? 'GIVEN' : 'REFUSED',
    })),
    origin: visit.origin,
  })
  installation.wake()
  const own = asMember(visit)
  return linkDonePage(await sessionFrame(visit, null), { employers: own ? await employersToHide(own) : [] })
}
