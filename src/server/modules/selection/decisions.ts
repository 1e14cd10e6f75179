import type { Stage, WithdrawalTiming } from '../../../contract/selection/selection-terms.ts'
import { findForbidden } from '../../../engines/forbidden/index.ts'
import type { Work } from '../../kernel/work.ts'
import { application, holdApplication, recordTransition } from './applications.ts'
import { alreadyEnded, forbiddenNote, notEnded, notOffered } from './errors.ts'
import { isEnded } from './history/fold.ts'
import type { Application } from './store-applications.ts'

/** What staff decide about one application. */
export type Decision =
  | { kind: 'STAGE'; stage: Stage }
  | { kind: 'HOLD' }
  | { kind: 'REJECT'; reason: string }
  | { kind: 'WITHDRAW'; reason: string; withdrawalTiming?: WithdrawalTiming | undefined }
  | { kind: 'OFFER' }
  | { kind: 'ACCEPT' }
  | { kind: 'DECLINE'; reason: string }
  | { kind: 'HIRE' }
  | { kind: 'REOPEN'; stage?: Stage | undefined }
  | { kind: 'DUPLICATE' }

export type Decided = { id: string; applicationId: string; decision: Decision; note?: string | undefined }

/**
 * Takes a decision of staff, under an id chosen by the caller. Refuses what does not follow: anything but reopening
 * an ended application (`selection.already-ended`), reopening one that has not ended (`selection.not-ended`), accepting
 * or declining an offer that was not made (`selection.not-offered`). Two at once are taken one after the other.
 */
export async function decide(work: Work, { id, applicationId, decision, note }: Decided): Promise<Application> {
  // Held from before it is looked at, so that of two staff at once the second decides about what the first left.
  await holdApplication(work, applicationId)
  const { state } = await application(work, applicationId)
  const { kind } = decision
  if (kind === 'REOPEN' && !isEnded(state) && state !== 'ON_HOLD') throw notEnded({ applicationId, state })
  if (kind !== 'REOPEN' && kind !== 'DUPLICATE' && isEnded(state)) throw alreadyEnded({ applicationId, state })
  if ((kind === 'ACCEPT' || kind === 'DECLINE') && state !== 'OFFERED' && state !== 'OFFER_ACCEPTED')
    throw notOffered({ applicationId, state })
  const found = findForbidden(note ?? '')
  if (found) throw forbiddenNote({ field: 'note', ...found })
  await recordTransition(work, {
    id,
    applicationId,
    kind,
    occurredAt: work.now,
    ...('stage' in decision && decision.stage && { stage: decision.stage }),
    ...('reason' in decision && { reason: decision.reason }),
    ...('withdrawalTiming' in decision && decision.withdrawalTiming && { withdrawalTiming: decision.withdrawalTiming }),
    ...(note && { note }),
  })
  return application(work, applicationId)
}
