import type { CandidateState, LinkReason } from '../../../contract/linkage-terms.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import type { Held } from '../people/index.ts'
import type { Verdict } from './evidence.ts'
import * as store from './store-pairs.ts'
import type { Pair } from './store-pairs.ts'
import { changeCandidate } from './store.ts'

/** What stands, or is to stand, in the review queue and among the refusals between persons read together. */
export type Pairs = {
  refusals: Map<string, store.Refusal[]>
  candidates: Map<string, Kept[]>
  touched: Set<Kept>
}
type Kept = Pair & { isKnown: boolean }

export async function pairsAmong(work: Work, recordIds: readonly string[]): Promise<Pairs> {
  const refusals = await store.refusalsAmong(work, recordIds)
  const candidates = (await store.candidatesAmong(work, recordIds)).map((pair) => ({ ...pair, isKnown: true }))
  return { refusals: byRecord(refusals), candidates: byRecord(candidates), touched: new Set() }
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

/** Puts two persons into the review queue, unless nothing is said of them that was not known; whether they stand there. */
export function enqueue(
  { candidates, touched }: Pairs,
  { one, other, verdict }: { one: Held; other: Held; verdict: Verdict },
): boolean {
  const { reasons, score } = verdict
  const [known] = between(candidates, one, other)
  if (!known) {
    const records = [one.records[0]!.id, other.records[0]!.id] as const
    const made: Kept = { id: newId(), records, reasons, score, state: 'OPEN', isKnown: false }
    for (const id of records) candidates.set(id, [...(candidates.get(id) ?? []), made])
    touched.add(made)
    return true
  }
  const isAdded = reasons.some((reason) => !known.reasons.includes(reason))
  if (isAdded) {
    Object.assign(known, { reasons, score, state: 'OPEN' satisfies CandidateState })
    touched.add(known)
  }
  return isAdded || known.state === 'OPEN'
}

export async function writePairs(work: Work, { touched }: Pairs): Promise<void> {
  const all = [...touched]
  await store.insertCandidates(
    work,
    all.filter(({ isKnown }) => !isKnown),
  )
  for (const { id, reasons, score } of all.filter(({ isKnown }) => isKnown))
    await changeCandidate(work, id, { state: 'OPEN', reasons, score })
}
