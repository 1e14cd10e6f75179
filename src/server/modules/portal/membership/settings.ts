import { paths, settingsPage, type Problem } from '../../../../portal/index.ts'
import { Industry } from '../../../../contract/accounts/company-groups.ts'
import { dayIn, defaultSendWindow } from '../../../../engines/japanese/index.ts'
import { inCompany, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { companiesMeant, operatorId } from '../../accounts/index.ts'
import { ownAnswer, runningAudit } from '../../impact/index.ts'
import {
  blockCompany,
  leaveEmployer,
  blocks,
  changeBudget,
  changeHiddenIndustries,
  changeLanguage,
  changeQuietHours,
  changeSearch,
  contactsUsed,
  findMember,
  hiddenIndustries,
  searchLevels,
  unblockCompany,
  type Block,
} from '../../relay/index.ts'
import { employersToHide } from './employers.ts'
import { sessionFrame } from '../frames.ts'
import { registrationTerm } from './lasting.ts'
import { inOwnRealm, postedId, type Answer, type MemberVisit } from '../visit.ts'

const dayMs = 86_400_000
const budgets = [0, 1, 2, 4, 6, 8, 12]

async function settingsWith(visit: MemberVisit, problems: readonly Problem[]) {
  const { member, blocked, hidden, used, isAnswered, earliest } = await inOwnRealm(visit, async (work) => ({
    member: await findMember(work),
    blocked: await blocks(work),
    hidden: await hiddenIndustries(work),
    used: await contactsUsed(work),
    isAnswered: (await ownAnswer(work)) !== undefined,
    earliest: tomorrow(work),
  }))
  if (!member) throw new Error('a visit of a member without a member')
  return settingsPage(await sessionFrame(visit, 'settings'), {
    search: { level: member.search.level, until: member.search.until ?? '', earliest },
    budget: { limit: member.contactsPer90Days, used, choices: budgets },
    quiet: member.quiet,
    mailLanguage: member.language,
    blocks: await withMeant(visit, blocked),
    hiddenIndustries: hidden,
    employer: (await employersToHide(visit))[0] ?? '',
    askedFrom: (await registrationTerm(visit))?.askedFrom ?? null,
    saved: visit.query.has('saved'),
    isAskedForAudit: isAnswered || (await runningAudit(visit.installation)) !== undefined,
    justBlocked: visit.query.get('blocked'),
    problems,
  })
}

/** Each with the companies that it leaves out: nobody should believe to be hidden by a name that none of them bears. */
async function withMeant({ installation, requestId }: MemberVisit, blocked: readonly Block[]) {
  const companyId = await operatorId(installation)
  const opening = companyId && { companyId, actor: systemActor('portal.settings'), requestId }
  const meant = opening ? await inCompany(installation, opening, (work) => companiesMeant(work, blocked)) : []
  return blocked.map(({ id, companyName, since }, at) => ({
    blockId: id,
    companyName,
    since: since.toISOString(),
    meant: meant[at] ?? [],
  }))
}

export const settings = (visit: MemberVisit): Promise<Answer> => settingsWith(visit, [])

const mend = async (visit: MemberVisit, problem: Problem): Promise<Answer> => ({
  page: await settingsWith(visit, [problem]),
  status: 422,
})
const saved: Answer = { to: `${paths.settings()}?saved=1` }

/** The first day that a search may be meant to last until. */
const tomorrow = ({ now }: Pick<MemberWork, 'now'>): string =>
  dayIn(new Date(now.getTime() + dayMs), defaultSendWindow.zone)

export async function saveStatus(visit: MemberVisit): Promise<Answer> {
  const level = searchLevels.find((one) => one === visit.body.get('level'))
  const until = (visit.body.get('until') ?? '').trim()
  if (!level) return mend(visit, { field: 'level', code: 'required' })
  if (until !== '' && Number.isNaN(Date.parse(`${until}T00:00:00Z`)))
    return mend(visit, { field: 'until', code: 'notADate' })
  const earliest = await inOwnRealm(visit, async (work) => tomorrow(work))
  if (until !== '' && until < earliest) return mend(visit, { field: 'until', code: 'notInTheFuture' })
  await inOwnRealm(visit, (work) => changeSearch(work, { level, until: until === '' ? null : until }))
  return saved
}

export async function saveBudget(visit: MemberVisit): Promise<Answer> {
  const limit = Number(visit.body.get('limit') ?? '')
  if (!budgets.includes(limit)) return mend(visit, { field: 'limit', code: 'unknownOption' })
  await inOwnRealm(visit, (work) => changeBudget(work, limit))
  return saved
}

const hourOf = (text: string | null): number | undefined =>
  text !== null && /^([01]?\d|2[0-3])$/.test(text) ? Number(text) : undefined

export async function saveQuietHours(visit: MemberVisit): Promise<Answer> {
  const { body } = visit
  if (body.get('quiet') !== 'yes') {
    await inOwnRealm(visit, (work) => changeQuietHours(work, null))
    return saved
  }
  const [from, until] = [hourOf(body.get('quietFrom')), hourOf(body.get('quietUntil'))]
  if (from === undefined || until === undefined || from === until)
    return mend(visit, { field: 'quietUntil', code: 'unknownOption' })
  await inOwnRealm(visit, (work) => changeQuietHours(work, { from, until }))
  return saved
}

export async function saveLanguage(visit: MemberVisit): Promise<Answer> {
  const language = visit.body.get('language')
  if (language !== 'ja' && language !== 'en') return mend(visit, { field: 'language', code: 'unknownOption' })
  await inOwnRealm(visit, (work) => changeLanguage(work, language))
  return saved
}

export async function block(visit: MemberVisit): Promise<Answer> {
  const company = (visit.body.get('company') ?? '').trim()
  if (company === '') return mend(visit, { field: 'company', code: 'required' })
  if (company.length > 120) return mend(visit, { field: 'company', code: 'tooLong' })
  const id = await inOwnRealm(visit, (work) => blockCompany(work, { id: postedId(visit, 'block'), company }))
  return { to: `${paths.settings()}?blocked=${id}` }
}

/** A company that is offered is not the employer, or may see the profile: it is not offered again. */
export async function leaveAsItIs(visit: MemberVisit): Promise<Answer> {
  const company = (visit.body.get('company') ?? '').trim().slice(0, 120)
  await inOwnRealm(visit, (work) => leaveEmployer(work, company))
  return saved
}

/** The boxes that were ticked are all there is; a letter that is no line of business is none. */
export async function hideIndustries(visit: MemberVisit): Promise<Answer> {
  const chosen = visit.body.getAll('industries').filter((one) => Industry.safeParse(one).success)
  await inOwnRealm(visit, (work) => changeHiddenIndustries(work, chosen))
  return saved
}

export async function unblock(visit: MemberVisit): Promise<Answer> {
  await inOwnRealm(visit, (work) => unblockCompany(work, visit.params['block'] ?? ''))
  return saved
}
