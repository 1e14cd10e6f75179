import type { Party, Purpose } from '../../../../contract/consent/consent.ts'
import { company, operatingMode } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { holdMemberConsent, recordMemberProvision, recordProvision, type HowObtained } from '../../consent/index.ts'
import { recordAndLink } from '../../linkage/index.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from '../../../kernel/work.ts'
import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { shareCommitted, shareRecalled, shareReceived, shareVoided } from '../members/member-announcements.ts'
import { consentMissing, memberLeft, noMember } from '../members/member-errors.ts'
import { expectAcknowledgement } from './recalls.ts'
import * as members from '../members/store-members.ts'
import { recordOfMember } from '../members/telling/store-mirror.ts'
import { acknowledgeRecall } from './store-recalls.ts'
import * as store from './store-shares.ts'

export type NewShare = {
  /** The caller's own id: repeating it changes nothing. */
  id: string
  purpose: Purpose
  /** The operator for what the member registered; a company for its evaluation or certificate. */
  provider: Party
  recipient: Party
  /** For the selection to which opening, as the member read it; left out where it is for none. */
  opening?: string
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
  const { id, purpose, provider, recipient, opening = null, howObtained, payload } = share
  const consent = await holdMemberConsent(work, { purpose, recipient: recipient.id })
  if (!consent) throw consentMissing({ purpose })
  const { eventId: consentEventId, receiptId } = consent
  const items = Object.keys(payload.fields)
  const terms = { provider, recipient, items, opening, howObtained }
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

type Committed = { realmId: string; payload: { shareId: string; recipientId: string } }

/**
 * Hands a share over. Marking it as delivered in the member's realm is the moment after which it can only be recalled;
 * what follows in the two companies is repeated under the share's id until it is done. A recipient that may not receive
 * it by then (suspended, its mode changed, the network stopped) is given nothing: the share is voided, and whoever
 * would have provided it is told.
 */
export async function deliverShare(
  installation: Installation,
  { realmId: memberId, payload }: Committed,
): Promise<void> {
  const opened = { actor: systemActor('relay.deliver') }
  const { shareId, recipientId } = payload
  const isAway = await inCompany(installation, { ...opened, companyId: recipientId }, (work) => mayNot(work, shareId))
  const share = await inMember(installation, { ...opened, memberId }, async (work) => {
    await members.lockMember(work)
    const found = await store.lockShare(work, shareId)
    if (!found || found.state === 'VOIDED') return undefined
    if (isAway) await voidShare(work, found)
    else if (found.state === 'COMMITTED') await store.markDelivered(work, found.id)
    return isAway ? undefined : found
  })
  if (!share?.payload) return
  const { terms } = share
  await inCompany(installation, { ...opened, companyId: terms.recipient.id }, (work) => receive(work, memberId, share))
  await inCompany(installation, { ...opened, companyId: terms.provider.id }, async (work) => {
    await company(work)
    // Where the provider is an employer, its record says of whom; the operator knows nobody.
    const sourceRecordId = await recordOfMember(work, memberId)
    await recordProvision(work, {
      ...onRecord(share),
      side: 'PROVIDER',
      ...(sourceRecordId !== undefined && { sourceRecordId }),
    })
  })
}

/** Whether the recipient may be given a share no longer, and was not given it before. Naming a person is placement. */
async function mayNot(work: Work, shareId: string): Promise<boolean> {
  return (await operatingMode(work)) !== 'PLACEMENT' && !(await store.findReceived(work, shareId))
}

async function voidShare(work: MemberWork, { id, terms }: store.Share): Promise<void> {
  const version = await store.voidUnreceived(work, id)
  await acknowledgeRecall(work, id)
  const parties = { providerId: terms.provider.id, recipientId: terms.recipient.id }
  await work.announce(shareVoided, { subjectId: id, version, payload: { shareId: id, ...parties } })
}

type Voided = { payload: { shareId: string; providerId: string; recipientId: string } }

/** The provider learns from its audit log that what it was to provide never reached the recipient. */
export async function tellProvider(installation: Installation, { payload }: Voided): Promise<void> {
  const { shareId, providerId, recipientId } = payload
  await inCompany(installation, { companyId: providerId, actor: systemActor('relay.deliver') }, (work) =>
    record(work, {
      action: 'relay.share-voided',
      subject: { kind: 'share', id: shareId },
      detail: { recipientId },
    }),
  )
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
  const { sourceRecordId, personId } = await recordAndLink(work, {
    id: share.id,
    kind: 'MEMBER',
    label: share.terms.provider.name,
    observedAt: share.committedAt,
    claims: Object.entries(share.payload.fields).map(([field, value]) => ({ field: field as PersonField, value })),
  })
  await store.insertReceived(work, { id: share.id, memberId, purpose: share.purpose, sourceRecordId })
  const terms = { ...onRecord(share), recipient: { ...share.terms.recipient, name } }
  await recordProvision(work, { ...terms, side: 'RECIPIENT', sourceRecordId })
  await work.announce(shareReceived, {
    subjectId: share.id,
    version: 1,
    payload: { shareId: share.id, memberId, purpose: share.purpose, sourceRecordId, personId },
  })
}

export const sharesOfMember = store.sharesOf
