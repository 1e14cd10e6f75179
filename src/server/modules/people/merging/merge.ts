import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { personsMerged, recordSeparated } from '../announcements.ts'
import {
  mergeMismatch,
  mergeNotFound,
  mergeUndone,
  personErased,
  personNotFound,
  recordNotFound,
  samePerson,
} from '../errors.ts'
import { olderFirst, treeBelow } from './merge-forest.ts'
import { holdStanding, project, resolve } from '../profile/profile.ts'
import { recordsWithHomes } from '../store-homes.ts'
import * as store from '../store-persons.ts'

export type Merge = {
  /** Chosen by the caller: the same merge asked for twice happens once. */
  id: string
  survivor: string
  dissolved: string
  reason: string
}
export type Merged = { mergeId: string; survivorId: string; dissolvedId: string; sourceRecordIds: string[] }

/**
 * Makes two persons one, as a link: the dissolved person's records belong to the survivor until it is undone. The
 * older of the two survives, whichever way round they are named. Refuses one person (`people.same-person`), an erased
 * one (`people.erased`), an id used for two others (`people.merge-mismatch`) or undone since (`people.merge-undone`).
 */
export async function merge(work: Work, { id, survivor, dissolved, reason }: Merge): Promise<Merged> {
  const known = await store.findMerge(work, id)
  if (known) return repeated(work, known, [survivor, dissolved])
  const [one, other] = await lockRoots(work, survivor, dissolved)
  // It may have been made while this waited for them.
  const since = await store.findMerge(work, id)
  if (since) return repeated(work, since, [survivor, dissolved])
  if (!other) throw samePerson({ personId: one.id })
  const [stays, goes] = olderFirst(one, other)
  const homes = [goes.id, ...(await store.forwardedTo(work, goes.id))]
  const isNew = await store.insertMerge(work, { mergeId: id, survivorId: stays.id, dissolvedId: goes.id, reason })
  // Two others are being made one under this id at the same moment.
  if (!isNew) throw mergeMismatch({ mergeId: id })
  const moved = await store.moveRecords(work, { homes, personId: stays.id })
  await store.setState(work, homes, { state: 'MERGED', forwardedTo: stays.id })
  await tell(work, { mergeId: id, from: goes.id, to: stays.id, moved, reason })
  const merged = { mergeId: id, survivorId: stays.id, dissolvedId: goes.id, sourceRecordIds: moved }
  await work.announce(personsMerged, { subjectId: id, version: 1, payload: { ...merged, undone: false } })
  return merged
}

/** The answer to a merge asked for again: what it did, if it is the same and still in force. */
async function repeated(work: Work, known: store.MergeRow, named: readonly [string, string]): Promise<Merged> {
  const { mergeId, survivorId, dissolvedId } = known
  if (known.undoneAt) throw mergeUndone({ mergeId })
  const roots = await Promise.all([survivorId, ...named].map((personId) => resolve(work, personId)))
  if (new Set(roots).size > 1) throw mergeMismatch({ mergeId })
  return { mergeId, survivorId, dissolvedId, sourceRecordIds: [] }
}

/** Who stands for two ids, held until the Work ends: two persons, or one who stands for both. */
async function lockRoots(
  work: Work,
  one: string,
  other: string,
): Promise<[store.PersonRow, store.PersonRow | undefined]> {
  const ids = await Promise.all([resolve(work, one), resolve(work, other)])
  const rows: store.PersonRow[] = []
  // In id order, so that two merges of the same persons wait for each other instead of deadlocking.
  for (const id of [...new Set(ids)].toSorted()) {
    const row = await store.findPerson(work, id, { lock: true })
    if (!row) throw personNotFound()
    if (row.state === 'ERASED' && ids[0] !== ids[1]) throw personErased({ personId: id })
    rows.push(row)
  }
  // Another merge may have been committed while this one waited for the rows.
  if (rows.some((row) => row.forwardedTo !== null)) return lockRoots(work, one, other)
  return [rows[0]!, rows[1]]
}

export type Unmerge = {
  mergeId: string
  /** Whose edits made by staff since the merge are; the survivor keeps them unless said otherwise. */
  staffEditsStayWith?: 'SURVIVOR' | 'DISSOLVED'
}

/**
 * Undoes a merge: exactly the records that came by it go back, later merges of either side stay. Undoing twice
 * changes nothing. Refuses a merge of somebody erased (`people.erased`), who would be a person again by it.
 */
