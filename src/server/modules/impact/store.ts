import { sql, type Selectable } from 'kysely'
import type { ImpactReport, ImpactSwitch, Jurisdiction, Race, Sex } from '../../../contract/impact/impact.ts'
import type { DB } from '../../kernel/database/tables.ts'
import type { Work } from '../../kernel/work.ts'
import type { Volunteered } from './store-member.ts'

/** Every function here runs in the operator's realm. An older word than is kept changes nothing. */
export async function putVolunteered(
  { tx, companyId, now }: Work,
  { subjectKey, answer, version }: { subjectKey: string; answer: Volunteered | null; version: number },
): Promise<void> {
  await tx
    .insertInto('impact_volunteered')
    .values({
      company_id: companyId,
      subject_key: subjectKey,
      sex: answer?.sex ?? null,
      race: answer?.race ?? null,
      is_given: answer !== null,
      version,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'subject_key'])
        .doUpdateSet((e) => ({
          sex: e.ref('excluded.sex'),
          race: e.ref('excluded.race'),
          is_given: e.ref('excluded.is_given'),
          version: e.ref('excluded.version'),
          changed_at: e.ref('excluded.changed_at'),
        }))
        .where((e) => e('impact_volunteered.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

/** Whether anything is kept of somebody, be it the mark that they took their answer back. */
export async function isVolunteered({ tx, companyId }: Work, subjectKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom('impact_volunteered')
    .select('subject_key')
    .where('company_id', '=', companyId)
    .where('subject_key', '=', subjectKey)
    .executeTakeFirst()
  return row !== undefined
}

export async function volunteered({ tx, companyId }: Work): Promise<ReadonlyMap<string, Volunteered>> {
  const rows = await tx
    .selectFrom('impact_volunteered')
    .select(['subject_key', 'sex', 'race'])
    .where('company_id', '=', companyId)
    .where('is_given', '=', true)
    .execute()
  return new Map(rows.map(({ subject_key: key, sex, race }) => [key, { sex: sex as Sex, race: race as Race }]))
}

export async function deleteVolunteered({ tx, companyId }: Work): Promise<void> {
  await tx.deleteFrom('impact_volunteered').where('company_id', '=', companyId).execute()
}

/** Forgets that somebody took an answer back, once no late word can bring it again. */
export async function disposeTakenBack({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('impact_volunteered')
    .where('company_id', '=', companyId)
    .where('is_given', '=', false)
    .where('changed_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export async function insertSwitch({ tx, companyId }: Work, one: ImpactSwitch): Promise<void> {
  await tx
    .insertInto('impact_switch')
    .values({
      company_id: companyId,
      id: one.id,
      is_on: one.isOn,
      jurisdiction: one.jurisdiction,
      ground: one.ground,
      reviewed_by: one.reviewedBy,
      recorded_by: one.recordedBy,
      recorded_at: new Date(one.recordedAt),
    })
    .execute()
}

/** The newest first. */
export async function switches({ tx, companyId }: Work, limit: number): Promise<ImpactSwitch[]> {
  const rows = await tx
    .selectFrom('impact_switch')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    isOn: row.is_on,
    jurisdiction: row.jurisdiction as Jurisdiction | null,
    ground: row.ground,
    reviewedBy: row.reviewed_by,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at.toISOString(),
  }))
}

export async function insertReport({ tx, companyId }: Work, report: ImpactReport): Promise<void> {
  await tx
    .insertInto('impact_report')
    .values({
      company_id: companyId,
      id: report.id,
      from_day: report.from,
      until_day: report.until,
      report: JSON.stringify(report),
      made_by: report.madeBy,
      made_at: new Date(report.madeAt),
    })
    .execute()
}

const reportOf = ({ report }: Pick<Selectable<DB['impact_report']>, 'report'>) => report as unknown as ImpactReport

export async function findReport({ tx, companyId }: Work, id: string): Promise<ImpactReport | undefined> {
  const row = await tx
    .selectFrom('impact_report')
    .select('report')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && reportOf(row)
}

/** The report that counts one of these days, both included, if one does. */
export async function reportWithin(
  { tx, companyId }: Work,
  { from, until }: { from: string; until: string },
): Promise<ImpactReport | undefined> {
  const row = await tx
    .selectFrom('impact_report')
    .select('report')
    .where('company_id', '=', companyId)
    .where(sql<boolean>`from_day <= ${until}::date and until_day >= ${from}::date`)
    .orderBy('from_day')
    .limit(1)
    .executeTakeFirst()
  return row && reportOf(row)
}

/** Those of the latest days first. */
export async function listReports({ tx, companyId }: Work): Promise<ImpactReport[]> {
  const rows = await tx
    .selectFrom('impact_report')
    .select('report')
    .where('company_id', '=', companyId)
    .orderBy('from_day', 'desc')
    .limit(200)
    .execute()
  return rows.map(reportOf)
}
