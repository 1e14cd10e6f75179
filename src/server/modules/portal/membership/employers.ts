import { companyKey, currentEmployers, employmentOf } from '../../../../engines/japanese/index.ts'
import { ownProfile } from '../../people/index.ts'
import { blocks, companyTyped, findMember, latestWishes, type Block } from '../../relay/index.ts'
import { asVisitor, inOwnRealm, type MemberVisit, type SessionVisit } from '../visit.ts'

/** The employer that the company which wrote has on record; empty where there is none, or nobody employs the person. */
export async function employerOnRecord(visit: SessionVisit): Promise<string> {
  const value = (await asVisitor(visit, ownProfile))?.fields.employer?.value
  return typeof value === 'string' && employmentOf(value) === 'EMPLOYED' ? value.slice(0, 120) : ''
}

/**
 * The employers of this moment that the member has neither hidden from nor left as they are: the one on record, corrected by themselves or not,
 * and those that their own words about the career name.
 */
export async function employersToHide(visit: MemberVisit): Promise<string[]> {
  const { words, blocked, left } = await inOwnRealm(visit, async (work) => ({
    words: (await latestWishes(work))?.wishes.workHistory ?? '',
    blocked: await blocks(work),
    left: new Set((await findMember(work))?.employersLeft),
  }))
  const named = [await employerOnRecord(visit), ...currentEmployers(words)].filter(
    (one) => !isHidden(one, blocked) && !left.has(companyKey(one)),
  )
  return [...new Map(named.map((one) => [companyKey(one), one])).values()].slice(0, mostOffered)
}

/** People have a job and a side job; what is more is likely misread. */
const mostOffered = 3

function isHidden(employer: string, blocked: readonly Block[]): boolean {
  const key = companyTyped(employer)?.nameKey
  return key === undefined || blocked.some((one) => one.nameKey === key || companyKey(one.companyName) === key)
}
