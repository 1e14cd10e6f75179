import type { Party, Purpose } from '../../../contract/consent.ts'
import { company } from '../accounts/index.ts'
import { holdMemberConsent, recordMemberProvision, recordProvision, type HowObtained } from '../consent/index.ts'
import { linkRecord } from '../linkage/index.ts'
import { personOf, recordSource } from '../people/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from '../../kernel/work.ts'
import type { PersonField } from '../../../contract/person-fields.ts'
import { shareCommitted, shareRecalled, shareReceived } from './member-announcements.ts'
import { consentMissing, memberLeft, noMember } from './member-errors.ts'
import { expectAcknowledgement } from './recalls.ts'
import * as members from './store-members.ts'
import * as store from './store-shares.ts'

export type NewShare = {
  /** The caller's own id: repeating it changes nothing. */
  id: string
  purpose: Purpose
  /** The operator for what the member registered; a company for its evaluation or certificate. */
  provider: Party
  recipient: Party
  howObtained: HowObtained
  /** The very values that are provided, as the member saw them. */
  payload: store.SharePayload
}

/**
 * Provides something to one recipient: in one transaction the consent is held, what is provided is frozen, both sides
 * go on record, and the delivery is announced. Refused without a standing consent (`relay.consent-missing`) and after
 * the member left (`relay.member-left`). A withdrawal that commits first wins; one that commits later voids a share
 * that was not delivered.
 */
export async function commitShare(work: MemberWork, share: NewShare): Promise<void> {
  const member = await members.lockMember(work)
  if (!member) throw noMember()
  if (await store.lockShare(work, share.id)) return
  if (member.state !== 'ACTIVE') throw memberLeft({ state: member.state })
  const { id, purpose, provider, recipient, howObtained, payload } = share
  const consent = await holdMemberConsent(work, { purpose, recipient: recipient.id })
  if (!consent) throw consentMissing({ purpose })
  const { eventId: consentEventId, receiptId } = consent
  const items = Object.keys(payload.fields)
  const terms = { provider, recipient, items, howObtained }
  await store.insertShare(work, { id, purpose, recipient: recipient.id, payload, terms, consentEventId, receiptId })
  for (const side of ['PROVIDER', 'RECIPIENT'] as const)
    await recordMemberProvision(work, {
      shareId: id,
      side,
      ...terms,
      receiptId,
      subjectName: payload.subjectName,
      consentEventId,
    })
  await work.announce(shareCommitted, {
    subjectId: id,
    version: 1,
    payload: { shareId: id, recipientId: recipient.id },
  })
}

/**
 * Stops what was to be provided to a recipient and recalls what was: inside the Work that withdraws the consent, whose
 * row is held from then on.
 */
export async function stopSharing(
  work: MemberWork,
  towards: { purpose: Purpose; recipient: string },
  kind: 'STOP' | 'ERASURE',
): Promise<void> {
  await store.voidWaiting(work, towards)
  for (const { id, version } of await store.markRecalled(work, towards)) {
    await expectAcknowledgement(work, id)
    await work.announce(shareRecalled, {
      subjectId: id,
      version,
      payload: { shareId: id, recipientId: towards.recipient, requestId: newId(), kind },
    })
  }
}

/**
 * Hands a share over. Marking it as delivered in the member's realm is the moment after which it can only be recalled;
 * what follows in the two companies is repeated under the share's id until it is done.
 */
export async function deliverShare(
  installation: Installation,
  { realmId: memberId, payload }: { realmId: string; payload: { shareId: string } },
): Promise<void> {
  const share = await inMember(installation, { memberId, actor: systemActor('relay.deliver') }, async (work) => {
    await members.lockMember(work)
    const found = await store.lockShare(work, payload.shareId)
    if (found?.state === 'COMMITTED') await store.markDelivered(work, found.id)
    return found?.state === 'VOIDED' ? undefined : found
  })
  if (!share?.payload) return
  const { terms } = share
  const opened = { actor: systemActor('relay.deliver') }
  await inCompany(installation, { ...opened, companyId: terms.recipient.id }, (work) => receive(work, memberId, share))
  await inCompany(installation, { ...opened, companyId: terms.provider.id }, async (work) => {
    await company(work)
    await recordProvision(work, { ...onRecord(share), side: 'PROVIDER' })
  })
}

const onRecord = (share: store.Share) => ({
  shareId: share.id,
  ...share.terms,
  receiptId: share.receiptId,
  subjectName: share.payload?.subjectName ?? '',
  providedAt: share.committedAt,
})

async function receive(work: Work, memberId: string, share: store.Share): Promise<void> {
  const { name } = await company(work)
  if (!share.payload || (await store.findReceived(work, share.id))) return
  const { sourceRecordId } = await recordSource(work, {
    id: share.id,
    kind: 'MEMBER',
    label: share.terms.provider.name,
    observedAt: share.committedAt,
    claims: Object.entries(share.payload.fields).map(([field, value]) => ({ field: field as PersonField, value })),
  })
  await linkRecord(work, sourceRecordId)
  await store.insertReceived(work, { id: share.id, memberId, purpose: share.purpose, sourceRecordId })
  const terms = { ...onRecord(share), recipient: { ...share.terms.recipient, name } }
  await recordProvision(work, { ...terms, side: 'RECIPIENT', sourceRecordId })
  const personId = await personOf(work, sourceRecordId)
  await work.announce(shareReceived, {
    subjectId: share.id,
    version: 1,
    payload: { shareId: share.id, memberId, purpose: share.purpose, sourceRecordId, personId },
  })
}

export const sharesOfMember = store.sharesOf
