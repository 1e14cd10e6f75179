import {
  SELECTION_STAGES,
  type Candidate,
  type SelectionStage,
  type Signal,
} from '../../../../engines/matching/index.ts'
import type { Recommendation, Stage } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import { askedToStop } from '../../consent/index.ts'
import { idsOfPersons, values, type Stated } from '../../people/index.ts'
import { evaluationsOf } from '../../selection/index.ts'
import { factsOf } from '../facts.ts'
import * as store from '../store.ts'
import type { Past, Pooled } from '../store.ts'

/** Why somebody is not looked for: data that is to be used no more, an employment here, a selection under way. */
export type Standing = 'STOPPED' | 'HIRED' | 'IN_PROCESS'

/** A person of the pool with all that matching reads of them. */
export type Known = {
  pooled: Pooled
  stated: Stated
  past: readonly Past[]
  candidate: Candidate
  standing: Standing | null
}

/** Reads the selection history and evaluations of some people of the pool, and what filter and rank may know. */
export async function knownOf(work: Work, people: readonly Pooled[]): Promise<Known[]> {
  if (people.length === 0) return []
  const ids = people.map(({ personId }) => personId)
  const history = Map.groupBy(await store.readHistory(work, ids), ({ personId }) => personId)
  const applications = [...history.values()].flat().map(({ id }) => id)
  const stopped = await askedToStop(work, await idsOfPersons(work, ids))
  const evaluations = Map.groupBy(await evaluated(work, applications), ({ applicationId }) => applicationId)
  return people.map((pooled) => {
    const past = history.get(pooled.personId) ?? []
    const given = past.flatMap(({ id }) => evaluations.get(id) ?? []).map(({ recommendation }) => recommendation)
    const stated = values(pooled.fields)
    const standing = stopped.has(pooled.personId) ? 'STOPPED' : standingOf(past)
    return { pooled, stated, past, standing, candidate: candidateOf({ work, pooled, stated, past, given }) }
  })
}

/** Who is employed here or in process is not looked for again. */
function standingOf(past: readonly Past[]): Standing | null {
  if (past.some(({ state }) => state === 'HIRED')) return 'HIRED'
  return past.some(({ state }) => inProcess.has(state)) ? 'IN_PROCESS' : null
}

const inProcess: ReadonlySet<string> = new Set(['ACTIVE', 'ON_HOLD', 'OFFERED', 'OFFER_ACCEPTED'])

/** A statement takes 65,535 parameters at most. */
async function evaluated(work: Work, applicationIds: readonly string[]) {
  const found = []
  for (let from = 0; from < applicationIds.length; from += 10_000)
    found.push(...(await evaluationsOf(work, applicationIds.slice(from, from + 10_000))))
  return found
}

const worth: Record<Recommendation, number> = { STRONG_NO: 0, NO: 0.33, YES: 0.67, STRONG_YES: 1 }
const offers: ReadonlySet<Stage> = new Set(['INFORMAL_OFFER', 'JOIN_SCHEDULED', 'JOINED'])

type Reading = { work: Work; pooled: Pooled; stated: Stated; past: readonly Past[]; given: readonly Recommendation[] }

function candidateOf({ work, pooled, stated, past, given }: Reading): Candidate {
  const reached = past
    .map(({ stage }) => SELECTION_STAGES.indexOf(offers.has(stage) ? 'OFFER' : (stage as SelectionStage)))
    .reduce((furthest, at) => Math.max(furthest, at), -1)
  const evaluation = given.reduce((sum, one) => sum + worth[one], 0) / given.length
  return {
    id: pooled.personId,
    ...factsOf(stated, work.now),
    ...(reached >= 0 && { stageReached: SELECTION_STAGES[reached]! }),
    ...(given.length > 0 && { evaluation }),
    updatedAt: pooled.observedAt,
    signals: signalsOf(pooled),
    blockedCompanies: [],
  }
}

/** What the person told this company themselves, by their own page, is a signal they mean it to have. */
function signalsOf({ fields }: Pooled): Signal[] {
  const own = Object.values(fields).filter(({ source }) => source.kind === 'PERSON' || source.kind === 'MEMBER')
  const latest = own.map(({ observedAt }) => new Date(observedAt).getTime()).reduce((a, b) => Math.max(a, b), 0)
  return latest > 0 ? [{ kind: 'PROFILE_UPDATED', observedAt: new Date(latest) }] : []
}
