import { Purpose } from '../../../../contract/consent/consent.ts'
import { consentsPage, paths, type ConsentStanding } from '../../../../portal/index.ts'
import {
  consents,
  consentText,
  decide,
  isStanding,
  memberConsents,
  memberProvisions,
  openRequest,
  showText,
  type Decided,
} from '../../consent/index.ts'
import { recordsOf } from '../../people/index.ts'
import { answerOffer, answerQuestion, findMember, withdrawMemberConsent, type Offer } from '../../relay/index.ts'
import { mailOf } from '../address.ts'
import { failure, sessionFrame } from '../frames.ts'
import { isRelayHere, memberStandingOffers, offerId, poolStandingOffer, shownOffer, untilOf } from './offering.ts'
import { mailAccepted } from '../rights/asked.ts'
import { issued, lineOf, offerOfDecision, type Issued } from '../rights/receipts.ts'
import { asMember, inOwnRealm, inVisitedCompany, postedId, type Answer, type SessionVisit } from '../visit.ts'

type Held = { offer: Offer; decided: Decided | undefined; until: Date; isStanding: boolean }

const isOf = (offer: Offer) => (one: Decided) => one.purpose === offer.purpose && one.recipient === offer.recipient

/** Each offer with what the person decided last: those of the member's own realm, and the pool of the company. */
async function held(visit: SessionVisit): Promise<Held[]> {
  const pool = await poolStandingOffer(visit)
  const { inPool, now } = await inVisitedCompany(visit, async (work) => {
    const sourceRecordIds = (await recordsOf(work, visit.session.personId)).map(({ id }) => id)
    return { inPool: await consents(work, { sourceRecordIds }), now: work.now }
  })
  const own = asMember(visit)
  const offers = own ? await memberStandingOffers(own) : []
  const member = own && (await inOwnRealm(own, findMember))
  const made = own ? await inOwnRealm(own, memberConsents) : []
  const stands = (offer: Offer, all: readonly Decided[]): Held => {
    const decided = all.find(isOf(offer))
    return { offer, decided, until: untilOf(offer, { decided, member, now }), isStanding: isStanding(decided, now) }
  }
  return [...offers.map((offer) => stands(offer, made)), stands(pool, inPool)]
}

/** What this person has said yes to that stands, by the ids of the forms. */
export const standingChoices = async (visit: SessionVisit): Promise<string[]> =>
  (await held(visit)).flatMap((one) => (one.isStanding ? offerId(one.offer) : []))

function stateOf(decided: Decided | undefined, stands: boolean): ConsentStanding['state'] {
  if (stands) return 'GIVEN'
  if (decided?.decision === 'WITHDRAWN') return 'WITHDRAWN'
  return decided?.decision === 'GIVEN' ? 'EXPIRED' : 'NOT_GIVEN'
}

const standingOf = (one: Held): ConsentStanding => ({
  consentId: offerId(one.offer),
  state: stateOf(one.decided, one.isStanding),
  changedAt: one.decided?.occurredAt.toISOString() ?? null,
  offer: shownOffer(one.offer, one.until),
  canGive: true,
})

/** What is given elsewhere alone: an identity by answering an introduction, answers for the audit with them. */
const takenBackHere: ReadonlySet<string> = new Set(['INTRODUCTION', 'IMPACT_AUDIT'])

/**
 * To be taken back here, and given again only where it was given. One employer may have been given an identity for several
 * openings; what is taken back is taken back for all of them.
 */
async function introduced(visit: SessionVisit, all: readonly Issued[]): Promise<ConsentStanding[]> {
  const now = await inVisitedCompany(visit, async (work) => work.now)
  const own = asMember(visit)
  const provided = own ? await inOwnRealm(own, memberProvisions) : []
  const elsewhere = all.filter(({ decided }) => takenBackHere.has(decided.purpose))
  const last = new Map(elsewhere.map((one) => [offerId(one.decided), one]))
  return [...last.entries()].map(([consentId, one]) => {
    const receipts = standingReceipts(elsewhere.filter(({ decided }) => offerId(decided) === consentId))
    const openings = provided.flatMap(({ receiptId, opening }) => (receipts.has(receiptId) && opening ? opening : []))
    return {
      consentId,
      state: stateOf(one.decided, isStanding(one.decided, now)),
      changedAt: one.decided.occurredAt.toISOString(),
      offer: { ...offerOfDecision(one), purposeTitle: withoutOpening(visit, one) },
      canGive: false,
      openings: [...new Set(openings)],
    }
  })
}

/** Of decisions on one purpose and recipient in their order, the receipts of the yeses since the last no. */
function standingReceipts(inOrder: readonly Issued[]): Set<string> {
  const lastNo = inOrder.findLastIndex(({ decided }) => decided.decision !== 'GIVEN')
  return new Set(inOrder.slice(lastNo + 1).map(({ decided }) => decided.receiptId))
}

