import {
  paths,
  profileEditPage,
  profilePage,
  settingsPage,
  sharesPage,
  textIn,
  type KnownField,
  type Problem,
} from '../../../portal/index.ts'
import { companyKey } from '../../../engines/japanese/index.ts'
import { Refusal } from '../../kernel/errors.ts'
import { byteOrderMark, line } from '../../kernel/csv.ts'
import { latestReceipts } from './share-view.ts'
import {
  blockCompany,
  blocks,
  changeBudget,
  changeProfile,
  changeSearch,
  findMember,
  latestWishes,
  searchLevels,
  unblockCompany,
  Wishes,
  type Block,
} from '../relay/index.ts'
import { ownProfile as ownClaims } from '../people/index.ts'
import { contactsUsed } from '../introductions/index.ts'
import { sessionFrame } from './frames.ts'
import { asVisitor, inOwnRealm, postedId, type Answer, type MemberVisit, type SessionVisit } from './visit.ts'
import { readWishes, typedWishes, wishOptions } from './wish-form.ts'

/** In the place of a claim: what the member stated is mended in its own form. */
const ownProfile = 'own-profile'

const own = (visit: MemberVisit) =>
  inOwnRealm(visit, async (work) => {
    const member = await findMember(work)
    if (!member) throw new Error('a visit of a member without a member')
    return {
      member,
      wishes: (await latestWishes(work))?.wishes ?? Wishes.parse({}),
      at: member.changedAt.toISOString(),
    }
  })

/** The member's own profile, each value as it was stated. */
export async function profile(visit: MemberVisit): Promise<Answer> {
  const { member, wishes, at } = await own(visit)
  const { words } = textIn(visit.language)
  const typed = typedWishes(member.displayName ?? '', wishes)
  const between = visit.language === 'ja' ? '、' : ', '
  const values: readonly (readonly [KnownField['field'], string])[] = [
    ['displayName', typed.displayName],
    ['email', member.mail ?? ''],
    ['desiredOccupations', typed.occupations.join(between)],
    ['desiredPrefectures', typed.prefectures.join(between)],
    ['remote', words.remote[typed.remote]],
    [
      'desiredSalary',
      typed.salary === '' ? '' : visit.language === 'ja' ? `${typed.salary}万円` : `¥${typed.salary}0,000`,
    ],
    ['startFrom', typed.startFrom],
    ['skills', typed.skills],
    ['workHistory', typed.workHistory],
  ]
  const source = visit.language === 'ja' ? 'ご本人' : 'Yourself'
  const fields = values
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ claimId: ownProfile, field, value, source, observedAt: at, confirmed: true }))
  const shownUntil = member.shownUntil.toISOString().slice(0, 10)
  return profilePage(await sessionFrame(visit, 'profile'), { fields, shownUntil, saved: visit.query.has('saved') })
}

export async function editProfile(visit: MemberVisit): Promise<Answer> {
  const { member, wishes } = await own(visit)
  const typed = typedWishes(member.displayName ?? '', wishes)
  const options = wishOptions(visit.language)
  return profileEditPage(await sessionFrame(visit, 'profile'), { wishes: typed, options, problems: [] })
}

export async function saveProfile(visit: MemberVisit): Promise<Answer> {
  const { typed, displayName, wishes, problems } = readWishes(visit.body)
  const again = async (more: readonly Problem[]): Promise<Answer> => {
    const shown = { wishes: typed, options: wishOptions(visit.language), problems: more }
    return { page: profileEditPage(await sessionFrame(visit, 'profile'), shown), status: 422 }
  }
  if (!wishes) return again(problems)
  try {
    await inOwnRealm(visit, (work) => changeProfile(work, { displayName, wishes }))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'relay.forbidden-words')
      return again([{ field: 'workHistory', code: 'mayNotBeAsked' }])
    throw error
  }
  return { to: `${paths.profile()}?saved=1` }
}

const budgets = [0, 1, 2, 4, 6, 8, 12]

