import type { AskHindrance, Standing } from '../../../contract/pool/freshness.ts'
import type { PersonField } from '../../../contract/people/person-fields.ts'
import { instantAt, localTime } from '../../../engines/japanese/index.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { askedToStop, consents, isStanding } from '../consent/index.ts'
import { contactsLeft, suppressedOf } from '../messages/index.ts'
import { idsOfPersons, personsById } from '../people/index.ts'
import { ageOf } from './ageing.ts'
import { candidates, type Candidate } from './reports-pool.ts'
import { settings } from './settings.ts'
import { asksOf, countPlanned } from './store-asks.ts'

const dayMs = 86_400_000
const judgedAtOnce = 100
/** So many are judged for one plan; the rest of the pool is for other days. */
const mostJudged = 1000
/** Who let two questions pass is not asked a third time by itself. */
const mostSilences = 2

export type StaleField = { field: PersonField; observedAt: Date; standing: Standing }
export type Planned = {
  personId: string
  sourceRecordId: string
  name: string | null
  score: number
  fields: StaleField[]
}

export type Plan = {
  people: Planned[]
  /** Of those judged, why others are not asked. */
  leftOut: ReadonlyMap<AskHindrance, number>
  considered: number
  sentToday: number
}

/**
 * Whom to ask today: those of whom most that is worth knowing no longer holds, until the day's limit is full. Left out is
 * who has no address that may be written to, asked that their data is used no more, is in process or employed here, left the pool or does not want to be
 * asked, was asked lately or let two questions pass, or has been contacted often enough. Changes nothing.
 */
export async function planOfToday(work: Work): Promise<Plan> {
  const { dailyLimit, restDays } = await settings(work)
  const { timeZone } = await company(work)
  const today = instantAt(localTime(work.now, timeZone).day, 0, timeZone)
  const sentToday = await countPlanned(work, today)
  const places = Math.max(0, dailyLimit - sentToday)
  const people: Planned[] = []
  const leftOut = new Map<AskHindrance, number>()
  let considered = 0
  const found = places === 0 ? [] : await candidates(work, mostJudged)
  for (let from = 0; people.length < places && from < found.length; from += judgedAtOnce) {
    const some = found.slice(from, from + judgedAtOnce)
    const judged = await judge(work, some, restDays)
    for (const [at, one] of some.entries()) {
      if (people.length >= places) break
      considered += 1
      const verdict = judged[at]!
      if (typeof verdict === 'string') leftOut.set(verdict, (leftOut.get(verdict) ?? 0) + 1)
      else people.push({ personId: one.personId, name: one.name, score: one.score, ...verdict })
    }
  }
  return { people, leftOut, considered, sentToday }
}

type Verdict = AskHindrance | Pick<Planned, 'sourceRecordId' | 'fields'>

async function judge(work: Work, found: readonly Candidate[], restDays: number): Promise<Verdict[]> {
  const suppressed = await suppressedOf(
    work,
    found.flatMap(({ email }) => email ?? []),
  )
  const ids = found.map(({ personId }) => personId)
  const askers = await idsOfPersons(work, ids)
  const stopped = await askedToStop(work, askers)
  const records = new Map(askers.map((one) => [one.personId, one.sourceRecordIds]))
  const known = await personsById(work, ids)
  const verdicts: Verdict[] = []
  for (const { personId, email, isInProcess } of found) {
    const own = records.get(personId) ?? []
    const why =
      email === null
        ? 'NO_ADDRESS'
        : suppressed.has(email)
          ? 'SUPPRESSED'
          : stopped.has(personId)
            ? 'STOP_REQUESTED'
            : isInProcess
              ? 'IN_PROCESS'
              : await hindranceOf(work, { personId, sourceRecordIds: own, restDays })
    const stale = staleFields(known.get(personId)?.fields ?? {}, work.now)
    verdicts.push(why ?? { sourceRecordId: own.toSorted()[0] ?? personId, fields: stale })
  }
  return verdicts
}

type Asked = { personId: string; sourceRecordIds: readonly string[]; restDays: number }

async function hindranceOf(
  work: Work,
  { personId, sourceRecordIds, restDays }: Asked,
): Promise<AskHindrance | undefined> {
  const pool = (await consents(work, { sourceRecordIds })).find(({ purpose }) => purpose === 'POOL')
  if (pool && !isStanding(pool, work.now)) return 'LEFT_POOL'
  const asked = (await asksOf(work, sourceRecordIds)).filter(({ state }) => state !== 'REFUSED')
  const said = asked.find(({ kind, answer }) => kind === 'REFRESH' && answer !== null)
  if (said?.answer === 'NOT_INTERESTED') return 'NOT_INTERESTED'
  const silences = asked.findIndex(({ state }) => state !== 'LAPSED')
  if ((silences === -1 ? asked.length : silences) >= mostSilences) return 'SILENT_TWICE'
  const since = work.now.getTime() - restDays * dayMs
  if (asked.some(({ plannedAt }) => plannedAt.getTime() > since)) return 'ASKED_LATELY'
  const { left } = await contactsLeft(work, personId)
  return left === 0 ? 'BUDGET_SPENT' : undefined
}

type Fields = Partial<Record<PersonField, { observedAt: string }>>

/** What a person is asked about: whatever is not fresh, the oldest by its own half-life first. */
export function staleFields(fields: Fields, now: Date): StaleField[] {
  return (Object.entries(fields) as [PersonField, { observedAt: string }][])
    .flatMap(([field, { observedAt }]) => {
      const age = ageOf(field, new Date(observedAt), now)
      return age && age.standing !== 'FRESH' ? [{ field, observedAt: new Date(observedAt), ...age }] : []
    })
    .toSorted((one, other) => one.confidence - other.confidence)
    .map(({ field, observedAt, standing }) => ({ field, observedAt, standing }))
}
