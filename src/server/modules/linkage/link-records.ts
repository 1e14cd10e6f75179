import type { LinkageRules } from '../../../contract/linkage/linkage-terms.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { gather, heldAs, heldOf, homeOf, joinHeld, writeMerges, type Begun, type Gathered } from '../people/index.ts' // prettier-ignore
import { inOneGo } from '../../kernel/database/in-one-go.ts'
import { probabilityOf } from '../../../engines/linkage/index.ts'
import { bestPair, contradictions, givesAwayLetters } from './comparing/evidence.ts'
import { neighbourhood, type Neighbour } from './comparing/neighbourhood.ts'
import { outcomeUnder } from './comparing/outcome.ts'
import { weighed, type Weighed } from './comparing/weighed.ts'
import { enqueue, keepJoined, pairsAmong, writePairs, type Pairs } from './pairs.ts'
import { routeOf, verdictOn, type Judging, type Suggestion } from './verdict.ts'

export type Linked = {
  sourceRecordId: string
  personId: string
  outcome: 'LINKED' | 'QUEUED' | 'ALONE'
  /** The merges it led to; each can be undone. */
  mergeIds: string[]
}

/**
 * Finds whom else records are about, one record after the other: weighs everyone who shares a key with them, joins what
 * is certain where nothing speaks against it, and puts what is only likely into the review queue, as the rules of the
 * route say. A pair known not to be the same is left alone unless there is evidence that was not there when that was
 * decided. Repeating it changes nothing. Everything is read before and written after, in as many statements for one
 * record as for hundreds. Of a record that was only just begun with its person nothing is read.
 */
export async function linkRecords(work: Work, sourceRecordIds: readonly string[], begun?: Begun): Promise<Linked[]> {
  const around = await neighbourhood(work, [...new Set(sourceRecordIds)], begun && homeOf(begun))
  if (around.neighbours.every(({ found }) => found.length === 0)) return around.neighbours.map(alone)
  const { version, rules } = around.rules
  const suggested = suggestionsOf(await weighed(work, around), rules)
  if (suggested.pairs.size === 0) return around.neighbours.map(alone)
  const gathered = await gather(work, { ...suggested, ...(begun && { begun: heldOf(begun, work) }) })
  const state: State = {
    rules,
    version,
    gathered,
    weighed: suggested.weighed,
    pairs: await pairsBetween(work, gathered, begun),
  }
  const linked = around.neighbours.map((one) => settleAll(state, one, suggested.pairs.get(one.sourceRecordId) ?? []))
  await inOneGo(work, (tx) => {
    const both = { ...work, tx }
    // The merges first: the pairs name them.
    return Promise.all([writeMerges(both, gathered), writePairs(both, state.pairs)])
  })
  return linked.map((one) => ({ ...one, personId: heldAs(gathered, one.personId)?.id ?? one.personId }))
}

/** What stands between the persons gathered: nothing between one who was only just begun and one other. */
async function pairsBetween(work: Work, { persons }: Gathered, begun: Begun | undefined): Promise<Pairs> {
  const others = [...persons.values()].filter(({ id }) => id !== begun?.recorded.personId)
  if (begun && others.length === 1) return pairsAmong(work, [])
  return pairsAmong(
    work,
    [...persons.values()].flatMap(({ records }) => records.map(({ id }) => id)),
  )
}

const alone = ({ sourceRecordId, personId }: Neighbour): Linked => ({
  sourceRecordId,
  personId,
  outcome: 'ALONE',
  mergeIds: [],
})

type Suggested = {
  weighed: Weighed
  pairs: Map<string, Suggestion[]>
  joinable: string[]
  beside: string[]
}

/** The likely pairs of each record, and the persons they are of: those who may be joined, and the rest. */
function suggestionsOf(all: Weighed, rules: LinkageRules): Suggested {
  const { around, comparer, rows } = all
  const pairs = new Map<string, Suggestion[]>()
  const joinable = new Set<string>()
  const beside = new Set<string>()
  for (const neighbour of around.neighbours) {
    const route = routeOf(neighbour)
    for (const unit of neighbour.found) {
      const best = bestPair(rows, comparer, neighbour.unit, unit)
      const probability = probabilityOf(best.weight)
      const atBest = outcomeUnder(rules, { probability, route, reasons: [] })
      if (atBest === 'FORGET') continue
      const found = pairs.get(neighbour.sourceRecordId)
      const pair = { ...best, unit, probability }
      if (found) found.push(pair)
      else pairs.set(neighbour.sourceRecordId, [pair])
      const meeting = comparer.meet(rows.mainOf(neighbour.unit), rows.mainOf(unit))
      const isOpposed = contradictions([meeting]).length > 0 || givesAwayLetters(neighbour.unit, unit)
      const into = atBest === 'JOIN' && !isOpposed ? joinable : beside
      for (const id of [neighbour.personId, around.personOfRecord.get(unit.records[0]!)!]) into.add(id)
    }
  }
  return { weighed: all, pairs, joinable: [...joinable], beside: [...beside].filter((id) => !joinable.has(id)) }
}

/** What is decided so far, in memory, of all records that are linked together. */
type State = Judging & { version: number }

function settleAll(state: State, neighbour: Neighbour, pairs: readonly Suggestion[]): Linked {
  const { sourceRecordId, personId } = neighbour
  const outcomes = pairs
    .toSorted((one, other) => other.weight - one.weight || (one.unit.id < other.unit.id ? -1 : 1))
    .map((pair) => settle(state, neighbour, pair))
  const mergeIds = outcomes.flatMap(({ mergeId }) => mergeId ?? [])
  const isQueued = outcomes.some((one) => one.isQueued)
  return { sourceRecordId, personId, mergeIds, outcome: mergeIds.length > 0 ? 'LINKED' : isQueued ? 'QUEUED' : 'ALONE' }
}

/** Joins or queues one pair, or leaves it. */
function settle(state: State, neighbour: Neighbour, pair: Suggestion): { mergeId?: string; isQueued?: boolean } {
  const { gathered, pairs, version, weighed: all } = state
  const otherId = all.around.personOfRecord.get(pair.unit.records[0]!)!
  const [one, other] = [heldAs(gathered, neighbour.personId), heldAs(gathered, otherId)]
  if (!one || !other || one.id === other.id) return {}
  const verdict = verdictOn(state, { neighbour, pair, one, other })
  if (verdict.outcome === 'FORGET') return {}
  const kept = { one, other, verdict, ends: endsOf(neighbour, pair), route: routeOf(neighbour), rulesVersion: version }
  if (verdict.outcome === 'WAIT') return { isQueued: enqueue(pairs, kept) }
  const mergeId = newId()
  joinHeld(gathered, { id: mergeId, survivor: other.id, dissolved: one.id, reason: verdict.reasons[0] ?? 'LIKE_NAME' })
  keepJoined(pairs, kept, mergeId)
  return { mergeId }
}

const endsOf = ({ sourceRecordId }: Neighbour, { unit }: Suggestion): readonly [string, string] => [
  sourceRecordId,
  unit.records[0]!,
]
