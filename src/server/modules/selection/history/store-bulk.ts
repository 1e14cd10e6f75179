import { sql } from 'kysely'
import type { Recommendation, Stage } from '../../../../contract/selection/selection-terms.ts'
import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { Work } from '../../../kernel/work.ts'
import type { NewApplication } from '../applications.ts'
import type { NewEvaluation } from '../interviews/evaluations.ts'
import type { Course } from './fold.ts'
import type { KeptTransition } from './store-transitions.ts'

export async function knownApplications({ tx, companyId }: Work, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('selection_application')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

type Fresh = Omit<NewApplication, 'live'> & { openingId: string; course: Course }

export async function insertApplications(work: Work, applications: readonly Fresh[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'selection_application',
      columns: {
        id: 'uuid',
        source_record_id: 'uuid',
        opening_id: 'uuid',
        channel: 'text',
        channel_label: 'text',
        agency: 'text',
        applied_at: 'timestamptz',
        live: 'boolean',
        stage: 'text',
        stage_since: 'timestamptz',
        state: 'text',
        ended_at: 'timestamptz',
        end_reason: 'text',
        end_live: 'boolean',
        withdrawal_timing: 'text',
        connection_id: 'uuid',
        remote_id: 'text',
        version: 'bigint',
        recorded_at: 'timestamptz',
        changed_at: 'timestamptz',
      },
    },
    applications.map(({ course, ...one }) => ({
      id: one.id,
      source_record_id: one.sourceRecordId,
      opening_id: one.openingId,
      channel: one.channel,
      channel_label: one.channelLabel ?? null,
      agency: one.agency ?? null,
      applied_at: one.appliedAt,
      live: false,
      stage: course.stage,
      stage_since: course.stageSince,
      state: course.state,
      ended_at: course.endedAt,
      end_reason: course.endReason,
      end_live: course.endLive,
      withdrawal_timing: course.withdrawalTiming,
      connection_id: one.connectionId ?? null,
      remote_id: one.remoteId ?? null,
      version: 1,
      recorded_at: work.now,
      changed_at: work.now,
    })),
  )
}

export async function insertTransitions(work: Work, transitions: readonly KeptTransition[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'selection_transition',
      columns: {
        id: 'uuid',
        application_id: 'uuid',
        kind: 'text',
        stage: 'text',
        reason: 'text',
        note: 'text',
        withdrawal_timing: 'text',
        live: 'boolean',
        occurred_at: 'timestamptz',
        source_version: 'bigint',
        actor: 'text',
        recorded_at: 'timestamptz',
      },
      onConflict: sql`on conflict (company_id, id) do nothing`,
    },
    transitions.map((one) => ({
      id: one.id,
      application_id: one.applicationId,
      kind: one.kind,
      stage: one.stage,
      reason: one.reason,
      note: one.note,
      withdrawal_timing: one.withdrawalTiming,
      live: one.live,
      occurred_at: one.occurredAt,
      source_version: one.sourceVersion,
      actor: one.actor,
      recorded_at: one.recordedAt,
    })),
  )
}

type FreshEvaluation = Omit<NewEvaluation, 'comment'> & {
  stage: Stage
  recommendation: Recommendation
  comment: string | null
}

export async function insertEvaluations(work: Work, evaluations: readonly FreshEvaluation[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'selection_evaluation',
      columns: {
        id: 'uuid',
        application_id: 'uuid',
        evaluator: 'text',
        stage: 'text',
        recommendation: 'text',
        grade: 'text',
        criteria: 'jsonb',
        comment: 'text',
        remote_key: 'text',
        occurred_at: 'timestamptz',
        recorded_at: 'timestamptz',
      },
      onConflict: sql`on conflict (company_id, id) do nothing`,
    },
    evaluations.map((one) => ({
      id: one.id,
      application_id: one.applicationId,
      evaluator: one.evaluator,
      stage: one.stage,
      recommendation: one.recommendation,
      grade: one.grade,
      criteria: one.criteria ?? {},
      comment: one.comment,
      remote_key: one.remoteKey ?? null,
      occurred_at: one.occurredAt,
      recorded_at: work.now,
    })),
  )
}
