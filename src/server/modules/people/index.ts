import type { Work } from '../../kernel/work.ts'
import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { recordNotFound } from './errors.ts'
import { resolve } from './profile/profile.ts'
import { routes } from './routes.ts'
import { findRecords } from './store-bulk.ts'
import { findLink, findLinks, linksOfPersons } from './store-persons.ts'
import * as store from './store-records.ts'

export { personChanged, personErased, personsMerged, recordSeparated } from './announcements.ts'
export { correct, withdrawClaim } from './correct.ts'
export type { Corrected, Correction } from './correct.ts'
export { comparedAs, identifiersOf, searchedText, tidyValue } from './profile/fields.ts'
export type { Identifier, IdentifierKind, Stated } from './profile/fields.ts'
export { gather, heldAs, joinHeld } from './profile/gather.ts'
export type { Gathered, Held } from './profile/gather.ts'
export { makeSearchable } from './make-searchable.ts'
export { link, merge, mergesOf, unmerge } from './merging/merge.ts'
export type { Link, Merge, Merged, Unmerge } from './merging/merge.ts'
export { holdPerson, people, person, personsById, project, resolve, values } from './profile/profile.ts'
export type { Person } from './profile/profile.ts'
export { heldOf, homeOf, showBegun, writeBegun } from './begin.ts'
export { recordSource } from './records.ts'
export { recordSources, type RecordedInBulk } from './record-sources.ts'
export type { Begun, Recorded, Saying, Source } from './readings.ts'
export { ownProfile } from './profile/store-profile.ts'
export type { Profile, ProfileField, ProfileFields } from './profile/store-profile.ts'
export type { FieldClaim, SourceRecord } from './store-records.ts'
export { standing as standingClaims } from './profile/winner.ts'
export { writeMerges } from './merging/write-merges.ts'
export { holdersOf } from './store-records.ts'
export { recordsWithHomes, statedAtHome, type AtHome, type HomeRecord } from './store-homes.ts'
export { holdersOfKeys, keysOfRecords, type KeysOfRecord } from './store-bulk.ts'

/** The person a record belongs to today. */
export async function personOf(work: Work, sourceRecordId: string): Promise<string> {
  const found = await findLink(work, sourceRecordId)
  if (!found) throw recordNotFound()
  return found.personId
}

/** The persons that many records belong to today, by record; records unknown are absent. */
export async function personsOf(work: Work, sourceRecordIds: readonly string[]): Promise<Map<string, string>> {
  const found = await findLinks(work, sourceRecordIds)
  return new Map(found.map(({ sourceRecordId, personId }) => [sourceRecordId, personId]))
}

/** A human as something names them that was kept of a person, with the record it was about where there is one. */
export type Named = { personId: string; sourceRecordId: string | null }

/**
 * Who a human is today that something names: whoever the record is of, so that it goes with its human when a merge is undone
 * or the record is taken out; the person where there is no record, or none that is known.
 */
export const whoToday = async (work: Work, { personId, sourceRecordId }: Named): Promise<string> =>
  (sourceRecordId === null ? undefined : (await findLink(work, sourceRecordId))?.personId) ?? personId

/** Those of these records whose person was erased. */
export const erasedAmong = async (work: Work, sourceRecordIds: readonly string[]): Promise<Set<string>> =>
  new Set([...(await findRecords(work, sourceRecordIds))].flatMap(([id, { isErased }]) => (isErased ? [id] : [])))

/** By which ids many persons may have been named: their records today, and the persons that were merged into them. */
export async function idsOfPersons(
  work: Work,
  personIds: readonly string[],
): Promise<{ personId: string; sourceRecordIds: string[]; personIds: string[] }[]> {
  const byPerson = Map.groupBy(await linksOfPersons(work, personIds), ({ personId }) => personId)
  return personIds.map((personId) => {
    const own = byPerson.get(personId) ?? []
    return {
      personId,
      sourceRecordIds: own.map(({ sourceRecordId }) => sourceRecordId),
      personIds: [...new Set([personId, ...own.map(({ homePersonId }) => homePersonId)])],
    }
  })
}

/** Every record that belongs to the person today, oldest observation first. */
export const recordsOf = async (work: Work, personId: string): Promise<store.SourceRecord[]> =>
  store.recordsOfPerson(work, await resolve(work, personId))

/** Every claim about the person, newest first; of one field if named. */
export const claimsOf = async (work: Work, personId: string, field?: store.FieldClaim['field']) =>
  store.claimsOfPerson(work, await resolve(work, personId), field)

export const peopleModule: Module = { name: 'people', routes, contributions }
