import type { Match } from '../../../contract/matching.ts'
import type { Recommendation, Stage } from '../../../contract/selection-terms.ts'
import { ageOn } from '../../../engines/japanese/index.ts'
import {
  DEFAULT_WEIGHTS,
  matchOpening,
  type Candidate,
  type SelectionStage,
  type Signal,
} from '../../../engines/matching/index.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { values, type Stated } from '../people/index.ts'
import { evaluationsOf, opening } from '../selection/index.ts'
import { askedBy } from './asked.ts'
import { factsOf } from './facts.ts'
import { exclusions, facet, inputsHash, nearMissWords, pageOf, type Paged, type Shown } from './list.ts'
import * as store from './store.ts'
import type { Past, Pooled } from './store.ts'
import { prefectureCodes, regionOfPrefecture, regionWords } from './terms.ts'
import { stageWords } from './words.ts'

/** More people than this are not read for one list; those changed last are. */
const mostConsidered = 20_000

export type OwnQuery = Paged & { region?: string | undefined; stage?: Stage | undefined; ranked: boolean }
export type OwnPool = Shown & {
  setAside: { inProcess: number; hired: number }
  inputsHash: string
  weights: typeof DEFAULT_WEIGHTS
}

type Known = { pooled: Pooled; stated: Stated; past: readonly Past[]; candidate: Candidate }

/**
 * The company's own people who fit an opening: everyone whom it knows and who is neither in process nor employed here.
 * Where ranking is off, the same people stand in the order in which they were last changed.
 */
export async function ownPool(work: Work, openingId: string, query: OwnQuery): Promise<OwnPool> {
  const asked = askedBy(await opening(work, openingId), await company(work))
  const { known, setAside } = await candidates(work)
  const byId = new Map(known.map((one) => [one.candidate.id, one]))
  const all = known.map(({ candidate }) => candidate)
  const birth = (id: string) => byId.get(id)?.stated.birthDate
  const today = work.now.toISOString().slice(0, 10)
  const { matches, excluded, nearMisses } = matchOpening(asked, all, {
    asOf: work.now,
    ageOf: (id) => {
      const born = birth(id)
      return typeof born === 'string' ? (ageOn(born, today) ?? undefined) : undefined
    },
  })
  const order = new Map(all.map(({ id }, at) => [id, at]))
  const listed = query.ranked
    ? matches
    : matches.toSorted((a, b) => order.get(a.candidateId)! - order.get(b.candidateId)!)
  const region = (id: string) => regionOfPrefecture(byId.get(id)?.candidate.prefecture ?? '')
  const stage = (id: string) => byId.get(id)?.candidate.stageReached
  const found = listed.filter(
    ({ candidateId: id }) =>
      (query.region === undefined || region(id) === query.region) &&
      (query.stage === undefined || stage(id) === query.stage),
  )
  return {
    considered: all.length,
    setAside,
    excluded: exclusions(excluded),
    nearMisses: nearMissWords(nearMisses),
    facets: [
      facet('region', matches, ({ candidateId }) => region(candidateId), regionWords),
      facet('stage', matches, ({ candidateId }) => stage(candidateId), stageWords),
    ],
    total: found.length,
    people: found.length,
    items: pageOf({ found, paged: query, ranked: query.ranked }, ({ candidateId }) => ({
      person: shown(byId.get(candidateId)!, openingId),
      anonymous: null,
    })),
    inputsHash: inputsHash([asked, all]),
    weights: DEFAULT_WEIGHTS,
  }
}

async function candidates(work: Work): Promise<{ known: Known[]; setAside: OwnPool['setAside'] }> {
  const pool = await store.readPool(work, mostConsidered)
  const history = Map.groupBy(await store.readHistory(work), ({ personId }) => personId)
  const setAside = { inProcess: 0, hired: 0 }
  const free = pool.filter(({ personId }) => {
    const states = (history.get(personId) ?? []).map(({ state }) => state)
    const isHired = states.includes('HIRED')
    const isInProcess = states.some((state) => inProcess.has(state))
    if (isHired) setAside.hired += 1
    else if (isInProcess) setAside.inProcess += 1
    return !isHired && !isInProcess
  })
  const past = free.flatMap(({ personId }) => history.get(personId) ?? [])
  const evaluations = Map.groupBy(
    await evaluated(
      work,
      past.map(({ id }) => id),
    ),
    ({ applicationId }) => applicationId,
  )
  const known = free.map((pooled) => {
    const own = history.get(pooled.personId) ?? []
    const given = own.flatMap(({ id }) => evaluations.get(id) ?? []).map(({ recommendation }) => recommendation)
    const stated = values(pooled.fields)
    return { pooled, stated, past: own, candidate: candidateOf({ work, pooled, stated, past: own, given }) }
  })
  return { known, setAside }
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
const stageOrder: readonly SelectionStage[] = [
  'APPLIED',
  'CASUAL_MEETING',
  'DOCUMENT_SCREENING',
  'APTITUDE_TEST',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'INTERVIEW_3',
  'FINAL_INTERVIEW',
  'REFERENCE_CHECK',
  'OFFER_MEETING',
  'OFFER',
]
const offers: ReadonlySet<Stage> = new Set(['INFORMAL_OFFER', 'JOIN_SCHEDULED', 'JOINED'])

type Reading = { work: Work; pooled: Pooled; stated: Stated; past: readonly Past[]; given: readonly Recommendation[] }

function candidateOf({ work, pooled, stated, past, given }: Reading): Candidate {
  const reached = past
    .map(({ stage }) => stageOrder.indexOf(offers.has(stage) ? 'OFFER' : (stage as SelectionStage)))
    .reduce((furthest, at) => Math.max(furthest, at), -1)
  const evaluation = given.reduce((sum, one) => sum + worth[one], 0) / given.length
  return {
    id: pooled.personId,
    ...factsOf(stated, work.now),
    ...(reached >= 0 && { stageReached: stageOrder[reached]! }),
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

function shown({ pooled, stated, past }: Known, openingId: string): Match['person'] {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const last = past[0]
  return {
    id: pooled.personId,
    name: pooled.name,
    employer: text(stated.employer),
    title: text(stated.title),
    prefecture: prefectureCodes(text(stated.prefecture) ?? '').length > 0 ? text(stated.prefecture) : null,
    skills: Array.isArray(stated.skills) ? stated.skills.filter((skill) => typeof skill === 'string').slice(0, 12) : [],
    updatedAt: pooled.observedAt.toISOString(),
    lastApplication: last
      ? {
          openingId: last.openingId,
          openingTitle: last.openingTitle,
          stage: last.stage,
          state: last.state,
          appliedAt: last.appliedAt.toISOString(),
          endedAt: last.endedAt?.toISOString() ?? null,
        }
      : null,
    appliedToThis: past.some((one) => one.openingId === openingId),
  }
}
