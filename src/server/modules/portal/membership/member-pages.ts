import { paths, profileEditPage, profilePage, textIn, type KnownField, type Problem } from '../../../../portal/index.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { changeProfile, findMember, latestWishes, shownProfile, Wishes } from '../../relay/index.ts'
import { employersToHide } from './employers.ts'
import { sessionFrame } from '../frames.ts'
import { inOwnRealm, type Answer, type MemberVisit } from '../visit.ts'
import { salaryAsTyped, fieldWith, readWishes, typedWishes, wishOptions } from './wishes/wish-form.ts'

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
      shownUntil: (await shownProfile(work, member)).until,
    }
  })

/** The member's own profile, each value as it was stated. */
export async function profile(visit: MemberVisit): Promise<Answer> {
  const { member, wishes, at, shownUntil } = await own(visit)
  const { words } = textIn(visit.language)
  const typed = typedWishes(member.displayName ?? '', wishes)
  const between = visit.language === 'ja' ? '、' : ', '
  const values: readonly (readonly [KnownField['field'], string])[] = [
    ['displayName', typed.displayName],
    ['email', member.mail ?? ''],
    ['desiredOccupations', typed.occupations.join(between)],
    ['desiredPrefectures', typed.prefectures.join(between)],
    ['remote', words.remote[typed.remote]],
    ['desiredSalary', salaryAsTyped(typed.salary, visit.language)],
    ['startFrom', typed.startFrom],
    ['skills', typed.skills],
    ['workHistory', typed.workHistory],
  ]
  const source = visit.language === 'ja' ? 'ご本人' : 'Yourself'
  const fields = values
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ claimId: ownProfile, field, value, source, observedAt: at, confirmed: true }))
  return profilePage(await sessionFrame(visit, 'profile'), {
    fields,
    shownUntil: shownUntil?.toISOString() ?? null,
    employers: await employersToHide(visit),
    saved: visit.query.has('saved'),
  })
}

export async function editProfile(visit: MemberVisit): Promise<Answer> {
  const { member, wishes } = await own(visit)
  const typed = typedWishes(member.displayName ?? '', wishes)
  const options = wishOptions(visit.language, typed.prefectures)
  return profileEditPage(await sessionFrame(visit, 'profile'), { wishes: typed, options, problems: [] })
}

export async function saveProfile(visit: MemberVisit): Promise<Answer> {
  const { typed, displayName, wishes, problems } = readWishes(visit.body)
  const again = async (more: readonly Problem[]): Promise<Answer> => {
    const options = wishOptions(visit.language, typed.prefectures)
    const shown = { wishes: typed, options, problems: more }
    return { page: profileEditPage(await sessionFrame(visit, 'profile'), shown), status: 422 }
  }
  if (!wishes) return again(problems)
  try {
    await inOwnRealm(visit, (work) => changeProfile(work, { displayName, wishes }))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'relay.forbidden-words')
      return again([{ field: fieldWith(typed, error.detail['word']), code: 'mayNotBeAsked' }])
    throw error
  }
  return { to: `${paths.profile()}?saved=1` }
}
