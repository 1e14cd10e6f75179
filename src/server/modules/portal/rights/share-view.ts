import { purposeOfProvision } from '../../../../contract/consent/consent.ts'
import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import type { Share as ShownShare } from '../../../../portal/index.ts'
import { consentText, memberProvisions, provisionsOf } from '../../consent/index.ts'
import { recordsOf } from '../../people/index.ts'
import { recallsOf, sharesOfMember } from '../../relay/index.ts'
import type { Language } from '../../../../portal/index.ts'
import { itemNames } from './field-keys.ts'
import { inOwnRealm, inVisitedCompany, type SessionVisit } from '../visit.ts'

type Provided = Awaited<ReturnType<typeof memberProvisions>>[number]

const ways: Record<Language, Record<string, string>> = {
  ja: {
    REGISTERED_BY_THE_PERSON: 'ご本人の登録による',
    APPLICATION_TO_THE_PROVIDER: 'ご本人の応募による',
    SELECTION_BY_THE_PROVIDER: '提供元の選考による',
  },
  en: {
    REGISTERED_BY_THE_PERSON: 'Registered by you',
    APPLICATION_TO_THE_PROVIDER: 'From your application',
    SELECTION_BY_THE_PROVIDER: 'From the selection by the provider',
  },
}

const titleOf = (provided: Provided, language: Language) => {
  const { recipient, items, opening } = provided
  return consentText({
    purpose: purposeOfProvision(provided),
    language,
    company: '',
    recipient: recipient.name,
    items,
    opening,
  }).title
}

function shown(provision: Provided, state: ShownShare['state'], language: Language): ShownShare {
  const { recipient } = provision
  return {
    id: provision.shareId,
    recipientName: recipient.name,
    recipientAddress: recipient.address ?? '',
    recipientRepresentative: recipient.representative ?? '',
    at: provision.providedAt,
    items: itemNames(provision.items, language),
    purposeTitle: titleOf(provision, language),
    receiptNumber: receiptNumber(provision.receiptId),
    receiptId: provision.receiptId,
    obtainedHow: ways[language][provision.howObtained] ?? provision.howObtained,
    state,
  }
}

/** Each provision once, from the provider's records: the member's own, or else the company's about its applicant. */
export async function latestReceipts(visit: SessionVisit): Promise<ShownShare[]> {
  const { session, language } = visit
  const isOnce = ({ side }: Provided) => side === 'PROVIDER'
  if (session.memberId === null) {
    const provided = await inVisitedCompany(visit, async (work) => {
      const sourceRecordIds = (await recordsOf(work, session.personId)).map(({ id }) => id)
      return provisionsOf(work, { sourceRecordIds })
    })
    return provided.filter(isOnce).map((one) => shown(one, 'DELIVERED', language))
  }
  const member = { ...visit, memberId: session.memberId }
  const { provided, shares, recalls } = await inOwnRealm(member, async (work) => ({
    recalls: await recallsOf(work),
    provided: await memberProvisions(work),
    shares: await sharesOfMember(work),
  }))
  const stateOf = (shareId: string): ShownShare['state'] => {
    const share = shares.find(({ id }) => id === shareId)
    if (share?.state === 'VOIDED') return 'VOIDED'
    const recall = recalls.get(shareId)
    if (recall?.answer === 'DONE') return 'STOPPED'
    if (recall?.answer === 'PARTIAL') return 'STOPPED_IN_PART'
    if (recall?.answer === 'REFUSED') return 'STOP_REFUSED'
    if (recall?.acknowledgedAt) return 'RECALL_RECEIVED'
    return share?.recallAskedAt ? 'RECALL_ASKED' : 'DELIVERED'
  }
  return provided.filter(isOnce).map((one) => shown(one, stateOf(one.shareId), language))
}
