import type { Party } from '../../../../contract/consent/consent.ts'
import { operatorId } from '../../accounts/index.ts'
import { dataRequestChanged, openRequest, request } from '../../consent/index.ts'
import { personOf } from '../../people/index.ts'
import { onAcross, type Subscription } from '../../../kernel/announcements.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { acknowledgeRecall, answerRecall, escalateRecall, insertRecall, recallsOf } from './store-recalls.ts'
import * as shares from './store-shares.ts'

const actor = systemActor('relay.recall')

/** A recipient that has not taken up a withdrawal after this long is put before a human. */
const escalateAfterMs = 5 * 60_000

/** Notes that a share is asked back: within five minutes it is acknowledged, or somebody at the operator hears of it. */
export const expectAcknowledgement = (work: MemberWork, shareId: string): Promise<void> =>
  insertRecall(work, { shareId, dueAt: new Date(work.now.getTime() + escalateAfterMs) })

type Recalled = { shareId: string; recipientId: string; requestId: string; kind: 'STOP' | 'ERASURE' }

/** Puts the recall among the recipient's requests, with its clock, and acknowledges it to the member's side. */
export async function applyRecall(
  installation: Installation,
  { realmId: memberId, payload }: { realmId: string; payload: Recalled },
): Promise<void> {
  const isTaken = await inCompany(installation, { companyId: payload.recipientId, actor }, async (work) => {
    const received = await shares.findReceived(work, payload.shareId)
    if (!received) return false
    const { sourceRecordId } = received
    const personId = await personOf(work, sourceRecordId)
    const { requestId: id, kind } = payload
    const identity = 'MEMBER_SESSION' as const
    const remark = { code: 'SHARE_RECALLED' as const, shareId: payload.shareId }
    await openRequest(work, { id, kind, via: 'PORTAL', personId, sourceRecordId, said: '', identity, remark })
    await shares.markReceivedRecalled(work, payload.shareId)
    return true
  })
  await inMember(installation, { memberId, actor }, async (work) => {
    // The delivery may still be on its way: trying again later finds it, or finds that it was voided and never arrives.
    if (!isTaken && (await shares.lockShare(work, payload.shareId))?.state !== 'VOIDED')
      throw new Error('a recalled share has not arrived yet')
    await acknowledgeRecall(work, payload.shareId)
  })
}

/**
 * Names the share and the recipient, never the member: the operator's people find the rest by the share. The recall
 * counts as escalated once their request stands, so that a kill in between repeats it, under the same id.
 */
async function escalate(installation: Installation, { realmId: memberId, id: shareId }: Claimed): Promise<void> {
  const opening = { memberId, actor }
  const recipient = await inMember(installation, opening, (work) => silentRecipient(work, shareId))
  const companyId = await operatorId(installation)
  if (recipient && companyId !== undefined) await askOperator(installation, { companyId, shareId, recipient })
  await inMember(installation, opening, (work) => escalateRecall(work, shareId))
}

/** Who has not taken up the recall of a share; nobody once it was acknowledged. */
async function silentRecipient(work: MemberWork, shareId: string): Promise<Party | undefined> {
  if ((await recallsOf(work)).get(shareId)?.acknowledgedAt !== null) return undefined
  return (await shares.sharesOf(work)).find(({ id }) => id === shareId)?.terms.recipient
}

type Asking = { companyId: string; shareId: string; recipient: Party }

async function askOperator(installation: Installation, { companyId, shareId, recipient }: Asking): Promise<void> {
  const { id, name } = recipient
  await inCompany(installation, { companyId, actor }, (work) =>
    openRequest(work, {
      id: idFrom('relay.recall-escalated', shareId),
      kind: 'STOP',
      via: 'PORTAL',
      identity: 'MEMBER_SESSION',
      said: '',
      remark: { code: 'RECALL_LATE', recipient: name, recipientId: id, shareId },
    }),
  )
}

export const recalls: IntentTable = { table: 'relay_recall', realm: 'member', attempts: 1000, run: escalate }

const answers = { ANSWERED: 'DONE', PARTIAL: 'PARTIAL', DECLINED: 'REFUSED' } as const

/** The person sees what the recipient's people answered; until then only that the request reached them. */
async function returnAnswer(installation: Installation, recipientId: string, requestId: string): Promise<void> {
  const found = await inCompany(installation, { companyId: recipientId, actor }, async (work) => {
    const { remark, state } = await request(work, requestId)
    if (remark?.code !== 'SHARE_RECALLED') return undefined
    const received = await shares.findReceived(work, remark.shareId)
    return received && { memberId: received.memberId, shareId: received.id, state }
  })
  if (!found || found.state === 'OPEN') return
  const { memberId, shareId, state } = found
  await inMember(installation, { memberId, actor }, (work) => answerRecall(work, { shareId, answer: answers[state] }))
}

export const recallSubscription: Subscription = onAcross(
  dataRequestChanged,
  'relay.recall-answer',
  async (installation, { realmId, payload: { requestId, kind, state } }) => {
    if (state !== 'OPEN' && (kind === 'STOP' || kind === 'ERASURE'))
      await returnAnswer(installation, realmId, requestId)
  },
)
