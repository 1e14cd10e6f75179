import { seenPage, textIn, type SeenValue } from '../../../../portal/index.ts'
import { ownView, shownLog, type OwnView } from '../../matching/index.ts'
import { findMember, latestWishes, Wishes } from '../../relay/index.ts'
import { failure, sessionFrame } from '../frames.ts'
import { inOwnRealm, type Answer, type MemberVisit } from '../visit.ts'
import { salaryAsTyped, typedWishes } from './wishes/wish-form.ts'

type Column = OwnView['seen'][number]['column']

const fieldOf: Record<Column, SeenValue['field']> = {
  occupation: 'desiredOccupations',
  places: 'desiredPrefectures',
  remote: 'remote',
  salary: 'desiredSalary',
  start: 'startFrom',
  terms: 'employmentTypes',
  skills: 'skills',
}

/** What the member wrote, in the words of the own form. */
function written({ language }: MemberVisit, wishes: Wishes): Record<Column, string> {
  const typed = typedWishes('', wishes)
  const between = language === 'ja' ? '、' : ', '
  return {
    occupation: typed.occupations.join(between),
    places: typed.prefectures.join(between),
    remote: textIn(language).words.remote[typed.remote],
    salary: salaryAsTyped(typed.salary, language),
    start: typed.startFrom,
    terms: wishes.employmentTypes.join(between),
    skills: typed.skills,
  }
}

/** "This is how others see you": what the anonymity gate shows of each value, and why. */
export async function seen(visit: MemberVisit): Promise<Answer> {
  const { member, wishes, log } = await inOwnRealm(visit, async (work) => ({
    member: await findMember(work),
    wishes: (await latestWishes(work))?.wishes ?? Wishes.parse({}),
    log: await shownLog(work),
  }))
  const view = member && (await ownView(visit.installation, { memberId: visit.memberId, stated: wishes }))
  if (!view) return { page: await failure(visit, 'modeForbids'), status: 409 }
  const own = written(visit, wishes)
  const words = ({ ja, en }: { ja: string; en: string }) => (visit.language === 'ja' ? ja : en)
  return seenPage(await sessionFrame(visit, 'profile'), {
    standing: view.standing,
    people: view.people,
    k: view.k,
    values: view.seen
      // The form has no terms of employment: whoever said none is not told about them.
      .filter(({ column }) => column !== 'terms' || own.terms !== '')
      .map(({ column, shown, cause, atLeast, isInPart }) => ({
        field: fieldOf[column],
        own: own[column] === '' ? null : own[column],
        shown: shown && words(shown),
        cause,
        atLeast,
        isInPart,
        isFirstOnly: column === 'occupation' && wishes.occupations.length > 1,
      })),
    log: log.map(({ at, values }) => ({ at: at.toISOString(), values: values.map(words) })),
  })
}
