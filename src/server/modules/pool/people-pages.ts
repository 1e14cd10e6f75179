import type { z } from 'zod'
import type { Person, PersonRow, TimelineEntry } from '../../../contract/people/people.ts'
import type { Work } from '../../kernel/work.ts'
import { staff } from '../accounts/index.ts'
import { fileLabel } from '../files/index.ts'
import { askedToStop } from '../consent/index.ts'
import { idsOfPersons, mergesOf, person, recordsOf } from '../people/index.ts'
import {
  applicationsOf,
  applicationsOfPersons,
  courseOf,
  evaluationsOf,
  interviewsOfApplications,
  shownApplications,
  shownEvaluation,
  shownInterview,
} from '../selection/index.ts'
import type { Listed } from './reports.ts'
import * as store from './store.ts'

/** Rows of the list with tags and the latest application of each. */
export async function shownRows(work: Work, rows: readonly Listed[]): Promise<z.input<typeof PersonRow>[]> {
  const ids = rows.map(({ personId }) => personId)
  const tags = new Map((await store.listTags(work)).map((tag) => [tag.id, tag]))
  const given = Map.groupBy(await store.facetsOfPersons(work, ids, ['TAG']), ({ personId }) => personId)
  const applications = Map.groupBy(await applicationsOfPersons(work, ids), ({ personId }) => personId)
  return rows.map((row) => {
    const skills = row.fields.skills?.value
    const latest = applications.get(row.personId)?.[0]
    return {
      id: row.personId,
      name: row.name,
      nameKana: row.nameKana,
      employer: row.employer,
      title: row.title,
      prefecture: row.prefecture,
      skills: Array.isArray(skills) ? skills.filter((skill) => typeof skill === 'string') : [],
      tags: (given.get(row.personId) ?? []).flatMap(({ key }) => tags.get(key) ?? []),
      application: latest
        ? {
            id: latest.id,
            openingTitle: latest.openingTitle,
            stage: latest.stage,
            state: latest.state,
            appliedAt: latest.appliedAt.toISOString(),
          }
        : null,
      recordCount: row.recordCount,
      observedAt: row.observedAt.toISOString(),
      changedAt: row.changedAt.toISOString(),
    }
  })
}

/** Everything one page shows of a person. */
export async function personPage(work: Work, id: string): Promise<z.input<typeof Person>> {
  const found = await person(work, id)
  const records = await recordsOf(work, found.id)
  const applications = await applicationsOf(work, found.id)
  const applicationIds = applications.map((one) => one.id)
  const tagIds = new Set(
    await store.tagsOfRecords(
      work,
      records.map((one) => one.id),
    ),
  )
  return {
    id: found.id,
    state: found.state,
    isUseStopped: (await askedToStop(work, await idsOfPersons(work, [found.id]))).size > 0,
    fields: found.fields,
    records: records.map(({ id: recordId, kind, label, connectionId, observedAt, recordedAt }) => ({
      id: recordId,
      kind,
      label,
      connectionId,
      observedAt: observedAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
    })),
    tags: (await store.listTags(work)).filter((tag) => tagIds.has(tag.id)),
    merges: (await mergesOf(work, found.id)).map((merge) => ({
      id: merge.mergeId,
      survivorId: merge.survivorId,
      dissolvedId: merge.dissolvedId,
      reason: merge.reason,
      mergedAt: merge.mergedAt.toISOString(),
      mergedBy: merge.actor,
      undoneAt: merge.undoneAt?.toISOString() ?? null,
      recordIds: merge.sourceRecordIds,
    })),
    applications: await shownApplications(work, applications),
    evaluations: (await evaluationsOf(work, applicationIds)).map(shownEvaluation),
    interviews: (await interviewsOfApplications(work, applicationIds)).map(shownInterview),
    observedAt: found.observedAt?.toISOString() ?? null,
    changedAt: found.changedAt?.toISOString() ?? null,
  }
}

type Entry = z.input<typeof TimelineEntry>

/** What happened with a person through all their records, newest first. */
export async function timeline(work: Work, id: string): Promise<Entry[]> {
  const names = new Map((await staff(work)).map((one) => [`staff:${one.id}`, one.name]))
  const by = (actor: string) => names.get(actor) ?? null
  const applications = await applicationsOf(work, id)
  const titles = new Map(applications.map((one) => [one.id, one.openingTitle]))
  const entries: Entry[] = [
    ...(await recordsOf(work, id)).map(({ id: recordId, kind, label, observedAt }): Entry => ({
      id: recordId,
      at: observedAt.toISOString(),
      kind: label === fileLabel ? 'FILE' : kind === 'STAFF' ? 'CORRECTION' : 'RECORD',
      code: kind,
      label: label || null,
      note: null,
      by: null,
    })),
    ...applications.map((one): Entry => ({
      id: one.id,
      at: one.appliedAt.toISOString(),
      kind: 'APPLICATION',
      code: one.channel,
      label: one.openingTitle,
      note: one.channelLabel,
      by: null,
    })),
    ...(await courseOf(work, id)).map((one): Entry => ({
      id: one.id,
      at: one.occurredAt.toISOString(),
      kind: 'TRANSITION',
      code: one.kind === 'STAGE' ? (one.stage ?? one.kind) : one.kind,
      label: titles.get(one.applicationId) ?? null,
      note: one.note,
      by: by(one.actor),
    })),
    ...(await evaluationsOf(work, [...titles.keys()])).map((one): Entry => ({
      id: one.id,
      at: one.occurredAt.toISOString(),
      kind: 'EVALUATION',
      code: one.recommendation,
      label: titles.get(one.applicationId) ?? null,
      note: one.comment,
      by: one.evaluator,
    })),
    ...(await mergesOf(work, id)).flatMap((one): Entry[] => [
      {
        id: one.mergeId,
        at: one.mergedAt.toISOString(),
        kind: 'MERGE',
        code: one.reason,
        label: null,
        note: null,
        by: by(one.actor),
      },
      ...(one.undoneAt
        ? [
            {
              id: `${one.mergeId}/undone`,
              at: one.undoneAt.toISOString(),
              kind: 'UNMERGE' as const,
              code: null,
              label: null,
              note: null,
              by: by(one.undoneBy ?? ''),
            },
          ]
        : []),
    ]),
  ]
  return entries.toSorted((one, other) => (one.at < other.at ? 1 : -1))
}
