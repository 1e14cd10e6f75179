import type { CandidateState, LinkReason } from '../../../contract/linkage/linkage-terms.ts'
import type { SourceKind } from '../../../contract/people/person-fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import type { Held } from '../people/index.ts'
import type { Outcome } from './comparing/outcome.ts'
import * as store from './store-pairs.ts'
import type { Pair } from './store-pairs.ts'

/** What stands, or is to stand, in the review queue and among the refusals between persons read together. */
export type Pairs = {
  refusals: Map<string, store.Refusal[]>
  candidates: Map<string, Kept[]>
  touched: Set<Kept>
}
type Kept = Pair & { isKnown: boolean }

export async function pairsAmong(work: Work, recordIds: readonly string[]): Promise<Pairs> {
  const { refusals, candidates } = await store.knownAmong(work, recordIds)
  const kept = candidates.map((pair) => ({ ...pair, isKnown: true }))
  return { refusals: byRecord(refusals), candidates: byRecord(kept), touched: new Set() }
}

function byRecord<P extends { records: readonly [string, string] }>(pairs: readonly P[]): Map<string, P[]> {
  const found = new Map<string, P[]>()
  for (const pair of pairs) for (const id of pair.records) found.set(id, [...(found.get(id) ?? []), pair])
  return found
}

function between<P extends { records: readonly [string, string] }>(
  pairs: ReadonlyMap<string, readonly P[]>,
  one: Held,
  other: Held,
): P[] {
  const others = new Set(other.records.map(({ id }) => id))
  return one.records.flatMap(({ id }) =>
    (pairs.get(id) ?? []).filter(({ records }) => records.some((end) => end !== id && others.has(end))),
  )
}

/** The evidence on which any record of one and any record of the other were said not to be one person's. */
export function refusalsOf({ refusals }: Pairs, one: Held, other: Held): LinkReason[] | undefined {
  const found = between(refusals, one, other)
  return found.length === 0 ? undefined : found.flatMap(({ evidence }) => evidence)
}

/** What is made of two persons, and what was said for and against it. */
export type Verdict = { outcome: Outcome; reasons: LinkReason[]; probability: number }

/** Two persons as judged, and the records by which they were. */
export type Judged = {
  one: Held
  other: Held
  verdict: Verdict
  ends: readonly [string, string]
  route: SourceKind
  rulesVersion: number
}

/** Puts two persons into the review queue, unless nothing is said of them that was not known; whether they stand there. */
export function enqueue(pairs: Pairs, judged: Judged): boolean {
  const { candidates, touched } = pairs
  const { one, other, verdict } = judged
  const [known] = between(candidates, one, other)
  if (!known) {
    put(pairs, judged, { state: 'OPEN', mergeId: null })
    return true
  }
  const isAdded = verdict.reasons.some((reason) => !known.reasons.includes(reason))
  if (isAdded) {
    Object.assign(known, said(judged), { state: 'OPEN' satisfies CandidateState, mergeId: null })
    touched.add(known)
  }
  return isAdded || known.state === 'OPEN'
}

/** Keeps that two persons were joined by themselves, so that it can be looked at and undone. */
export function keepJoined(pairs: Pairs, judged: Judged, mergeId: string): void {
  const known = [...between(pairs.candidates, judged.one, judged.other)].find(({ records }) =>
    records.every((id) => judged.ends.includes(id)),
  )
  const joined = { state: 'JOINED' satisfies CandidateState, mergeId } as const
  if (!known) return put(pairs, judged, joined)
  Object.assign(known, said(judged), joined)
  pairs.touched.add(known)
}

const said = ({ verdict, route, rulesVersion }: Judged) => ({
  reasons: verdict.reasons,
  score: verdict.probability,
  route,
  rulesVersion,
})

function put({ candidates, touched }: Pairs, judged: Judged, standing: Pick<Pair, 'state' | 'mergeId'>): void {
  const made: Kept = { id: newId(), records: judged.ends, ...said(judged), ...standing, isKnown: false }
  for (const id of made.records) candidates.set(id, [...(candidates.get(id) ?? []), made])
  touched.add(made)
}

export async function writePairs(work: Work, { touched }: Pairs): Promise<void> {
  const all = [...touched]
  await store.insertCandidates(
    work,
    all.filter(({ isKnown }) => !isKnown),
  )
  for (const pair of all.filter(({ isKnown }) => isKnown)) await store.judgeAgain(work, pair)
}
