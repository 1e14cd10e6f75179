import type { Work } from '../../../kernel/work.ts'
import { samePerson } from '../errors.ts'
import { olderFirst } from '../merging/merge-forest.ts'
import type { Merge, Merged } from '../merging/merge.ts'
import { profileOf } from './profile.ts'
import * as store from './store-gather.ts'
import type { Profile } from './store-profile.ts'
import type { PersonRow } from '../store-persons.ts'
import type { FieldClaim } from '../store-records.ts'

/** One person as read, and as the merges decided since would show them. */
export type Held = {
  id: string
  /** As it stands in the database; absent records mean nobody to show. */
  before: Profile
  profile: Profile
  /** Oldest observation first. */
  records: readonly store.OwnRecord[]
  /** Only of those who may be joined: what is needed to write the merge. */
  joinable?: { recordedAt: Date; claims: readonly FieldClaim[] }
}

/**
 * Persons read together, so that many merges can be decided one after the other in memory and be written at once by
 * `writeMerges`. Whoever may be joined is locked until the Work ends.
 */
export type Gathered = {
  now: Date
  persons: Map<string, Held>
  /** Who stands for someone merged away. */
  above: Map<string, string>
  dissolved: Held[]
  made: (Merged & { reason: string })[]
}

export type Gathering = {
  /** Persons whose pairs may be joined. */
  joinable: readonly string[]
  /** Persons they are only compared with. */
  beside: readonly string[]
  /** One of the joinable who was begun in this Work, and need not be read. */
  begun?: Held
}

/** Reads persons for `joinHeld`; those erased or unknown are left out. */
export async function gather(work: Work, { joinable, beside, begun }: Gathering): Promise<Gathered> {
  const unread = (ids: readonly string[]) => ids.filter((id) => id !== begun?.id)
  const asked = { joinable: unread(joinable), beside: unread(beside) }
  const first = await store.lockAndRead(work, asked)
  const { rows, read } = first.rows.every(isActive) ? first : await lockLate(work, asked, first.rows)
  const locked = new Map(rows.filter(isActive).map((row) => [row.id, row]))
  const persons = new Map(begun ? [[begun.id, begun]] : [])
  for (const { profile, records, claims } of read) {
    const id = profile.personId
    const row = locked.get(id)
    const joined = row && { joinable: { recordedAt: row.recordedAt, claims } }
    persons.set(id, { id, before: profile, profile, records, ...joined })
  }
  const above = new Map(rows.flatMap(({ id, forwardedTo }) => (forwardedTo ? [[id, forwardedTo]] : [])))
  return { now: work.now, persons, above, dissolved: [], made: [] }
}

const isActive = ({ state }: PersonRow): boolean => state === 'ACTIVE'

/** Some were merged by another Work before their rows were locked: who stands for them is wanted in their place. */
async function lockLate(work: Work, { beside }: Gathering, rows: readonly PersonRow[]) {
  const forwards = new Set(rows.flatMap(({ forwardedTo }) => forwardedTo ?? []))
  const late = await store.lockPersons(
    work,
    [...forwards].filter((id) => !rows.some((row) => row.id === id)),
  )
  const all = [...rows, ...late]
  const claimed = all.filter(isActive).map(({ id }) => id)
  const read = await store.readPersons(work, { ids: [...new Set([...claimed, ...beside])], claimed })
  return { rows: all, read }
}

/** The person who stands for an id under what was read and the merges decided since. */
export function heldAs({ persons, above }: Gathered, personId: string): Held | undefined {
  let at = personId
  for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
  return persons.get(at)
}

/** `merge` in memory, between two persons gathered as joinable. Refuses one person (`people.same-person`). */
export function joinHeld(gathered: Gathered, { id, survivor, dissolved, reason }: Merge): Merged {
  const [stays, goes] = olderFirst(aged(gathered, survivor), aged(gathered, dissolved))
  if (stays.held.id === goes.held.id) throw samePerson({ personId: stays.id })
  const records = [...stays.held.records, ...goes.held.records].toSorted(
    (a, b) => a.observedAt.getTime() - b.observedAt.getTime() || (a.id < b.id ? -1 : 1),
  )
  const claims = [...stays.claims, ...goes.claims]
  const { before } = stays.held
  gathered.persons.set(stays.id, {
    id: stays.id,
    before,
    profile: profileOf({ personId: stays.id, before, records, claims, now: gathered.now }).profile,
    records,
    joinable: { recordedAt: stays.recordedAt, claims },
  })
  gathered.persons.delete(goes.id)
  gathered.above.set(goes.id, stays.id)
  gathered.dissolved.push(goes.held)
  const moved = goes.held.records.map((record) => record.id).toSorted()
  const merged = { mergeId: id, survivorId: stays.id, dissolvedId: goes.id, sourceRecordIds: moved }
  gathered.made.push({ ...merged, reason })
  return merged
}

function aged(gathered: Gathered, personId: string) {
  const held = heldAs(gathered, personId)
  if (!held?.joinable) throw new Error('joining a person who was not gathered for it')
  return { id: held.id, held, ...held.joinable }
}
