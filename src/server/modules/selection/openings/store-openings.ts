import type { OpeningConditions, OpeningStatus } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'

export type Opening = {
  id: string
  title: string
  occupation: string | null
  department: string | null
  description: string | null
  status: OpeningStatus
  headcount: number
  flowId: string | null
  conditions: OpeningConditions
  connectionId: string | null
  remoteId: string | null
  openedAt: Date | null
  closedAt: Date | null
  version: number
  changedAt: Date
}

const openings = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('selection_opening')
    .where('company_id', '=', companyId)
    .select([
      'id',
      'title',
      'occupation',
      'department',
      'description',
      'status',
      'headcount',
      'flow_id as flowId',
      'conditions',
      'connection_id as connectionId',
      'remote_id as remoteId',
      'opened_at as openedAt',
      'closed_at as closedAt',
      'version',
      'changed_at as changedAt',
    ])

type Row = Omit<Opening, 'status' | 'conditions'> & { status: string; conditions: unknown }
const typed = (row: Row): Opening => ({
  ...row,
  status: row.status as OpeningStatus,
  conditions: row.conditions as OpeningConditions,
})

export async function findOpening(work: Work, id: string): Promise<Opening | undefined> {
  const row = await openings(work).where('id', '=', id).executeTakeFirst()
  return row && typed(row)
}

export async function findRemoteOpening(
  work: Work,
  { connectionId, remoteId }: { connectionId: string; remoteId: string },
): Promise<Opening | undefined> {
  const row = await openings(work)
    .where('connection_id', '=', connectionId)
    .where('remote_id', '=', remoteId)
    .executeTakeFirst()
  return row && typed(row)
}

/** The opening of a title, one still in use before one that is closed. */
export async function findOpeningByTitle(work: Work, titleKey: string): Promise<Opening | undefined> {
  const rows = await openings(work).where('title_key', '=', titleKey).orderBy('recorded_at', 'desc').limit(20).execute()
  const found = rows.find((row) => row.status !== 'CLOSED') ?? rows[0]
  return found && typed(found)
}

export async function listOpenings(work: Work, statuses: readonly OpeningStatus[]): Promise<Opening[]> {
  const rows = await openings(work)
    .where('status', 'in', statuses)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(2_000)
    .execute()
  return rows.map(typed)
}

export type OpeningRow = Omit<Opening, 'version' | 'changedAt'> & { titleKey: string }

const written = (opening: OpeningRow) => ({
  title: opening.title,
  title_key: opening.titleKey,
  occupation: opening.occupation,
  department: opening.department,
  description: opening.description,
  status: opening.status,
  headcount: opening.headcount,
  flow_id: opening.flowId,
  conditions: JSON.stringify(opening.conditions),
  opened_at: opening.openedAt,
  closed_at: opening.closedAt,
})

export async function insertOpening({ tx, companyId, now }: Work, opening: OpeningRow): Promise<void> {
  await tx
    .insertInto('selection_opening')
    .values({
      company_id: companyId,
      id: opening.id,
      ...written(opening),
      connection_id: opening.connectionId,
      remote_id: opening.remoteId,
      recorded_at: now,
      changed_at: now,
    })
    .execute()
}

export async function updateOpening({ tx, companyId, now }: Work, opening: OpeningRow): Promise<number> {
  const row = await tx
    .updateTable('selection_opening')
    .set((e) => ({ ...written(opening), version: e('version', '+', 1), changed_at: now }))
    .where('company_id', '=', companyId)
    .where('id', '=', opening.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}
