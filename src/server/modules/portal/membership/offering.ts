import type { ConsentOffer } from '../../../../portal/index.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { company, operatingMode, type OperatingMode } from '../../accounts/index.ts'
import { consentText, expiryOf, isRenewed, type Decided } from '../../consent/index.ts'
import {
  isRelay,
  memberCompanies,
  memberOffers,
  poolOffer,
  relayOperator,
  type Member,
  type Offer,
} from '../../relay/index.ts'
import { named } from '../frames.ts'
import { inOwnRealm, inVisitedCompany, type MemberVisit, type SessionVisit } from '../visit.ts'

/** An offer's place in addresses and names of controls. */
export const offerId = ({ purpose, recipient }: Pick<Offer, 'purpose' | 'recipient'>): string =>
  `${purpose}~${recipient}`

/** An offer in the words of the page. */
export function shownOffer(offer: Offer, until: Date | null): ConsentOffer {
  const { title, body, version } = consentText(offer.shown)
  const [, uses = '', , stop = ''] = body.split('\n')
  return {
    id: offerId(offer),
    purposeTitle: title,
    purposeText: offer.shown.language === 'ja' ? `${uses}${stop}` : `${uses} ${stop}`,
    textVersion: String(version),
    recipientName: offer.shown.recipient,
    items: offer.shown.items,
    identified: offer.identified,
    until: until?.toISOString() ?? null,
    isRenewed: isRenewed(offer.purpose),
  }
}

/** What is asked of who registers: the company's pool alone in-house, with the network and the way back in the relay. */
export async function registrationOffers(
  visit: SessionVisit,
): Promise<{ mode: OperatingMode; offers: Offer[]; now: Date }> {
  const { language, installation } = visit
  const { own, mode, now } = await inVisitedCompany(visit, async (work) => ({
    own: await company(work),
    mode: await operatingMode(work),
    now: work.now,
  }))
  const asked = { id: own.id, name: named(own, language) }
  if (!isRelay(mode)) return { mode, offers: [poolOffer(asked, { language, operatorName: asked.name })], now }
  const operator = await relayOperator(installation)
  const circumstances = { language, operatorName: named(operator, language), notice: operator.notice }
  return { mode, offers: [...memberOffers([asked], circumstances), poolOffer(asked, circumstances)], now }
}

/** Whether the mode in force at the company that wrote lets anything of the relay begin. */
export const isRelayHere = (visit: SessionVisit): Promise<boolean> =>
  inVisitedCompany(visit, async (work) => isRelay(await operatingMode(work)))

const opening = ({ requestId }: MemberVisit, companyId: string) => ({
  companyId,
  actor: systemActor('portal.offering'),
  requestId,
})

/** Everything a member can give or withdraw, and the pool of the company that wrote. */
export async function memberStandingOffers(visit: MemberVisit): Promise<Offer[]> {
  const { language, installation } = visit
  const companies = await inOwnRealm(visit, memberCompanies)
  const operator = await relayOperator(installation)
  const circumstances = { language, operatorName: named(operator, language), notice: operator.notice }
  const asked: { id: string; name: string }[] = []
  for (const { companyId: id } of companies)
    asked.push({ id, name: named(await inCompany(installation, opening(visit, id), company), language) })
  return memberOffers(asked, circumstances)
}

/** The company's own pool, for who is not a member. */
export async function poolStandingOffer(visit: SessionVisit): Promise<Offer> {
  const own = await inVisitedCompany(visit, company)
  const name = named(own, visit.language)
  return poolOffer({ id: own.id, name }, { language: visit.language, operatorName: name })
}

/**
 * Until when a yes holds: the one that was given, or one that were given now. A profile leaves the network earlier when
 * its shelf-life is over before the consent.
 */
export function untilOf(offer: Offer, { decided, member, now }: Until): Date {
  const isGiven = decided?.decision === 'GIVEN' && decided.expiresAt !== null && decided.expiresAt > now
  const end = isGiven && decided.expiresAt ? decided.expiresAt : expiryOf(offer.purpose, now)
  const isEarlier = isGiven && offer.purpose === 'RELAY_PROFILE' && member !== undefined && member.shownUntil < end
  return isEarlier ? member.shownUntil : end
}

type Until = { decided?: Decided | undefined; member?: Member | undefined; now: Date }
