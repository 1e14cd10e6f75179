import {
  paths,
  registrationEndedPage,
  registrationTermPage,
  type Problem,
  type RegistrationTerm,
} from '../../../../portal/index.ts'
import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { company } from '../../accounts/index.ts'
import { memberTerm } from '../../consent/index.ts'
import { eraseMyself, findMember, stayMember } from '../../relay/index.ts'
import { named, relayFrame, sessionFrame } from '../frames.ts'
import { memberActor } from '../arrival/session.ts'
import { momentText, queueProcedureMail } from '../rights/procedure-mail.ts'
import { inOwnRealm, inVisitedCompany, postedId, type Answer, type MemberVisit } from '../visit.ts'

/** What keeps a registration whatever the rule says, as opposed to what the rule itself waits for. */
const underWay = new Set(['HELD', 'OPEN_REQUEST', 'OPEN_INTRODUCTION', 'OPEN_DISPUTE'])

/** How long the registration is kept, by the very judgement that would end it. */
export async function registrationTerm({ installation, memberId }: MemberVisit): Promise<RegistrationTerm['rule']> {
  const term = await memberTerm(installation, memberId)
  if (!term?.rule.isOn) return null
  const { reasons, keptUntil, pastAt } = term.verdict
  const waitsFor = (reason: 'ANSWER_AWAITED' | 'UNREACHABLE') =>
    reasons.includes(reason) ? (keptUntil?.toISOString() ?? null) : null
  return {
    months: term.rule.months,
    askedFrom: pastAt.toISOString(),
    answerBy: waitsFor('ANSWER_AWAITED'),
    endsUnasked: waitsFor('UNREACHABLE'),
    isKept: reasons.some((reason) => underWay.has(reason)),
  }
}

/** When and why the registration would end; the question's mail leads here. */
export const lasting = (visit: MemberVisit): Promise<Answer> => termPage(visit, [])

async function termPage(visit: MemberVisit, problems: readonly Problem[]) {
  const member = await inOwnRealm(visit, findMember)
  if (!member) throw new Error('a visit of a member without a member')
  const frame = await relayFrame(visit, 'settings')
  return registrationTermPage(frame, {
    operator: frame.service.operatorName,
    heardAt: member.heardAt.toISOString(),
    rule: await registrationTerm(visit),
    justStays: visit.query.get('done') === 'stays',
    problems,
  })
}

export async function sayStay(visit: MemberVisit): Promise<Answer> {
  await inOwnRealm(visit, stayMember)
  return { to: `${paths.registration()}?done=stays` }
}

/** The receipt goes to the address that is about to be forgotten, by the company whose record of the person stays. */
async function mailEnded(visit: MemberVisit, serviceName: string): Promise<void> {
  const { language, session } = visit
  const member = await inOwnRealm(visit, findMember)
  if (!member?.mail) return
  const { mail: to, displayName } = member
  const id = postedId(visit, 'leave-relay')
  await inVisitedCompany(visit, async (work) => {
    const own = await company(work)
    const { timeZone } = own
    await queueProcedureMail(work, {
      id: postedId(visit, 'registration-ended'),
      template: 'REGISTRATION_ENDED',
      language,
      values: {
        'person.name': displayName ?? '',
        'service.name': serviceName,
        'company.name': named(own, language),
        'receipt.number': receiptNumber(id),
        'receipt.at': momentText(work.now, { language, timeZone }),
      },
      to,
      personId: session.personId,
      recordId: session.sourceRecordId,
      withLink: true,
    })
  })
}

/** Erases what the member registered at once; what companies keep of applications is theirs to be asked for. */
export async function sayLeave(visit: MemberVisit): Promise<Answer> {
  const { installation, memberId, body } = visit
  if (body.get('understood') !== 'yes')
    return { page: await termPage(visit, [{ field: 'understood', code: 'notTicked' }]), status: 422 }
  const frame = await sessionFrame(visit, null)
  await mailEnded(visit, frame.service.name)
  await eraseMyself(installation, { id: postedId(visit, 'leave-relay'), memberId, actor: memberActor(memberId) })
  return registrationEndedPage(frame)
}
