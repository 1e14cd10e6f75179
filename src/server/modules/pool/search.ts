import type { PeopleFilter, PeopleSort } from '../../../contract/pool/pool-terms.ts'
import { ageOn, dayIn, findPrefecture, queryTerms, queryTokens, searchKey } from '../../../engines/japanese/index.ts'
import { canonicalSkill } from '../../../engines/matching/index.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { fileLines, fileToken } from '../files/index.ts'
import { searchedText, values } from '../people/index.ts'
import { ageFilterOff, badCursor } from './errors.ts'
import * as reports from './reports.ts'
import type { After, FacetCondition, Listed, Query } from './reports.ts'

export type Paging = { sort?: PeopleSort | undefined; cursor?: string | undefined; limit: number }
export type Found = { rows: Listed[]; nextCursor: string | null }

/**
 * The persons of the pool who fit, a page at a time. Text is found in Japanese and English, however it is written.
 * An age is refused (`pool.age-filter-off`) unless the company recorded the exception that allows it.
 */
export async function searchPeople(work: Work, filter: PeopleFilter, paging: Paging): Promise<Found> {
  const { sort = '-changed', limit } = paging
  const query = await readFilter(work, filter)
  const fitting = recheck(work, filter)
  const find = await reports.finder(work, query)
  const rows: Listed[] = []
  let after = paging.cursor ? readCursor(paging.cursor) : undefined
  // Postings can meet by chance, so hits are re-checked; where many fail, each batch is larger than the one before.
  for (let size = limit + 1; ; size = Math.min(size * 4, 4_000)) {
    const batch = await find({ sort, after, limit: size })
    rows.push(...(await fitting(batch)))
    const last = batch.at(-1)
    if (rows.length > limit || batch.length < size || !last) break
    after = { value: last.sortValue, personId: last.personId }
  }
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, nextCursor: rows.length > limit && last ? writeCursor(last) : null }
}

/** People are counted no further than this. */
const mostCounted = 200_000
/** So many hits of a text are re-checked for the count; of more, the count says that it is a near one. */
const mostChecked = 500

/** How many persons fit. A text of longer words is counted by its postings, which can meet by chance. */
export async function countPeople(work: Work, filter: PeopleFilter): Promise<{ count: number; isExact: boolean }> {
  const query = await readFilter(work, filter)
  const counted = await reports.count(work, query, mostCounted)
  const isChecked = filter.text !== undefined || asksForAge(filter)
  if (!isChecked || counted === 0) return { count: counted, isExact: counted < mostCounted }
  if (counted > mostChecked) return { count: counted, isExact: false }
  const find = await reports.finder(work, query)
  const rows = await find({ sort: '-changed', limit: mostChecked })
  return { count: (await recheck(work, filter)(rows)).length, isExact: true }
}

async function readFilter(work: Work, filter: PeopleFilter): Promise<Query> {
  const facets: FacetCondition[] = []
  const any = (kind: FacetCondition['kind'], keys: string | readonly string[] | undefined) => {
    const listed = [keys ?? []].flat()
    if (listed.length > 0) facets.push({ kind, keys: listed })
  }
  for (const tag of [filter.tags ?? []].flat()) any('TAG', tag)
  for (const skill of [filter.skills ?? []].flat()) any('SKILL', canonicalSkill(skill))
  const prefectures = [filter.prefectures ?? []].flat()
  any('REGION', filter.regions)
  any(
    'PREFECTURE',
    prefectures.map((name) => findPrefecture(name)?.name ?? name),
  )
  any('CHANNEL', filter.channels)
  any('STAGE', filter.stages)
  any('STATE', filter.states)
  any('REASON', filter.reasons)
  any('EVALUATION', filter.evaluations)
  any('OPENING', filter.openings)
  if (asksForAge(filter)) {
    const { ageException, timeZone } = await company(work)
    if (!ageException) throw ageFilterOff({})
    any('BIRTH_MONTH', birthMonths(filter.ageFrom ?? 15, filter.ageTo ?? 99, dayIn(work.now, timeZone)))
  }
  return {
    tokens: queryTokens(filter.text ?? '').map((token) => ({ inProfile: token, inFiles: fileToken(work, token) })),
    facets,
    changedSince: filter.changedSince ? new Date(`${filter.changedSince}T00:00:00+09:00`) : undefined,
    observedBefore: filter.observedBefore ? new Date(`${filter.observedBefore}T00:00:00+09:00`) : undefined,
  }
}

const asksForAge = ({ ageFrom, ageTo }: PeopleFilter): boolean => ageFrom !== undefined || ageTo !== undefined

/** The months in which people of these ages were born; a month at either end is re-checked by day. */
function birthMonths(from: number, to: number, today: string): string[] {
  const months: string[] = []
  const now = new Date(today)
  const first = new Date(Date.UTC(now.getUTCFullYear() - to - 1, now.getUTCMonth(), 1))
  const last = new Date(Date.UTC(now.getUTCFullYear() - from, now.getUTCMonth() + 1, 1))
  for (const at = first; at < last; at.setUTCMonth(at.getUTCMonth() + 1)) months.push(at.toISOString().slice(0, 7))
  return months
}

/** Keeps of the rows found those that fit: postings can meet by chance. Files are opened only where the profile is not enough. */
function recheck(work: Work, filter: PeopleFilter): (rows: readonly Listed[]) => Promise<Listed[]> {
  const terms = queryTerms(filter.text ?? '')
  const linesOf = ({ fields }: Listed) => searchedText(values(fields)).split('\n').map(searchKey)
  const hasAll = (lines: readonly string[]) => terms.every((term) => lines.some((line) => line.includes(term)))
  return async (rows) => {
    const ofAge = asksForAge(filter) ? await thoseOfAge(work, rows, filter) : [...rows]
    if (terms.length === 0) return ofAge
    const unsure = ofAge.filter((row) => !hasAll(linesOf(row))).map(({ personId }) => personId)
    const inFiles = await fileLines(work, unsure)
    const isUnsure = new Set(unsure)
    return ofAge.filter((row) => {
      if (!isUnsure.has(row.personId)) return true
      const lines = inFiles.get(row.personId)
      return lines !== undefined && hasAll([...linesOf(row), ...lines])
    })
  }
}

/** An age is that of the day in the company's own zone. */
async function thoseOfAge(work: Work, rows: readonly Listed[], filter: PeopleFilter): Promise<Listed[]> {
  const today = dayIn(work.now, (await company(work)).timeZone)
  return rows.filter((row) => isOfAge(row, filter, today))
}

function isOfAge({ fields }: Listed, { ageFrom, ageTo }: PeopleFilter, today: string): boolean {
  const birth = fields.birthDate?.value
  const age = typeof birth === 'string' ? ageOn(birth, today) : null
  return age !== null && age >= (ageFrom ?? 0) && age <= (ageTo ?? 200)
}

const writeCursor = ({ sortValue, personId }: Listed): string =>
  Buffer.from(JSON.stringify([sortValue, personId])).toString('base64url')

function readCursor(cursor: string): After {
  try {
    const [value, personId] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string, string]
    if (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(personId)) return { value, personId }
  } catch {
    // Falls through to the refusal below: a cursor is ours or it is nothing.
  }
  throw badCursor({})
}
