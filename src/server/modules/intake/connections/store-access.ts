import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'
import type { RemoteField } from '../connectors/kit/fields.ts'

export type Access = {
  connectionId: string
  connector: string
  state: 'READY' | 'DONE' | 'DEAD'
  clientId: string
  secretSealed: string
  userId: string | null
  version: number
  tokenSealed: string | null
  tokenUntil: Date | null
  restingUntil: Date | null
  fields: RemoteField[]
  problem: string | null
  problemAt: Date | null
  checkedAt: Date | null
}

export async function findAccess(work: Work, connectionId: string): Promise<Access | undefined> {
  const row = await work.tx
    .selectFrom('intake_access')
    .selectAll()
    .where('company_id', '=', work.companyId)
    .where('id', '=', connectionId)
    .executeTakeFirst()
  return (
    row && {
      connectionId: row.id,
      connector: row.kind,
      state: row.state as Access['state'],
      clientId: row.client_id,
      secretSealed: row.secret_sealed,
      userId: row.user_id,
      version: row.version,
      tokenSealed: row.token_sealed,
      tokenUntil: row.token_until,
      restingUntil: row.resting_until,
      fields: row.fields as RemoteField[],
      problem: row.problem,
      problemAt: row.problem_at,
      checkedAt: row.checked_at,
    }
  )
}

type Given = Pick<Access, 'connectionId' | 'connector' | 'clientId' | 'secretSealed' | 'userId'>

/** Keeps the credentials of a connection and has them checked; what was known by others is forgotten. */
export async function putAccess({ tx, companyId, now }: Work, given: Given): Promise<void> {
  const values = {
    kind: given.connector,
    state: 'READY',
    due_at: now,
    client_id: given.clientId,
    secret_sealed: given.secretSealed,
    user_id: given.userId,
    changed_at: now,
  }
  await tx
    .insertInto('intake_access')
    .values({ company_id: companyId, id: given.connectionId, recorded_at: now, ...values })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet({
        ...values,
        version: sql<number>`intake_access.version + 1`,
        attempts: 0,
        lease_until: null,
        last_error: null,
        token_sealed: null,
        token_until: null,
        resting_until: null,
        problem: null,
        problem_at: null,
      }),
    )
    .execute()
}

type Change = Partial<{
  state: Access['state']
  dueAt: Date
  fields: RemoteField[]
  problem: string | null
  checkedAt: Date
  restingUntil: Date | null
  token: { sealed: string; until: Date } | null
}>

/** Changes what is known of the access, if its credentials are still those of `version`; false otherwise. */
export async function changeAccess(
  { tx, companyId, now }: Work,
  { connectionId, version }: Pick<Access, 'connectionId' | 'version'>,
  { state, dueAt, fields, problem, checkedAt, restingUntil, token }: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('intake_access')
    .set({
      id: connectionId,
      ...(state && { state, attempts: 0, lease_until: null }),
      ...(dueAt && { due_at: dueAt }),
      ...(fields && { fields: JSON.stringify(fields) }),
      ...(problem !== undefined && { problem, problem_at: problem === null ? null : now }),
      ...(checkedAt && { checked_at: checkedAt }),
      ...(restingUntil !== undefined && { resting_until: restingUntil }),
      ...(token !== undefined && { token_sealed: token?.sealed ?? null, token_until: token?.until ?? null }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', connectionId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Puts a check off without forgetting how often it was tried. */
export async function putCheckOff(
  { tx, companyId, now }: Work,
  { connectionId, version }: Pick<Access, 'connectionId' | 'version'>,
  { until, problem }: { until: Date; problem: string },
): Promise<void> {
  await tx
    .updateTable('intake_access')
    .set({ due_at: until, lease_until: null, problem, problem_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', connectionId)
    .where('version', '=', version)
    .where('state', '=', 'READY')
    .execute()
}

/** Counts one more state of the access, for what is announced of it. */
export async function countAccess({ tx, companyId }: Work, connectionId: string): Promise<number> {
  const { version } = await tx
    .updateTable('intake_access')
    .set({ version: sql<number>`version + 1` })
    .where('company_id', '=', companyId)
    .where('id', '=', connectionId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function dropAccess({ tx, companyId }: Work, connectionId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('intake_access')
    .where('company_id', '=', companyId)
    .where('id', '=', connectionId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
