import { disputesPage, paths, type PersonDispute, type Problem } from '../../../../portal/index.ts'
import { DisputeText, Evidence } from '../../../../contract/disputes/disputes.ts'
import { notFound, Refusal } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import {
  contestAsMember,
  disputesAbout,
  stateAsMember,
  withdrawAsMember,
  type DisputeCopy,
} from '../../disputes/index.ts'
import { introduction } from '../../introductions/index.ts'
import { introductionFrame } from './introducing.ts'
import { inOwnRealm, postedId, type Answer, type MemberVisit } from '../visit.ts'

const idOf = ({ params }: MemberVisit) => params['introduction'] ?? ''

/** The case that a form is about; what is no id is as unknown as one that nobody has. */
function disputeOf({ body }: MemberVisit): string {
  const id = body.get('dispute') ?? ''
  if (!isId(id)) throw notFound({ what: 'dispute' })
  return id
}

function shown({ id, kind, state, told }: DisputeCopy, now: Date): PersonDispute[] {
  if (kind === 'REFERRAL') return []
  const { statements, statementDueAt, decideBy, outcome, reasons } = told
  const isAsked =
    kind === 'SLOT' &&
    state === 'STATEMENT' &&
    statementDueAt !== null &&
    new Date(statementDueAt) > now &&
    statements.every(({ by }) => by !== 'PERSON')
  return [{ id, kind, state, statements, statementDueAt, decideBy, outcome, reasons, isAsked }]
}

const entered = ({ body }: MemberVisit) => ({ text: body.get('text') ?? '', evidence: body.get('evidence') ?? '' })

async function page(visit: MemberVisit, problems: readonly Problem[]) {
  const introductionId = idOf(visit)
  const { view, copies, now } = await inOwnRealm(visit, async (work) => ({
    view: await introduction(work, introductionId),
    copies: await disputesAbout(work, introductionId),
    now: work.now,
  }))
  const disputes = copies.flatMap((copy) => shown(copy, now))
  return disputesPage(await introductionFrame(visit), {
    introductionId,
    companyName: view.job.companyName,
    openingTitle: view.job.openingTitle,
    disputes,
    mayContest: view.state === 'ACCEPTED' && !copies.some((one) => one.kind === 'CONDUCT' && one.state !== 'WITHDRAWN'),
    sent: visit.query.has('sent'),
    problems,
    values: problems.length > 0 ? entered(visit) : { text: '', evidence: '' },
  })
}

export const disputes = (visit: MemberVisit): Promise<Answer> => page(visit, [])

type Posted = { text: string; evidence: string[] }

/** Sends what was entered, or shows the page again with what is to be mended. */
async function sending(visit: MemberVisit, run: (said: Posted) => Promise<void>): Promise<Answer> {
  const { text, evidence } = entered(visit)
  const said = DisputeText.safeParse(text)
  const references = Evidence.safeParse(evidence.split('\n').filter((line) => line.trim() !== ''))
  const problems: Problem[] = []
  if (!said.success) problems.push({ field: 'text', code: text.trim().length < 20 ? 'tooShort' : 'tooLong' })
  if (!references.success) problems.push({ field: 'evidence', code: 'tooLong' })
  if (!said.success || !references.success) return { page: await page(visit, problems), status: 422 }
  try {
    await run({ text: said.data, evidence: references.data })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'disputes.forbidden-words')) throw error
    return { page: await page(visit, [{ field: 'text', code: 'mayNotBeAsked' }]), status: 422 }
  }
  return { to: `${paths.disputes(idOf(visit))}?sent=1` }
}

export const openDispute = (visit: MemberVisit): Promise<Answer> =>
  sending(visit, (said) => {
    const introductionId = idOf(visit)
    const id = postedId(visit, 'dispute', introductionId)
    return inOwnRealm(visit, (work) => contestAsMember(work, { id, introductionId, ...said }))
  })

export const sayInDispute = (visit: MemberVisit): Promise<Answer> =>
  sending(visit, (said) => inOwnRealm(visit, (work) => stateAsMember(work, { id: disputeOf(visit), ...said })))

export async function takeBackDispute(visit: MemberVisit): Promise<Answer> {
  await inOwnRealm(visit, (work) => withdrawAsMember(work, disputeOf(visit)))
  return { to: paths.disputes(idOf(visit)) }
}