/** What stands above all that one recipient was given, in the reader's language. */
const withoutOpening = ({ language }: SessionVisit, { decided: { purpose }, recipientName: recipient }: Issued) =>
  consentText({ purpose, language, company: '', recipient, items: [] }).title

export async function consentMatrix(visit: SessionVisit): Promise<Answer> {
  const all = await issued(visit)
  const justWithdrawn = Purpose.safeParse(visit.query.get('withdrawn'))
  return consentsPage(await sessionFrame(visit, 'consents'), {
    standings: [...(await held(visit)).map(standingOf), ...(await introduced(visit, all))],
    receipts: all.map(lineOf).toReversed(),
    allHref: '/consents/receipts.jsonld',
    justDone:
      visit.query.get('done') === 'given' ? 'GIVEN' : justWithdrawn.success ? { withdrawn: justWithdrawn.data } : null,
  })
}

const askedFor = async (visit: SessionVisit) =>
  (await held(visit)).find(({ offer }) => offerId(offer) === visit.params['offer'])

export async function give(visit: SessionVisit): Promise<Answer> {
  const found = await askedFor(visit)
  if (!found) return { page: await failure(visit, 'notFound'), status: 404 }
  const { offer } = found
  const own = asMember(visit)
  const id = postedId(visit, 'give', offerId(offer))
  if (offer.purpose !== 'POOL' && !(await isRelayHere(visit)))
    return { page: await failure(visit, 'modeForbids'), status: 409 }
  if (offer.purpose === 'POOL') await decidePool(visit, { id, offer, decision: 'GIVEN' })
  else if (own) await inOwnRealm(own, (work) => answerOffer(work, { id, offer, decision: 'GIVEN' }))
  return { to: `${paths.consents()}?done=given` }
}

export async function takeBack(visit: SessionVisit): Promise<Answer> {
  const own = asMember(visit)
  const asked = visit.params['offer'] ?? ''
  const id = postedId(visit, 'withdraw', asked)
  const done = (purpose: Purpose): Answer => ({ to: `${paths.consents()}?withdrawn=${purpose}` })
  const decided = own && (await inOwnRealm(own, memberConsents)).find((one) => offerId(one) === asked)
  if (own && decided) {
    const { purpose, recipient } = decided
    await inOwnRealm(own, (work) => withdrawMemberConsent(work, { id, purpose, recipient }))
    return done(purpose)
  }
  const found = await askedFor(visit)
  if (!found) return { page: await failure(visit, 'notFound'), status: 404 }
  if (found.decided?.decision !== 'GIVEN' || found.offer.purpose !== 'POOL') return { to: paths.consents() }
  await decidePool(visit, { id, offer: found.offer, decision: 'WITHDRAWN' })
  return done('POOL')
}

type Deciding = { id: string; offer: Offer; decision: 'GIVEN' | 'REFUSED' | 'WITHDRAWN' }

/**
 * About the company's own pool. Taking it back, or refusing it, asks the company to erase, as its words promise; the
 * receipt of a withdrawal says so, and who refuses gets that of the request.
 */
export async function decidePool(visit: SessionVisit, { id, offer, decision }: Deciding): Promise<void> {
  const to = await mailOf(visit)
  await inVisitedCompany(visit, async (work) => {
    const { personId } = visit.session
    const records = (await recordsOf(work, personId)).map((one) => one.id)
    const { hash: textHash } = await showText(work, offer.shown)
    const { purpose, recipient, items } = offer
    const made = { purpose, recipient, items, textHash, decision, how: 'PORTAL' as const }
    // A no holds for every record the company has of this person.
    const about = decision !== 'GIVEN' ? records : [visit.session.sourceRecordId ?? records[0] ?? '']
    for (const [at, sourceRecordId] of about.entries())
      await decide(work, {
        ...made,
        id: at === 0 ? id : postedId(visit, 'withdraw', sourceRecordId),
        personId,
        sourceRecordId,
      })
    await answerQuestion(work, personId, decision === 'GIVEN' ? 'STAYS' : 'LEAVES')
    if (decision === 'GIVEN') return
    const request = await openRequest(work, {
      id: postedId(visit, 'pool-erasure'),
      kind: 'ERASURE',
      via: 'PORTAL',
      identity: 'CODE_BY_MAIL',
      personId,
      ...(visit.session.sourceRecordId !== null && { sourceRecordId: visit.session.sourceRecordId }),
      said: '',
      remark: { code: decision === 'WITHDRAWN' ? 'POOL_CONSENT_WITHDRAWN' : 'ASKED_TO_BE_ERASED' },
    })
    if (decision === 'REFUSED') await mailAccepted(work, visit, { request, to })
  })
}