export async function unmerge(work: Work, { mergeId, staffEditsStayWith = 'SURVIVOR' }: Unmerge): Promise<Merged> {
  const named = await store.findMerge(work, mergeId)
  if (!named) throw mergeNotFound()
  const { survivorId, dissolvedId, mergedAt } = named
  const done = { mergeId, survivorId, dissolvedId, sourceRecordIds: [] }
  if (named.undoneAt) return done
  const root = await lockRootOf(work, dissolvedId)
  // It may have been undone while this waited.
  if ((await store.findMerge(work, mergeId))?.undoneAt) return done
  const nodes = [root, ...(await store.forwardedTo(work, root))]
  const edges = (await store.mergesAmong(work, nodes, { inForce: true })).filter((edge) => edge.mergeId !== mergeId)
  const homes = treeBelow(edges, dissolvedId)
  await store.endMerge(work, mergeId)
  await store.setState(work, [dissolvedId], { state: 'ACTIVE', forwardedTo: null })
  await store.setState(
    work,
    homes.filter((id) => id !== dissolvedId),
    { state: 'MERGED', forwardedTo: dissolvedId },
  )
  const moved = await store.moveRecords(work, { homes, personId: dissolvedId })
  if (staffEditsStayWith === 'DISSOLVED') {
    for (const sourceRecordId of await editsSince(work, edges, { survivorId, mergedAt })) {
      await store.putLink(work, { sourceRecordId, homePersonId: dissolvedId, personId: dissolvedId })
      moved.push(sourceRecordId)
    }
  }
  await tell(work, { mergeId, from: root, to: dissolvedId, moved, reason: 'UNMERGED' })
  const undone = { mergeId, survivorId, dissolvedId, sourceRecordIds: moved }
  await work.announce(personsMerged, { subjectId: mergeId, version: 2, payload: { ...undone, undone: true } })
  return undone
}

/** Edits made while the merge was in force: on the survivor, and on whoever stood for the survivor from then on. */
async function editsSince(
  work: Work,
  edges: readonly store.MergeRow[],
  { survivorId, mergedAt }: Pick<store.MergeRow, 'survivorId' | 'mergedAt'>,
): Promise<string[]> {
  const edits = await store.staffRecordsSince(work, { homePersonId: survivorId, since: mergedAt })
  const above = edges.find((edge) => edge.dissolvedId === survivorId)
  if (!above) return edits
  const since = above.mergedAt > mergedAt ? above.mergedAt : mergedAt
  return [...edits, ...(await editsSince(work, edges, { survivorId: above.survivorId, mergedAt: since }))]
}

async function lockRootOf(work: Work, personId: string): Promise<string> {
  const root = await resolve(work, personId)
  const row = await store.findPerson(work, root, { lock: true })
  if (row?.state === 'ERASED') throw personErased({ personId: root })
  return row?.forwardedTo ? lockRootOf(work, personId) : root
}

export type Link = { sourceRecordId: string; personId: string; reason: string }

/**
 * Says whose a record is by itself, apart from any merge; a person not yet known begins with it. This is how a
 * record that was never this person's is taken out. Refuses a record of somebody erased, and somebody erased
 * (`people.erased`).
 */
export async function link(work: Work, { sourceRecordId, personId, reason }: Link): Promise<void> {
  const before = await heldLink(work, sourceRecordId)
  const target = await store.findPerson(work, personId)
  if (target?.state === 'ERASED') throw personErased({ personId })
  if (!target) await store.insertPerson(work, personId)
  const to = target?.forwardedTo ?? personId
  if (before.personId === to && before.homePersonId === personId) return
  await store.putLink(work, { sourceRecordId, homePersonId: personId, personId: to })
  if (before.personId === to) return
  await tell(work, { mergeId: null, from: before.personId, to, moved: [sourceRecordId], reason })
  const separated = { sourceRecordId, fromPersonId: before.personId, personId: to }
  await work.announce(recordSeparated, { subjectId: newId(), version: 1, payload: separated })
}

/** Whose a record is, the person held until the Work ends: a merge at the same moment comes before or after. */
async function heldLink(work: Work, sourceRecordId: string): Promise<store.LinkRow> {
  const found = await store.findLink(work, sourceRecordId)
  if (!found) throw recordNotFound()
  const held = await holdStanding(work, found.personId)
  if (held?.state === 'ERASED') throw personErased({ personId: held.id })
  const now = await store.findLink(work, sourceRecordId)
  return now?.personId === found.personId ? now : heldLink(work, sourceRecordId)
}

type Move = { mergeId: string | null; from: string; to: string; moved: readonly string[]; reason: string }

async function tell(work: Work, { mergeId, from, to, moved, reason }: Move): Promise<void> {
  await store.insertLinkEvents(
    work,
    moved.map((sourceRecordId) => ({
      id: newId(),
      sourceRecordId,
      fromPersonId: from,
      toPersonId: to,
      mergeId,
      reason,
    })),
  )
  await project(work, from)
  await project(work, to)
}

/** The merges that made this person, those undone included, oldest first. */
export async function mergesOf(work: Work, personId: string): Promise<MergeOf[]> {
  const root = await resolve(work, personId)
  const merges = await store.mergesAmong(work, [root, ...(await store.forwardedTo(work, root))], { inForce: false })
  const inForce = merges.filter(({ undoneAt }) => undoneAt === null)
  const records = inForce.length === 0 ? [] : await recordsWithHomes(work, [root])
  return merges.map((one) => {
    const homes = one.undoneAt ? [] : treeBelow(inForce, one.dissolvedId)
    const broughtBy = records.filter(({ homePersonId }) => homes.includes(homePersonId))
    return { ...one, sourceRecordIds: broughtBy.map(({ sourceRecordId }) => sourceRecordId) }
  })
}

/** A merge with the records that undoing it gives back; none of one that is undone. */
export type MergeOf = store.MergeRow & { sourceRecordIds: string[] }
