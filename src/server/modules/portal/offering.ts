import type { ConsentOffer } from '../../../portal/index.ts'
import { company, operatingMode, type OperatingMode } from '../accounts/index.ts'
import { consentText } from '../consent/index.ts'
import {
  isRelay,
  memberCompanies,
  memberOffers,
  poolOffer,
  relayOperator,
  type Member,
  type Offer,
} from '../relay/index.ts'
import { inOwnRealm, inVisitedCompany, type MemberVisit, type SessionVisit } from './visit.ts'

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
    until: until && until.toISOString().slice(0, 10),
  }
}

/** What is asked of who registers: the company's pool alone in-house, with the network and the way back in the relay. */
export async function registrationOffers(visit: SessionVisit): Promise<{ mode: OperatingMode; offers: Offer[] }> {
  const { language, installation } = visit
  const { own, mode } = await inVisitedCompany(visit, async (work) => ({
    own: await company(work),
    mode: await operatingMode(work),
  }))
  const asked = { id: own.id, name: named(own, language) }
  if (!isRelay(mode)) return { mode, offers: [poolOffer(asked, { language, operatorName: asked.name })] }
  const circumstances = { language, operatorName: named(await relayOperator(installation), language) }
  return { mode, offers: [...memberOffers([asked], circumstances), poolOffer(asked, circumstances)] }
}

/** Everything a member can give or withdraw, and the pool of the company that wrote. */
export async function memberStandingOffers(visit: MemberVisit): Promise<Offer[]> {
  const { language, installation } = visit
  const companies = await inOwnRealm(visit, memberCompanies)
  const circumstances = { language, operatorName: named(await relayOperator(installation), language) }
  return memberOffers(
    companies.map(({ companyId, companyName }) => ({ id: companyId, name: companyName })),
    circumstances,
  )
}

/** The company's own pool, for who is not a member. */
export async function poolStandingOffer(visit: SessionVisit): Promise<Offer> {
  const own = await inVisitedCompany(visit, company)
  const name = named(own, visit.language)
  return poolOffer({ id: own.id, name }, { language: visit.language, operatorName: name })
}

export const untilOf = (offer: Offer, member: Member | undefined): Date | null =>
  offer.purpose === 'RELAY_PROFILE' && member ? member.shownUntil : null

export const named = ({ name, nameEn }: { name: string; nameEn: string | null }, language: 'ja' | 'en'): string =>
  language === 'en' ? (nameEn ?? name) : name
