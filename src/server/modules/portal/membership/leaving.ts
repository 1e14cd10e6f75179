import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import {
  eraseConfirmPage,
  eraseDonePage,
  erasePage,
  exportPage,
  withdrawDonePage,
  withdrawPage,
} from '../../../../portal/index.ts'
import { exportMember, exportSubject, openRequest, subjectOf } from '../../consent/index.ts'
import { eraseMyself, findMember, sharesOfMember, withdrawFromRelay } from '../../relay/index.ts'
import { mailOf } from '../address.ts'
import { ownPaper } from '../rights/own-paper.ts'
import { ownTable } from '../rights/own-table.ts'
import { publicFrame, sessionFrame } from '../frames.ts'
import { queueProcedureMail } from '../rights/procedure-mail.ts'
import { memberActor } from '../arrival/session.ts'
import * as store from '../store.ts'
import {
  asMember,
  inOwnRealm,
  inVisitedCompany,
  postedId,
  type Answer,
  type MemberVisit,
  type SessionVisit,
} from '../visit.ts'

export async function exporting(visit: SessionVisit): Promise<Answer> {
  return exportPage(await sessionFrame(visit, 'export'))
}

/** Everything that the company that wrote holds about the visitor, and the member's own realm. */
async function everything(visit: SessionVisit): Promise<Record<string, unknown>> {
  const inCompany = await inVisitedCompany(visit, async (work) => {
    const subject = await subjectOf(work, visit.session.personId)
    return subject ? exportSubject(work, subject) : {}
  })
  const own = asMember(visit)
  return { company: inCompany, ...(own && { member: await inOwnRealm(own, exportMember) }) }
}

export const downloadJson = async (visit: SessionVisit): Promise<Answer> => ({
  file: JSON.stringify(await everything(visit), null, 2),
  contentType: 'application/json',
  name: 'tasuki-my-data.json',
})

export const downloadCsv = async (visit: SessionVisit): Promise<Answer> => ownTable(visit, await everything(visit))

export const downloadPaper = async (visit: SessionVisit): Promise<Answer> => ownPaper(visit, await everything(visit))

export const withdrawing = async (visit: MemberVisit): Promise<Answer> =>
  withdrawPage(await sessionFrame(visit, 'withdraw'))

export async function withdraw(visit: MemberVisit): Promise<Answer> {
  await inOwnRealm(visit, withdrawFromRelay)
  return withdrawDonePage(await sessionFrame(visit, 'withdraw'))
}

/** The first of two steps; changes nothing. */
export async function erasing(visit: SessionVisit): Promise<Answer> {
  const own = asMember(visit)
  const delivered = own ? (await inOwnRealm(own, sharesOfMember)).filter(({ state }) => state === 'DELIVERED') : []
  const recipients = [...new Set(delivered.map(({ terms }) => terms.recipient.name))]
  return erasePage(await sessionFrame(visit, 'erase'), { recipients })
}

export const confirmErasing = async (visit: SessionVisit): Promise<Answer> =>
  eraseConfirmPage(await sessionFrame(visit, 'erase'), { problems: [] })

/**
 * Erases what the member registered at once, and asks the company that wrote to erase its records within its term.
 * The answer says nothing about the person but the number to ask by.
 */
export async function erase(visit: SessionVisit): Promise<Answer> {
  const { installation, body, session } = visit
  if (body.get('understood') !== 'yes') {
    const problems = [{ field: 'understood', code: 'notTicked' }] as const
    return { page: eraseConfirmPage(await sessionFrame(visit, 'erase'), { problems }), status: 422 }
  }
  const id = postedId(visit, 'erase')
  const { memberId, personId, sourceRecordId } = session
  const mail = await mailOf(visit)
  await inVisitedCompany(visit, async (work) => {
    await openRequest(work, {
      id,
      kind: 'ERASURE',
      via: 'PORTAL',
      identity: 'CODE_BY_MAIL',
      personId,
      ...(sourceRecordId !== null && { sourceRecordId }),
      said: '',
    })
    if (mail === undefined) return
    await queueProcedureMail(work, {
      id: postedId(visit, 'erasure-accepted'),
      template: 'ERASURE_ACCEPTED',
      language: visit.language,
      values: { 'receipt.number': receiptNumber(id) },
      to: mail,
      personId,
      recordId: sourceRecordId,
      withLink: false,
    })
  })
  installation.wake()
  if (memberId !== null) await eraseMyself(installation, { id, memberId, actor: memberActor(memberId) })
  await inVisitedCompany(visit, (work) => store.endSessionsOf(work, personId))
  const frame = await publicFrame({ ...visit, session: undefined })
  return { page: eraseDonePage(frame, { receiptNumber: receiptNumber(id) }), cookie: null }
}

/** Whether the member of a visit is still one. */
export const isMember = async (visit: MemberVisit): Promise<boolean> => {
  const member = await inOwnRealm(visit, findMember)
  return member !== undefined && member.state !== 'ERASED'
}
