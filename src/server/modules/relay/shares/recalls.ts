import type { Party } from '../../../../contract/consent.ts'
import { operatorId } from '../../accounts/index.ts'
import { openRequest } from '../../consent/index.ts'
import { personOf } from '../../people/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { acknowledgeRecall, escalateRecall, insertRecall, recallsOf } from './store-recalls.ts'
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
    await openRequest(work, { id, kind, via: 'PORTAL', personId, sourceRecordId, said: '', identity })
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
  if ((await recallsOf(work)).get(shareId) !== null) return undefined
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
      said: `提供先「${name}」(${id})が、提供 ${shareId} の利用停止の依頼に5分以内に応答していません。 / ${name} has not acknowledged within 5 minutes that share ${shareId} is to be no longer used.`,
    }),
  )
}

export const recalls: IntentTable = { table: 'relay_recall', realm: 'member', attempts: 1000, run: escalate }
