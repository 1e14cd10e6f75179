import type { LinkReason } from '../../../contract/linkage-terms.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { heldKeys, merge, people, personOf, recordsOf, resolve, values, type Identifier } from '../people/index.ts'
import { contradictions, judge, type Automatic, type Verdict } from './evidence.ts'
import * as store from './store.ts'

export type Linked = {
  personId: string
  outcome: 'LINKED' | 'QUEUED' | 'ALONE'
  /** The merges it led to; each can be undone. */
  mergeIds: string[]
}

export const reasonOf: Record<Identifier['kind'], LinkReason> = {
  MAIL: 'SAME_MAIL',
  PHONE: 'SAME_PHONE',
  KANA_BIRTH: 'SAME_KANA_BIRTH',
  NAME_BIRTH: 'SAME_NAME_BIRTH',
  KANA: 'SAME_KANA',
  NAME: 'SAME_NAME',
}

const strongestFirst: readonly LinkReason[] = [
  'SAME_MAIL',
  'SAME_KANA_BIRTH',
  'SAME_NAME_BIRTH',
  'SAME_PHONE',
  'SAME_KANA',
  'SAME_NAME',
]

/** A key held by more records than this names a shared mailbox, a switchboard or a common name, and finds nobody. */
const mostHolders: Record<Identifier['kind'], number> = {
  MAIL: 40,
  PHONE: 20,
  KANA_BIRTH: 20,
  NAME_BIRTH: 20,
  KANA: 15,
  NAME: 15,
}
/** A mailbox of more persons than this is shared, and joins nobody by itself. */
const mostPersonsOfAMail = 3
/** A person of more records than this only grows by a human's decision: the mark of a chain of wrong links. */
const mostRecords = 20

/**
 * Finds whom else a record is about, by its exact keys: joins by mail, then by reading and birth date, where nothing
 * speaks against it, and puts what is only likely into the review queue. A pair known not to be the same is left alone
 * unless there is evidence that was not there when that was decided. Repeating it changes nothing.
 */
export async function linkRecord(work: Work, sourceRecordId: string): Promise<Linked> {
  const automatic = await automaticKeys(work)
  const mergeIds: string[] = []
  let queued = false
  for (const [otherId, shared] of await sharing(work, sourceRecordId)) {
    const pair = { personId: await personOf(work, sourceRecordId), otherId: await resolve(work, otherId) }
    if (pair.otherId === pair.personId) continue
    const verdict = await weigh(work, { ...pair, shared, automatic })
    if (verdict.outcome === 'NOTHING') continue
    if (verdict.outcome === 'MERGE') {
      const id = newId()
      await merge(work, {
        id,
        survivor: pair.otherId,
        dissolved: pair.personId,
        reason: verdict.reasons[0] ?? 'SAME_MAIL',
      })
      mergeIds.push(id)
    } else queued = (await enqueue(work, { ...pair, verdict })) || queued
  }
  const outcome = mergeIds.length > 0 ? 'LINKED' : queued ? 'QUEUED' : 'ALONE'
  return { personId: await personOf(work, sourceRecordId), outcome, mergeIds }
}

async function automaticKeys(work: Work): Promise<Automatic> {
  const { settings } = await company(work)
  const given = (settings['linkage'] ?? {}) as Partial<Automatic>
  return { mail: given.mail ?? true, kanaBirth: given.kanaBirth ?? true }
}

/** Everyone else who holds a key of the record, with the keys they share: the strongest key first, and who shares it. */
async function sharing(work: Work, sourceRecordId: string): Promise<[string, LinkReason[]][]> {
  const self = await personOf(work, sourceRecordId)
  const found = new Map<string, LinkReason[]>()
  const most = Math.max(...Object.values(mostHolders)) + 1
  for (const { kind, personIds } of await heldKeys(work, sourceRecordId, most)) {
    if (personIds.length > mostHolders[kind]) continue
    const others = new Set(personIds.filter((id) => id !== self))
    if (kind === 'MAIL' && others.size > mostPersonsOfAMail) continue
    for (const id of others) found.set(id, [...(found.get(id) ?? []), reasonOf[kind]])
  }
  const strength = (reason: LinkReason) => strongestFirst.indexOf(reason)
  const ranked = [...found].map(([id, shared]): [string, LinkReason[]] => [
    id,
    shared.toSorted((one, other) => strength(one) - strength(other)),
  ])
  return ranked.toSorted(([, [one]], [, [other]]) => strength(one!) - strength(other!))
}

type Pair = { personId: string; otherId: string }

async function weigh(
  work: Work,
  { personId, otherId, shared, automatic }: Pair & { shared: LinkReason[]; automatic: Automatic },
): Promise<Verdict> {
  const shown = await people(work, [personId, otherId])
  const [one, other] = [personId, otherId].map((id) => shown.find((profile) => profile.personId === id))
  // Nothing is shown of somebody erased.
  if (!one || !other) return { outcome: 'NOTHING', reasons: [], score: 0 }
  const against = contradictions(values(one.fields), values(other.fields))
  if (one.recordCount + other.recordCount > mostRecords) against.push('MANY_RECORDS')
  const refused = await store.refusalsBetween(work, personId, otherId)
  if (refused) {
    if (shared.every((reason) => refused.includes(reason))) return { outcome: 'NOTHING', reasons: [], score: 0 }
    against.push('REFUSED_BEFORE')
  }
  return judge({ shared, against }, automatic)
}

export const recordIds = async (work: Work, personId: string): Promise<string[]> =>
  (await recordsOf(work, personId)).map(({ id }) => id)

async function enqueue(work: Work, { personId, otherId, verdict }: Pair & { verdict: Verdict }): Promise<boolean> {
  const { reasons, score } = verdict
  const known = await store.findBetween(work, personId, otherId)
  if (!known) {
    const [one] = await recordIds(work, personId)
    const [other] = await recordIds(work, otherId)
    await store.insertCandidate(work, { id: newId(), records: [one!, other!], reasons, score })
    return true
  }
  const added = reasons.some((reason) => !known.reasons.includes(reason))
  if (added) await store.changeCandidate(work, known.id, { state: 'OPEN', reasons, score })
  return added || known.state === 'OPEN'
}
