import { consentsPage, paths, receiptPage, type ConsentStanding, type ReceiptLine } from '../../../portal/index.ts'
import { company } from '../accounts/index.ts'
import {
  consents,
  consentText,
  decide,
  findMemberText,
  findText,
  isStanding,
  memberConsents,
  openRequest,
  receipt,
  showText,
  type Decided,
} from '../consent/index.ts'
import { recordsOf } from '../people/index.ts'
import { answerOffer, findMember, relayOperator, withdrawMemberConsent, type Offer } from '../relay/index.ts'
import { failure, sessionFrame } from './frames.ts'
import { memberStandingOffers, named, offerId, poolStandingOffer, shownOffer, untilOf } from './offering.ts'
import { receiptNumber } from './procedure-mail.ts'
import { inOwnRealm, inVisitedCompany, postedId, type Answer, type MemberVisit, type SessionVisit } from './visit.ts'

const asMember = (visit: SessionVisit): MemberVisit | undefined =>
  visit.session.memberId === null ? undefined : { ...visit, memberId: visit.session.memberId }

type Held = { offer: Offer; decided: Decided | undefined; until: Date | null; isStanding: boolean }

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
  const decided = own ? await inOwnRealm(own, memberConsents) : []
  const stands = (offer: Offer, made: readonly Decided[], until: Date | null): Held => {
    const last = made.find(isOf(offer))
    return { offer, decided: last, until, isStanding: isStanding(last, now) }
  }
  return [...offers.map((offer) => stands(offer, decided, untilOf(offer, member))), stands(pool, inPool, null)]
}

const numberOf = ({ receiptId }: Pick<Decided, 'receiptId'>) => receiptNumber(receiptId)

function lineOf({ offer, decided }: Held): ReceiptLine[] {
  if (!decided || decided.decision === 'REFUSED') return []
  return [
    {
      receiptId: decided.receiptId,
      number: numberOf(decided),
      event: decided.decision,
      purposeTitle: consentText(offer.shown).title,
      recipientName: offer.shown.recipient,
      at: decided.occurredAt.toISOString(),
    },
  ]
}

/** A yes that has run out is none any more, and can be given again. */
const stateOf = ({ decided, isStanding: stands }: Held): ConsentStanding['state'] =>
  stands ? 'GIVEN' : decided?.decision === 'WITHDRAWN' ? 'WITHDRAWN' : 'NOT_GIVEN'

const standingOf = (one: Held): ConsentStanding => ({
  consentId: offerId(one.offer),
  state: stateOf(one),
  changedAt: one.decided?.occurredAt.toISOString() ?? null,
  offer: shownOffer(one.offer, one.until),
})

export async function consentMatrix(visit: SessionVisit): Promise<Answer> {
  const all = await held(visit)
  const done = visit.query.get('done')
  return consentsPage(await sessionFrame(visit, 'consents'), {
    standings: all.map(standingOf),
    receipts: all.flatMap(lineOf),
    justDone: done === 'given' ? 'GIVEN' : done === 'withdrawn' ? 'WITHDRAWN' : null,
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
  if (offer.purpose === 'POOL') await decidePool(visit, { id, offer, decision: 'GIVEN' })
  else if (own) await inOwnRealm(own, (work) => answerOffer(work, { id, offer, decision: 'GIVEN' }))
  return { to: `${paths.consents()}?done=given` }
}

export async function takeBack(visit: SessionVisit): Promise<Answer> {
  const found = await askedFor(visit)
  if (!found) return { page: await failure(visit, 'notFound'), status: 404 }
  const { offer, decided } = found
  const own = asMember(visit)
  const id = postedId(visit, 'withdraw', offerId(offer))
  const { purpose, recipient } = offer
  if (decided?.decision !== 'GIVEN') return { to: `${paths.consents()}?done=withdrawn` }
  if (purpose === 'POOL') await decidePool(visit, { id, offer, decision: 'WITHDRAWN' })
  else if (own) await inOwnRealm(own, (work) => withdrawMemberConsent(work, { id, purpose, recipient }))
  return { to: `${paths.consents()}?done=withdrawn` }
}

type Deciding = { id: string; offer: Offer; decision: 'GIVEN' | 'WITHDRAWN' }

/** About the company's own pool. Taking it back asks the company to erase, as its words promise. */
async function decidePool(visit: SessionVisit, { id, offer, decision }: Deciding): Promise<void> {
  await inVisitedCompany(visit, async (work) => {
    const { personId } = visit.session
    const records = (await recordsOf(work, personId)).map((one) => one.id)
    const { hash: textHash } = await showText(work, offer.shown)
    const { purpose, recipient, items } = offer
    const made = { purpose, recipient, items, textHash, decision, how: 'PORTAL' as const }
    // A withdrawal holds for every record the company has of this person.
    const about = decision === 'WITHDRAWN' ? records : [visit.session.sourceRecordId ?? records[0] ?? '']
    for (const [at, sourceRecordId] of about.entries())
      await decide(work, {
        ...made,
        id: at === 0 ? id : postedId(visit, 'withdraw', sourceRecordId),
        personId,
        sourceRecordId,
      })
    if (decision === 'WITHDRAWN')
      await openRequest(work, {
        id: postedId(visit, 'pool-erasure'),
        kind: 'ERASURE',
        via: 'PORTAL',
        personId,
        said: 'タレントプールへの保管の同意を撤回 / consent to stay in the pool withdrawn',
      })
  })
}

type Found = Held & { decided: Decided }

async function receiptOf(visit: SessionVisit) {
  const all = await held(visit)
  const found = all.find((one): one is Found => one.decided?.receiptId === visit.params['receipt'])
  if (!found) return undefined
  const { offer, decided } = found
  const own = asMember(visit)
  const isPool = offer.purpose === 'POOL'
  const text =
    own && !isPool
      ? await inOwnRealm(own, (work) => findMemberText(work, decided.textHash))
      : await inVisitedCompany(visit, (work) => findText(work, decided.textHash))
  const wrote = await inVisitedCompany(visit, company)
  const controller = isPool ? wrote : await relayOperator(visit.installation)
  return text && { ...found, text, controller, subjectId: own && !isPool ? own.memberId : visit.session.personId }
}

export async function showReceipt(visit: SessionVisit): Promise<Answer> {
  const found = await receiptOf(visit)
  const [line] = found ? lineOf(found) : []
  if (!found || !line) return { page: await failure(visit, 'notFound'), status: 404 }
  const { decided, text, controller, offer, until } = found
  return receiptPage(await sessionFrame(visit, 'consents'), {
    ...line,
    textVersion: String(text.version),
    textHash: decided.textHash,
    controllerName: named(controller, visit.language),
    offer: shownOffer(offer, until),
    fullText: text.body,
    jsonHref: `${paths.receipt(decided.receiptId)}/record.json`,
  })
}

export async function downloadReceipt(visit: SessionVisit): Promise<Answer> {
  const found = await receiptOf(visit)
  if (!found) return { page: await failure(visit, 'notFound'), status: 404 }
  const { decided, text, controller, subjectId } = found
  const { id, name, address } = controller
  const record = receipt(decided, {
    subjectId,
    controller: { id, name, ...(address && { address }) },
    text,
    withdrawAt: new URL(paths.consents(), visit.installation.config.portalUrl).href,
    keptFor: 'P6M',
  })
  const name_ = `receipt-${numberOf(decided)}.jsonld`
  return { file: JSON.stringify(record, null, 2), contentType: 'application/ld+json', name: name_ }
}
