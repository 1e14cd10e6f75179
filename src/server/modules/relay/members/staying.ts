import { record } from '../../audit/index.ts'
import type { MemberRetention, RetentionKnowledge } from '../../../kernel/module.ts'
import type { MemberWork } from '../../../kernel/work.ts'
import { answerDays } from '../asking/asking-mails.ts'
import { reachableFrom, spendContact } from './contacts.ts'
import { memberLeft, noMember } from './member-errors.ts'
import { afterQuiet } from './mails/quiet-hours.ts'
import * as clock from '../clock/store-clock.ts'
import { findMember, lockMember, mailableAt, memberCompanies, putHeard } from './store-members.ts'
import { mirrorsOf } from './telling/store-mirror.ts'

const dayMs = 86_400_000

/** Until when a member answers who is asked at this moment; after that silence is a no. */
export const stayBy = (now: Date): Date => new Date(now.getTime() + answerDays * dayMs)

/** The member did something themselves: their time begins anew, and a question that waits is not asked any more. */
export async function memberHeard(work: MemberWork): Promise<void> {
  await putHeard(work)
  for (const id of await clock.cancelQuestions(work)) await clock.deleteContact(work, id)
}

/** "I stay": one press, from the mail's page or without a mail. Refused to who left (`relay.member-left`). */
export async function stay(work: MemberWork): Promise<void> {
  const member = await lockMember(work)
  if (!member) throw noMember()
  if (member.state !== 'ACTIVE') throw memberLeft({ state: member.state })
  await memberHeard(work)
  await record(work, { action: 'relay.member-stays', subject: { kind: 'member', id: work.memberId } })
}

/**
 * What decides how long a registration is kept. Who left by themselves is asked nothing; who is asked has the time that
 * the mail names, however the rule changes meanwhile. Only a question that was sent, to an address that nobody doubted
 * since, is answered by silence.
 */
export async function membershipFacts(work: MemberWork): Promise<RetentionKnowledge[]> {
  const member = await findMember(work)
  if (!member || member.state === 'ERASED') return []
  const since: RetentionKnowledge[] = [
    { kind: 'STANDING', class: 'MEMBER', at: member.registeredAt },
    { kind: 'HEARD', at: member.heardAt },
  ]
  if (member.state !== 'ACTIVE') return since
  const question = await clock.lastQuestion(work)
  const isMailable = mailableAt(member) !== null
  const from = isMailable ? await reachableFrom(work) : null
  const unasked: RetentionKnowledge[] = [...since, { kind: 'ASKABLE', from }]
  if (question?.state === 'READY') return [...unasked, { kind: 'KEEPS', reason: 'ANSWER_AWAITED', until: null }]
  if (!question?.settledAt || question.settledAt < member.heardAt) return unasked
  const answerBy = new Date(question.about[0]?.endsAt ?? question.settledAt)
  if (question.state === 'SENT' && isMailable)
    return [...since, { kind: 'UNANSWERED', at: question.settledAt, answerBy }]
  // Whether this mail ever left is not known: silence after it says nothing, so they are asked once more.
  if (question.state === 'UNKNOWN' && answerBy > work.now)
    return [...unasked, { kind: 'KEEPS', reason: 'ANSWER_AWAITED', until: answerBy }]
  return question.state === 'REFUSED' ? [...since, { kind: 'ASKABLE', from: null }] : unasked
}

/** Asks by mail whether the member stays: a contact like any other, and not in their quiet hours. */
async function ask(work: MemberWork, id: string): Promise<void> {
  const member = await lockMember(work)
  if (!member) throw noMember()
  await spendContact(work, { id, kind: 'STAY' })
  await clock.insertNotice(work, { id, kind: 'STAY', about: [], dueAt: afterQuiet(work.now, member.quiet) })
  await record(work, { action: 'relay.member-asked-to-stay', subject: { kind: 'member', id: work.memberId } })
}

export const memberRetention: MemberRetention = {
  hold: async (work) => void (await lockMember(work)),
  ties: memberCompanies,
  membersOf: async (work, sourceRecordIds) => (await mirrorsOf(work, sourceRecordIds)).map(({ memberId }) => memberId),
  ask,
  isAsked: clock.hasNotice,
}
