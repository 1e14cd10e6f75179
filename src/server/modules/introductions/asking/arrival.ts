import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Party } from '../../../../contract/consent/consent.ts'
import { inCompany, inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { company, groupOf, operatorId } from '../../accounts/index.ts'
import { contactsUsed, findMember, isShownTo, lockMember, mailableAt, spendContact } from '../../relay/index.ts'
import { opening } from '../../selection/index.ts'
import { endAsk } from '../answering/ending.ts'
import { employerRecord } from '../promises/promise-network.ts'
import { findMapping } from './store-mappings.ts'
import { findRequest } from './store-requests.ts'
import * as store from '../answering/store-asks.ts'
import { planClock, planMail } from '../answering/store-intents.ts'

const actor = systemActor('introductions.arrival')
const dayMs = 86_400_000
/** The one reminder comes this long before the time to answer is over. */
const reminderDays = 4
/** After a no, the same company does not ask again within half a year. */
const restDays = 180

/**
 * Whether the member may be asked by this company at this moment: registered, at an address that is not in doubt, within
 * the number of contacts they set (over all employers, 90 days), with no request of this company open, and without a no
 * to it of the last half year.
 */
export async function isReachable(work: MemberWork, employerId: string): Promise<boolean> {
  const member = await findMember(work)
  if (!member || mailableAt(member) === null) return false
  const before = await store.asksOf(work, employerId)
  const since = (days: number) => new Date(work.now.getTime() - days * dayMs)
  if (before.some(({ state }) => state === 'OPEN')) return false
  if (before.some(({ state, endedAt }) => state === 'DECLINED' && endedAt !== null && endedAt > since(restDays)))
    return false
  return (await contactsUsed(work)) < member.contactsPer90Days
}

/**
 * Puts a company's request before the member, once under its id, with its clocks and its mail. One that meets a limit
 * of the member, comes from a company that they are no longer shown to, or is for an opening closed meanwhile is ended at
 * once by the member's side, untold to them, so that the slot comes back.
 */
export async function putBeforeMember(
  installation: Installation,
  { id, employerId }: { id: string; employerId: string },
): Promise<void> {
  const asking = await inCompany(installation, { companyId: employerId, actor }, async (work) => {
    const request = await findRequest(work, id)
    if (!request) return undefined
    const { status } = await opening(work, request.openingId)
    return { request, company: await company(work), isOpen: status === 'OPEN' }
  })
  const { memberId, provider } = await memberBehind(installation, { id, employerId })
  if (!asking) return
  const { request, isOpen } = asking
  const { kept, keys } = await inCompany(installation, { companyId: provider.id, actor }, async (work) => ({
    kept: await employerRecord(work, employerId),
    keys: (await groupOf(work, asking.company)).keys,
  }))
  const employer = { ...keys, id: employerId }
  await inMember(installation, { memberId, actor }, async (work) => {
    // Two requests that arrive at once are counted one after the other.
    await lockMember(work)
    const reachable = (await isReachable(work, employerId)) && (await isShownTo(work, employer))
    const { job, message, promises, answerBy } = request
    const asked = { id, employerId, provider, job, message, promises, employerRecord: kept, answerBy }
    if (!(await store.insertAsk(work, asked))) return
    if (!isOpen) {
      await endAsk(work, { id, state: 'CANCELLED', cause: 'LIMIT' })
      return
    }
    if (!reachable) {
      await endAsk(work, { id, state: 'WITHDRAWN', cause: 'LIMIT' })
      return
    }
    await spendContact(work, { id, kind: 'INTRODUCTION' })
    // At the hour at which they were asked: the time to answer ends at midnight, when nobody wants a mail.
    const days = Math.floor((answerBy.getTime() - work.now.getTime()) / dayMs)
    const remindAt = new Date(work.now.getTime() + (days - reminderDays) * dayMs)
    await planClock(work, { id: idFrom(id, 'LAPSE'), kind: 'LAPSE', askId: id, dueAt: answerBy })
    await planClock(work, { id: idFrom(id, 'REMINDER'), kind: 'REMINDER', askId: id, dueAt: remindAt })
    await planMail(work, { id: idFrom(id, 'REQUEST'), kind: 'REQUEST', askId: id })
  })
}

/** Whom a request reaches, which is known in the operator's realm alone, and how the operator is named to them. */
export async function memberBehind(
  installation: Installation,
  { id, employerId }: { id: string; employerId: string },
): Promise<{ memberId: string; provider: Party }> {
  const companyId = await operatorId(installation)
  if (!companyId) throw new Error('an introduction without an operator')
  return inCompany(installation, { companyId, actor }, async (work) => {
    const mapping = await findMapping(work, id)
    if (mapping?.employerId !== employerId) throw new Error('an introduction reaches nobody')
    const { name, address, representative } = await company(work)
    const provider = { id: companyId, name, ...(address && { address }), ...(representative && { representative }) }
    return { memberId: mapping.memberId, provider }
  })
}
