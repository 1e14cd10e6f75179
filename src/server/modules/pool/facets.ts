import type { FacetKind } from '../../../contract/pool/pool-terms.ts'
import { recommendations, stages } from '../../../contract/selection/selection-terms.ts'
import { findPrefecture } from '../../../engines/japanese/index.ts'
import { canonicalSkill } from '../../../engines/matching/index.ts'
import type { Work } from '../../kernel/work.ts'
import { people, recordsOf, resolve, values, type Stated } from '../people/index.ts'
import { applicationsOf, evaluationsOf, type Application, type Evaluation } from '../selection/index.ts'
import * as store from './store.ts'

export type Facet = { kind: FacetKind; key: string }
export type Known = {
  stated: Stated
  applications: readonly Application[]
  evaluations: readonly Evaluation[]
  tagIds: readonly string[]
}

/**
 * What a person is found by: the automatic tags (skill, region, channel, evaluation, the month of birth for age
 * bands) with stage, state, opening and the tags given by hand. Pure.
 */
export function facetsOf({ stated, applications, evaluations, tagIds }: Known): Facet[] {
  const facets: Facet[] = tagIds.map((key) => ({ kind: 'TAG', key }))
  const skills = Array.isArray(stated.skills) ? stated.skills : []
  for (const skill of skills) if (typeof skill === 'string') facets.push({ kind: 'SKILL', key: canonicalSkill(skill) })
  const prefecture = typeof stated.prefecture === 'string' ? findPrefecture(stated.prefecture) : null
  if (prefecture) facets.push({ kind: 'PREFECTURE', key: prefecture.name }, { kind: 'REGION', key: prefecture.region })
  if (typeof stated.birthDate === 'string') facets.push({ kind: 'BIRTH_MONTH', key: stated.birthDate.slice(0, 7) })
  for (const { channel, state, openingId, endReason } of applications) {
    facets.push({ kind: 'CHANNEL', key: channel }, { kind: 'STATE', key: state }, { kind: 'OPENING', key: openingId })
    if (endReason) facets.push({ kind: 'REASON', key: endReason })
  }
  const reached = furthest(
    applications.map(({ stage }) => stage),
    stages,
  )
  if (reached) facets.push({ kind: 'STAGE', key: reached })
  const best = furthest(
    evaluations.map(({ recommendation }) => recommendation),
    recommendations,
  )
  if (best) facets.push({ kind: 'EVALUATION', key: best })
  return [...new Map(facets.map((facet) => [`${facet.kind}/${facet.key}`, facet])).values()]
}

/** Which of the values comes last in the order. */
function furthest<T>(found: readonly T[], order: readonly T[]): T | undefined {
  return order.findLast((one) => found.includes(one))
}

/** Computes again what the person is found by; a person merged away or erased is found by nothing. */
export async function refreshFacets(work: Work, personId: string): Promise<void> {
  const [profile] = await people(work, [personId])
  if (!profile) {
    await store.putFacets(work, personId, [])
    if ((await resolve(work, personId)) !== personId) await refreshFacets(work, await resolve(work, personId))
    return
  }
  const applications = await applicationsOf(work, personId)
  const evaluations = await evaluationsOf(
    work,
    applications.map(({ id }) => id),
  )
  const records = await recordsOf(work, personId)
  const tagIds = await store.tagsOfRecords(
    work,
    records.map(({ id }) => id),
  )
  await store.putFacets(work, personId, facetsOf({ stated: values(profile.fields), applications, evaluations, tagIds }))
}
