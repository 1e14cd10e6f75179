import type { Contributions, Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { personErased } from './announcements.ts'
import { resolve } from './profile/profile.ts'
import * as persons from './store-persons.ts'
import * as profiles from './profile/store-profile.ts'
import * as records from './store-records.ts'
import * as reports from './reports.ts'
import { heardOf, holdSubject, roster } from './store-roster.ts'

export const contributions: Contributions = {
  subject: async (work, personId) => {
    const current = await resolve(work, personId)
    const sources = await records.recordsOfPerson(work, current)
    if (sources.length === 0) return undefined
    const mails = (await records.claimsOfPerson(work, current, 'email')).flatMap(({ value }) =>
      typeof value === 'string' ? [value] : [],
    )
    return { personId: current, sourceRecordIds: sources.map(({ id }) => id), addresses: [...new Set(mails)] }
  },
  roster,
  holdSubject,
  retentionFacts: heardOf,
  personsOf: reports.personsBehind,
  fieldsOf: reports.fieldsHeld,
  names: async (work, personIds) =>
    new Map(
      (await profiles.findProfiles(work, personIds)).flatMap(({ personId, fields }) =>
        typeof fields.name?.value === 'string' ? [[personId, fields.name.value] as const] : [],
      ),
    ),
  erase: async (work, { personId, sourceRecordIds }) => {
    await records.eraseRecords(work, sourceRecordIds)
    await profiles.dropProfile(work, personId)
    await persons.setState(work, [personId], { state: 'ERASED', forwardedTo: null })
    const version = await persons.bumpVersion(work, personId)
    await work.announce(personErased, {
      subjectId: personId,
      version,
      payload: { personId, sourceRecordIds: [...sourceRecordIds] },
    })
  },
  export: async (work, { personId }) => {
    const claims = await records.claimsOfPerson(work, personId)
    const sources = await records.recordsOfPerson(work, personId)
    return {
      profile: (await profiles.findProfiles(work, [personId]))[0]?.fields ?? {},
      sources: sources.map(({ id, kind, label, observedAt, recordedAt }) => ({
        id,
        kind,
        label,
        observedAt,
        recordedAt,
      })),
      claims: claims.map(({ field, value, sourceRecordId, observedAt, recordedAt, withdraws }) => ({
        field,
        value,
        sourceRecordId,
        observedAt,
        recordedAt,
        withdrawn: Boolean(withdraws),
      })),
    }
  },
  verify: (work) => verify(work),
}

/** The links agree with the merges in force, nobody merged or erased is shown, and everyone with records is. */
async function verify(work: Work): Promise<Finding[]> {
  const found = (rule: string, ids: readonly string[], saw: string): Finding[] =>
    ids.map((id) => ({ rule, where: id, saw }))
  return [
    ...found('people.record-has-one-person', await reports.recordsWithoutLink(work), 'a record that belongs to nobody'),
    ...found(
      'people.links-follow-merges',
      await reports.linksAgainstMerges(work),
      'a record away from the person its merges name',
    ),
    ...found(
      'people.profile-of-the-living',
      await reports.profilesOfOthers(work),
      'a profile of someone merged or erased',
    ),
    ...found('people.erased-means-gone', await reports.claimsOfErased(work), 'a claim on an erased record'),
  ]
}
