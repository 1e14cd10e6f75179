import type { Purpose } from '../../../../contract/consent/consent.ts'
import { decideAsMember, memberConsents, showMemberText, type Decided } from '../../consent/index.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { changeAndTell } from './telling/flow-back.ts'
import { memberLeft, noMember } from './member-errors.ts'
import type { Offer } from './offers.ts'
import { stopSharing } from '../shares/shares.ts'
import * as store from './store-members.ts'

export type Answer = {
  /** The caller's own id: repeating it changes nothing. */
  id: string
  offer: Pick<Offer, 'purpose' | 'recipient' | 'items' | 'shown'> & Partial<Pick<Offer, 'notice'>>
  decision: 'GIVEN' | 'REFUSED'
}

/**
 * Keeps an answer to an offer with the words as they were shown. The member's row must be held. `how` is `LETTER` for
 * what is answered while registering, whose one mail is the receipt of all of it.
 */
export async function keepAnswer(
  work: MemberWork,
  { id, offer, decision }: Answer,
  how: 'PORTAL' | 'LETTER' = 'PORTAL',
): Promise<Decided> {
  const { hash } = await showMemberText(work, offer.shown)
  const { purpose, recipient, items, notice = null } = offer
  return decideAsMember(work, { id, purpose, recipient, items, decision, textHash: hash, how, notice })
}

async function active(work: MemberWork): Promise<void> {
  const member = await store.lockMember(work)
  if (!member) throw noMember()
  if (member.state !== 'ACTIVE') throw memberLeft({ state: member.state })
}

/** The member says yes (or no) to one purpose for one recipient; answers the decision with its receipt. */
export async function answerOffer(work: MemberWork, answer: Answer): Promise<Decided> {
  await active(work)
  const decided = await keepAnswer(work, answer)
  if (answer.decision === 'REFUSED') await stopSharing(work, answer.offer, 'STOP')
  await changeAndTell(work, {})
  return decided
}

/**
 * The member takes a consent back: what was not delivered is voided and what was is recalled, in the same transaction.
 * Answers nothing where no consent stands.
 */
export async function withdrawMemberConsent(
  work: MemberWork,
  { id, purpose, recipient }: { id: string; purpose: Purpose; recipient: string },
): Promise<Decided | undefined> {
  const member = await store.lockMember(work)
  if (!member) throw noMember()
  const given = (await memberConsents(work)).find((one) => one.purpose === purpose && one.recipient === recipient)
  if (given?.decision !== 'GIVEN') return undefined
  const withdrawn = await takeBack(work, { id, given, kind: 'STOP' })
  await changeAndTell(work, {})
  return withdrawn
}

type Taking = { id: string; given: Decided; kind: 'STOP' | 'ERASURE' }

async function takeBack(work: MemberWork, { id, given, kind }: Taking): Promise<Decided> {
  // What is taken back stood on this notice; no other one has to be read for it.
  const { purpose, recipient, items, textHash, notice } = given
  const decision = { id, purpose, recipient, items, textHash, notice, decision: 'WITHDRAWN', how: 'PORTAL' } as const
  const decided = await decideAsMember(work, decision)
  await stopSharing(work, { purpose, recipient }, kind)
  return decided
}

/** Takes every standing consent back, as when the member leaves; `idOf` makes the id of each. */
export async function withdrawAll(
  work: MemberWork,
  { idOf, kind }: { idOf: (given: Decided) => string; kind: 'STOP' | 'ERASURE' },
): Promise<void> {
  for (const given of await memberConsents(work))
    if (given.decision === 'GIVEN') await takeBack(work, { id: idOf(given), given, kind })
}
