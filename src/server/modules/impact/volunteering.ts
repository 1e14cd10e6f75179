import type { MemberWork } from '../../kernel/work.ts'
import { hasMemberConsent, memberConsents } from '../consent/index.ts'
import { answerOffer, withdrawMemberConsent, type Offer } from '../relay/index.ts'
import { answerChanged } from './announcements.ts'
import * as store from './store-member.ts'
import type { Volunteered } from './store-member.ts'

const purpose = 'IMPACT_AUDIT'

/** What the member volunteered, and since when; nothing where they did not, or took it back. */
export async function ownAnswer(work: MemberWork): Promise<{ answer: Volunteered; since: Date } | undefined> {
  const kept = await store.findAnswer(work)
  return kept?.answer ? { answer: kept.answer, since: kept.changedAt } : undefined
}

/**
 * Keeps what the member volunteers, under a consent of its own for this one purpose. It stays in the member's realm and
 * in the operator's audit; no employer, list or rank is told of it. Answering again replaces it.
 */
export async function volunteer(
  work: MemberWork,
  { id, offer, answer }: { id: string; offer: Offer; answer: Volunteered },
): Promise<void> {
  await answerOffer(work, { id, offer, decision: 'GIVEN' })
  await keep(work, answer)
}

/** Takes the answer back with its consent: it is deleted here at once, and in the audit as soon as it hears of it. */
export async function takeBackAnswer(work: MemberWork, id: string): Promise<void> {
  for (const given of await memberConsents(work))
    if (given.purpose === purpose && given.decision === 'GIVEN')
      await withdrawMemberConsent(work, { id, purpose, recipient: given.recipient })
  await forgetAnswer(work)
}

async function keep(work: MemberWork, answer: Volunteered | null): Promise<void> {
  const version = await store.putAnswer(work, answer)
  await work.announce(answerChanged, { subjectId: work.memberId, version, payload: { isErased: false } })
}

/** Says whether there was an answer. */
async function forgetAnswer(work: MemberWork): Promise<boolean> {
  const kept = await store.findAnswer(work)
  if (!kept?.answer) return false
  await keep(work, null)
  return true
}

/** Wherever the consent was taken back, the answer goes with it. */
export async function followConsent(
  work: MemberWork,
  { payload }: { payload: { purpose: string; recipient: string } },
): Promise<void> {
  if (payload.purpose !== purpose) return
  if (!(await hasMemberConsent(work, { purpose, recipient: payload.recipient }))) await forgetAnswer(work)
}

/** Nothing is told when a consent runs out: an answer whose consent stands no more goes with the day's disposal. */
export async function disposeAnswer(work: MemberWork, stands: (work: MemberWork) => Promise<boolean>): Promise<number> {
  return !(await stands(work)) && (await forgetAnswer(work)) ? 1 : 0
}

export async function eraseAnswer(work: MemberWork): Promise<void> {
  const version = ((await store.findAnswer(work))?.version ?? 0) + 1
  await store.deleteAnswer(work)
  await work.announce(answerChanged, { subjectId: work.memberId, version, payload: { isErased: true } })
}
