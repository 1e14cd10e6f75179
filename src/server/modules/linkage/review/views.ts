import type { Work } from '../../../kernel/work.ts'
import { people } from '../../people/index.ts'
import { applicationsOfPersons } from '../../selection/index.ts'
import type { Queued } from './duplicates.ts'
import { explain } from './explain.ts'
import type { Candidate } from '../store.ts'

const mostApplications = 5

/** Pairs as they are shown: both sides, the evidence as it stands today, and the group they belong to. */
export async function shownPairs(work: Work, pairs: readonly (Candidate & Partial<Pick<Queued, 'group'>>)[]) {
  const sides = pairs.flatMap(({ onePersonId, otherPersonId, group = [] }) => [onePersonId, otherPersonId, ...group])
  const profiles = new Map((await people(work, [...new Set(sides)])).map((one) => [one.personId, one]))
  const apart = pairs.filter(({ onePersonId, otherPersonId }) => onePersonId !== otherPersonId)
  const evidence = new Map((await explain(work, apart)).map((one, at) => [apart[at]!.id, one]))
  const applications = Map.groupBy(await applicationsOfPersons(work, [...profiles.keys()]), ({ personId }) => personId)
  const side = (personId: string) => ({
    personId,
    fields: profiles.get(personId)?.fields ?? {},
    recordCount: profiles.get(personId)?.recordCount ?? 0,
    applications: (applications.get(personId) ?? [])
      .slice(0, mostApplications)
      .map(({ openingTitle, state, appliedAt }) => ({ openingTitle, state, appliedAt: appliedAt.toISOString() })),
  })
  const named = (personId: string) => {
    const name = profiles.get(personId)?.fields.name?.value
    return { personId, name: typeof name === 'string' ? name : null }
  }
  return pairs.map(({ id, onePersonId, otherPersonId, reasons, score, route, state, mergeId, decidedAt, group }) => ({
    id,
    one: side(onePersonId),
    other: side(otherPersonId),
    reasons,
    score,
    route,
    evidence: evidence.get(id) ?? null,
    group: (group ?? []).map(named),
    state,
    mergeId,
    decidedAt: decidedAt?.toISOString() ?? null,
  }))
}
