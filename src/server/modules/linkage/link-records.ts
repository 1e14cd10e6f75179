import type { LinkReason } from '../../../contract/linkage-terms.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { companyRules } from '../accounts/index.ts'
import { gather, heldAs, joinHeld, values, writeMerges, type Gathered, type Held } from '../people/index.ts'
import { contradictions, judge, type Automatic, type Verdict } from './evidence.ts'
import { neighbourhood, personsIn, sharing } from './neighbours.ts'
import { enqueue, pairsAmong, refusalsOf, writePairs, type Pairs } from './pairs.ts'

export type Linked = {
  sourceRecordId: string
  personId: string
  outcome: 'LINKED' | 'QUEUED' | 'ALONE'
  /** The merges it led to; each can be undone. */
  mergeIds: string[]
}

/** A person of more records than this only grows by a human's decision: the mark of a chain of wrong links. */
const mostRecords = 20

/**
 * Finds whom else records are about, one record after the other, by their exact keys: joins by mail, then by reading
 * and birth date, where nothing speaks against it, and puts what is only likely into the review queue. A pair known
 * not to be the same is left alone unless there is evidence that was not there when that was decided. Repeating it
 * changes nothing. Everything is read before and written after, in as many statements for one record as for hundreds.
 */
export async function linkRecords(work: Work, sourceRecordIds: readonly string[]): Promise<Linked[]> {
  const around = await neighbourhood(work, sourceRecordIds)
  const gathered = await gather(work, personsIn(around))
  const state: State = {
    gathered,
    automatic: (await companyRules(work)).linkage,
    pairs: await pairsAmong(
      work,
      [...gathered.persons.values()].flatMap(({ records }) => records.map(({ id }) => id)),
    ),
  }
  const found = around.records.map((record) => {
    const self = record.personId
    const outcomes = sharing(around, record, gathered).map(([otherId, shared]) =>
      settle(state, { self, otherId, shared }),
    )
    const mergeIds = outcomes.flatMap(({ mergeId }) => mergeId ?? [])
    const isQueued = outcomes.some((one) => one.isQueued)
    return { ...record, mergeIds, outcome: mergeIds.length > 0 ? 'LINKED' : isQueued ? 'QUEUED' : 'ALONE' } as const
  })
  await writeMerges(work, gathered)
  await writePairs(work, state.pairs)
  return found.map(({ sourceRecordId, personId, outcome, mergeIds }) => {
    return { sourceRecordId, personId: heldAs(gathered, personId)?.id ?? personId, outcome, mergeIds }
  })
}

type State = { gathered: Gathered; automatic: Automatic; pairs: Pairs }
type Suggested = { self: string; otherId: string; shared: LinkReason[] }

/** Joins or queues one pair, or leaves it. */
function settle(state: State, { self, otherId, shared }: Suggested): { mergeId?: string; isQueued?: boolean } {
  const { gathered, pairs } = state
  const [one, other] = [heldAs(gathered, self), heldAs(gathered, otherId)]
  if (!one || !other || one.id === other.id) return {}
  const verdict = weigh(state, { one, other, shared })
  if (verdict.outcome === 'NOTHING') return {}
  if (verdict.outcome === 'REVIEW') return { isQueued: enqueue(pairs, { one, other, verdict }) }
  const reason = verdict.reasons[0] ?? 'SAME_MAIL'
  const { mergeId } = joinHeld(gathered, { id: newId(), survivor: other.id, dissolved: one.id, reason })
  return { mergeId }
}

function weigh(
  { pairs, automatic }: State,
  { one, other, shared }: { one: Held; other: Held; shared: LinkReason[] },
): Verdict {
  const against = contradictions(values(one.profile.fields), values(other.profile.fields))
  if (one.records.length + other.records.length > mostRecords) against.push('MANY_RECORDS')
  const refused = refusalsOf(pairs, one, other)
  if (refused) {
    if (shared.every((reason) => refused.includes(reason))) return { outcome: 'NOTHING', reasons: [], score: 0 }
    against.push('REFUSED_BEFORE')
  }
  return judge({ shared, against }, automatic)
}
