import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { paths, receiptPage, type ConsentOffer, type ReceiptLine } from '../../../../portal/index.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { company, type Company } from '../../accounts/index.ts'
import {
  consentsMade,
  isRenewed,
  memberConsentsMade,
  memberTextShown,
  receipt,
  receipts,
  textShown,
  type Decided,
  type NoticeRef,
  type Receipted,
  type ReceiptParty,
} from '../../consent/index.ts'
import { recordsOf } from '../../people/index.ts'
import { network, networkName, relayOperator } from '../../relay/index.ts'
import { failure, named, sessionFrame } from '../frames.ts'
import { asMember, inOwnRealm, inVisitedCompany, type Answer, type SessionVisit } from '../visit.ts'

type Text = NonNullable<Awaited<ReturnType<typeof textShown>>>

/** A decision of this person with the words it was made on; `isOwn` where the person made it as a member. */
export type Issued = { decided: Decided; text: Text; isOwn: boolean; recipientName: string }

/** Every decision that this visit may see: the member's, and those about the pool of the company that wrote. */
export async function issued(visit: SessionVisit): Promise<Issued[]> {
  const own = asMember(visit)
  const made = [...(own ? await inOwnRealm(own, ownDecisions) : []), ...(await companyDecisions(visit))]
  const withNames: Issued[] = []
  for (const one of made) withNames.push({ ...one, recipientName: (await recipientOf(visit, one.decided)).name })
  return withNames.toSorted((one, other) => one.decided.occurredAt.getTime() - other.decided.occurredAt.getTime())
}

async function ownDecisions(work: Parameters<typeof memberConsentsMade>[0]): Promise<Omit<Issued, 'recipientName'>[]> {
  const found: Omit<Issued, 'recipientName'>[] = []
  for (const decided of await memberConsentsMade(work)) {
    const text = await memberTextShown(work, decided.textHash)
    if (text) found.push({ decided, text, isOwn: true })
  }
  return found
}

/** One that was made for each record of a person is one to the person. */
function companyDecisions(visit: SessionVisit): Promise<Omit<Issued, 'recipientName'>[]> {
  return inVisitedCompany(visit, async (work) => {
    const sourceRecordIds = (await recordsOf(work, visit.session.personId)).map(({ id }) => id)
    const found: Omit<Issued, 'recipientName'>[] = []
    const last = new Map<string, Decided['decision']>()
    for (const decided of await consentsMade(work, sourceRecordIds)) {
      const place = `${decided.purpose} ${decided.recipient}`
      const text = last.get(place) === decided.decision ? undefined : await textShown(work, decided.textHash)
      last.set(place, decided.decision)
      if (text) found.push({ decided, text, isOwn: false })
    }
    return found
  })
}

const asParty = (visit: SessionVisit, from: Pick<Company, 'id' | 'name' | 'nameEn' | 'address' | 'contactMail'>) => ({
  id: from.id,
  name: named(from, visit.language),
  ...(from.address && { address: from.address }),
  contact: from.contactMail ?? visit.installation.config.MAIL_FROM,
})

async function recipientOf(visit: SessionVisit, { recipient }: Decided): Promise<ReceiptParty> {
  const { installation, language } = visit
  if (recipient === network) {
    const operator = asParty(visit, await relayOperator(installation))
    return { ...operator, id: network, name: networkName[language] }
  }
  const opening = { companyId: recipient, actor: systemActor('portal.receipts') }
  return asParty(visit, await inCompany(installation, opening, company))
}

async function controllerOf(visit: SessionVisit, { isOwn }: Issued): Promise<ReceiptParty> {
  return asParty(
    visit,
    isOwn ? await relayOperator(visit.installation) : await inVisitedCompany(visit, (work) => company(work)),
  )
}

/** Where a version of a notice is read by anybody. */
const noticeUrl = ({ installation }: SessionVisit, { companyId, version }: NoticeRef): string =>
  new URL(paths.privacyVersion(companyId, version), installation.config.portalUrl).href

async function receipted(visit: SessionVisit, one: Issued): Promise<Receipted> {
  const { decided, text, isOwn } = one
  return {
    decided,
    circumstances: {
      subjectId: (isOwn ? visit.session.memberId : null) ?? visit.session.personId,
      controller: await controllerOf(visit, one),
      recipient: await recipientOf(visit, decided),
      text,
      noticeAt: decided.notice && noticeUrl(visit, decided.notice),
      withdrawAt: new URL(paths.consents(), visit.installation.config.portalUrl).href,
      storedIn: visit.installation.config.DATA_COUNTRY,
    },
  }
}

/** The words as they were shown, taken apart again: title, use, items after their label, how to stop. */
export function wordsOf({ body, language }: Pick<Text, 'body' | 'language'>) {
  const [title = '', uses = '', items = '', stop = ''] = body.split('\n')
  const listed = items.replace(/^[^:：]*[:：]\s*/, '').split(language === 'ja' ? '、' : ', ')
  return { title, text: language === 'ja' ? `${uses}${stop}` : `${uses} ${stop}`, items: listed.filter(Boolean) }
}

/** A decision as the page shows an offer, in the words on which it was made. */
export function offerOfDecision({ decided, text, recipientName }: Issued): ConsentOffer {
  const words = wordsOf(text)
  return {
    id: decided.eventId,
    purposeTitle: words.title,
    purposeText: words.text,
    textVersion: String(text.version),
    recipientName,
    items: words.items,
    identified: decided.purpose !== 'RELAY_PROFILE',
    until: decided.expiresAt?.toISOString() ?? null,
    isRenewed: isRenewed(decided.purpose),
  }
}

export const lineOf = (one: Issued): ReceiptLine => ({
  receiptId: one.decided.receiptId,
  number: receiptNumber(one.decided.receiptId),
  event: one.decided.decision,
  purposeTitle: wordsOf(one.text).title,
  recipientName: one.recipientName,
  at: one.decided.occurredAt.toISOString(),
})

const found = async (visit: SessionVisit) =>
  (await issued(visit)).find(({ decided }) => decided.receiptId === visit.params['receipt'])

export async function showReceipt(visit: SessionVisit): Promise<Answer> {
  const one = await found(visit)
  if (!one) return { page: await failure(visit, 'notFound'), status: 404 }
  const { decided, text } = one
  return receiptPage(await sessionFrame(visit, 'consents'), {
    ...lineOf(one),
    textVersion: String(text.version),
    textHash: decided.textHash,
    notice: decided.notice && {
      version: decided.notice.version,
      href: paths.privacyVersion(decided.notice.companyId, decided.notice.version),
    },
    controllerName: (await controllerOf(visit, one)).name,
    offer: offerOfDecision(one),
    fullText: text.body,
    jsonHref: `${paths.receipt(decided.receiptId)}/record.json`,
  })
}

const contentType = 'application/ld+json'

export async function downloadReceipt(visit: SessionVisit): Promise<Answer> {
  const one = await found(visit)
  if (!one) return { page: await failure(visit, 'notFound'), status: 404 }
  const file = JSON.stringify(receipt(await receipted(visit, one)), null, 2)
  return { file, contentType, name: `receipt-${receiptNumber(one.decided.receiptId)}.jsonld` }
}

/** Every receipt there ever was, in one file. */
export async function downloadReceipts(visit: SessionVisit): Promise<Answer> {
  const all: Receipted[] = []
  for (const one of await issued(visit)) all.push(await receipted(visit, one))
  return { file: JSON.stringify(receipts(all), null, 2), contentType, name: 'consent-receipts.jsonld' }
}