async function settingsWith(visit: MemberVisit, problems: readonly Problem[]) {
  const { member } = await own(visit)
  const { blocked, used } = await inOwnRealm(visit, async (work) => ({
    blocked: await blocks(work),
    used: await contactsUsed(work),
  }))
  return settingsPage(await sessionFrame(visit, 'settings'), {
    search: { level: member.search.level, until: member.search.until ?? '' },
    budget: { limit: member.contactsPer90Days, used, choices: budgets },
    blocks: blocked.map(({ id, companyName, since }) => ({ blockId: id, companyName, since: since.toISOString() })),
    employer: await employerToBlock(visit, blocked),
    saved: visit.query.has('saved'),
    problems,
  })
}

/** Nobody should be found by who employs them: the employer on record is the first to be offered. */
async function employerToBlock(visit: MemberVisit, blocked: readonly Block[]): Promise<string> {
  const value = (await asVisitor(visit, ownClaims))?.fields.employer?.value
  const employer = typeof value === 'string' ? value : ''
  return blocked.some(({ companyName }) => companyKey(companyName) === companyKey(employer)) ? '' : employer
}

export const settings = (visit: MemberVisit): Promise<Answer> => settingsWith(visit, [])

const mend = async (visit: MemberVisit, problem: Problem): Promise<Answer> => ({
  page: await settingsWith(visit, [problem]),
  status: 422,
})
const saved: Answer = { to: `${paths.settings()}?saved=1` }

export async function saveStatus(visit: MemberVisit): Promise<Answer> {
  const level = searchLevels.find((one) => one === visit.body.get('level'))
  const until = (visit.body.get('until') ?? '').trim()
  if (!level) return mend(visit, { field: 'level', code: 'required' })
  if (until !== '' && Number.isNaN(Date.parse(`${until}T00:00:00Z`)))
    return mend(visit, { field: 'until', code: 'notADate' })
  await inOwnRealm(visit, (work) => changeSearch(work, { level, until: until === '' ? null : until }))
  return saved
}

export async function saveBudget(visit: MemberVisit): Promise<Answer> {
  const limit = Number(visit.body.get('limit') ?? '')
  if (!budgets.includes(limit)) return mend(visit, { field: 'limit', code: 'unknownOption' })
  await inOwnRealm(visit, (work) => changeBudget(work, limit))
  return saved
}

export async function block(visit: MemberVisit): Promise<Answer> {
  const company = (visit.body.get('company') ?? '').trim()
  if (company === '') return mend(visit, { field: 'company', code: 'required' })
  if (company.length > 120) return mend(visit, { field: 'company', code: 'tooLong' })
  await inOwnRealm(visit, (work) => blockCompany(work, { id: postedId(visit, 'block'), company }))
  return saved
}

export async function unblock(visit: MemberVisit): Promise<Answer> {
  await inOwnRealm(visit, (work) => unblockCompany(work, visit.params['block'] ?? ''))
  return saved
}

/** Every provision about the member, as the law lets them see it (APPI 33(5)). */
export async function shares(visit: SessionVisit): Promise<Answer> {
  return sharesPage(await sessionFrame(visit, 'shares'), {
    shares: await latestReceipts(visit),
    downloadHref: '/shares/records.csv',
    jsonHref: '/shares/records.json',
  })
}

export async function downloadShares(visit: SessionVisit): Promise<Answer> {
  const records = await latestReceipts(visit)
  return { file: JSON.stringify(records, null, 2), contentType: 'application/json', name: 'provision-records.json' }
}

const columns = {
  ja: ['提供日時', '提供先', '住所', '代表者', '提供した内容', '目的', '同意の控え', '取得の経緯', '状態'],
  en: ['Provided at', 'To', 'Address', 'Representative', 'What', 'Purpose', 'Consent receipt', 'How obtained', 'State'],
}

/** The same records as a table, for the person to keep; what was typed by others is never a formula in it. */
export async function downloadSharesCsv(visit: SessionVisit): Promise<Answer> {
  const { words } = textIn(visit.language)
  const rows = (await latestReceipts(visit)).map((one) =>
    line([
      one.at,
      one.recipientName,
      one.recipientAddress,
      one.recipientRepresentative,
      one.items.join('; '),
      one.purposeTitle,
      one.receiptNumber,
      one.obtainedHow,
      words.shareStates[one.state],
    ]),
  )
  const file = `${byteOrderMark}${line(columns[visit.language])}${rows.join('')}`
  return { file, contentType: 'text/csv', name: 'provision-records.csv' }
}
