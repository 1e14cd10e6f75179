import type { Party, Provision } from '../../../../contract/consent/consent.ts'
import { derivedKey, seal, unseal } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import * as store from './store-provisions.ts'

/** Records are kept for three years (APPI enforcement rules 21 and 25); longer than asked is not needed. */
const keptYears = 3

/** How the provider came to hold the data (取得の経緯). */
export type HowObtained = 'REGISTERED_BY_THE_PERSON' | 'APPLICATION_TO_THE_PROVIDER' | 'SELECTION_BY_THE_PROVIDER'

export type NewProvision = {
  /** The share both sides record under: repeating it changes nothing. */
  shareId: string
  side: 'PROVIDER' | 'RECIPIENT'
  provider: Party
  recipient: Party
  /** Which fields were provided. */
  items: readonly string[]
  /** For the selection to which opening, as the person read it; left out where it is for none. */
  opening?: string | null
  receiptId: string
  howObtained: HowObtained
  /** Whose data it is. The name alone identifies them here, and it is sealed. */
  subjectName: string
  providedAt?: Date
}

type Common = { installation: Work['installation']; now: Date }

function keptOf({ now }: Common, made: NewProvision) {
  const providedAt = made.providedAt ?? now
  const keepUntil = new Date(providedAt)
  keepUntil.setUTCFullYear(keepUntil.getUTCFullYear() + keptYears)
  const { shareId, side, provider, recipient, items, opening = null, receiptId, howObtained } = made
  return {
    id: newId(),
    shareId,
    side,
    provider,
    recipient,
    items: [...items],
    opening,
    receiptId,
    howObtained,
    providedAt,
    keepUntil,
  }
}

const keyOf = ({ installation }: Common) => derivedKey(installation.config.secret, 'consent.provision')
const place = (realmId: string, id: string) => `consent_provision_subject/${realmId}/${id}`

/**
 * Records one side of a provision to a third party, in the company's realm. It outlives an erasure of the person:
 * only the sealed name and the record's id tell whose data it was.
 */
export async function recordProvision(
  work: Work,
  made: NewProvision & { sourceRecordId?: string; consentEventId?: string },
): Promise<void> {
  const { sourceRecordId, consentEventId } = made
  const kept = { ...keptOf(work, made), consentEventId: consentEventId ?? null }
  const sealedName = seal(keyOf(work), made.subjectName, place(work.companyId, kept.id))
  const isFirst = await store.insertProvision(work, kept, { sourceRecordId: sourceRecordId ?? null, sealedName })
  if (isFirst) await record(work, auditOf(made))
}

/** The same in the realm of a member, with the consent it stands on: a share commits both sides with it. */
export async function recordMemberProvision(
  work: MemberWork,
  made: NewProvision & { consentEventId: string },
): Promise<void> {
  const kept = { ...keptOf(work, made), consentEventId: made.consentEventId }
  const sealedName = seal(keyOf(work), made.subjectName, place(work.memberId, kept.id))
  const isFirst = await store.insertMemberProvision(work, kept, sealedName)
  if (isFirst) await record(work, auditOf(made))
}

const auditOf = ({ shareId, side, provider, recipient, items }: NewProvision) => ({
  action: 'consent.provision-recorded' as const,
  subject: { kind: 'share', id: shareId },
  detail: { side, provider: provider.id, recipient: recipient.id, items: items.length },
})

function shown(common: Common, realmId: string, listed: store.Listed): Provision {
  const { id, shareId, side, provider, recipient, items, opening, receiptId, howObtained, sealedName } = listed
  return {
    id,
    shareId,
    side,
    provider,
    recipient,
    items,
    opening,
    receiptId,
    howObtained,
    subjectName: sealedName && unseal(keyOf(common), sealedName, place(realmId, id)),
    providedAt: listed.providedAt.toISOString(),
    keepUntil: listed.keepUntil.toISOString(),
  }
}

/** The book of provisions of this company, newest first. */
export async function provisions(
  work: Work,
  page: { before: string | undefined; limit: number },
): Promise<Provision[]> {
  return (await store.listProvisions(work, page)).map((listed) => shown(work, work.companyId, listed))
}

/** The records about one person, whom the law lets see them (APPI 33(5)). */
export async function provisionsOf(
  work: Work,
  { sourceRecordIds }: { sourceRecordIds: readonly string[] },
): Promise<Provision[]> {
  return (await store.provisionsOf(work, sourceRecordIds)).map((listed) => shown(work, work.companyId, listed))
}

export async function memberProvisions(work: MemberWork): Promise<Provision[]> {
  return (await store.memberProvisions(work)).map((listed) => shown(work, work.memberId, listed))
}
