import type { Selectable } from 'kysely'
import type { RelayLinkField } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type LinkField = {
  connectionId: string
  key: string
  name: string
  onSince: Date | null
  isProven: boolean
}

const fromField = (row: Selectable<RelayLinkField>): LinkField => ({
  connectionId: row.connection_id,
  key: row.field_key,
  name: row.field_name,
  onSince: row.on_since,
  isProven: row.is_proven,
})

/** Into which fields links are or were written; one for each connection. */
const fields = ({ tx, companyId }: Work) =>
  tx.selectFrom('relay_link_field').selectAll().where('company_id', '=', companyId)

export async function findField(work: Work, connectionId: string): Promise<LinkField | undefined> {
  const row = await fields(work).where('connection_id', '=', connectionId).executeTakeFirst()
  return row && fromField(row)
}

export async function fieldsOn(work: Work): Promise<LinkField[]> {
  return (await fields(work).where('on_since', 'is not', null).execute()).map(fromField)
}

export async function putField({ tx, companyId, actor, now }: Work, field: LinkField): Promise<void> {
  const values = {
    field_key: field.key,
    field_name: field.name,
    on_since: field.onSince,
    is_proven: field.isProven,
    changed_by: `${actor.kind}:${actor.id}`,
    changed_at: now,
  }
  await tx
    .insertInto('relay_link_field')
    .values({ company_id: companyId, connection_id: field.connectionId, ...values })
    .onConflict((conflict) => conflict.columns(['company_id', 'connection_id']).doUpdateSet(values))
    .execute()
}

export async function proveField({ tx, companyId }: Work, connectionId: string, key: string): Promise<void> {
  await tx
    .updateTable('relay_link_field')
    .set({ is_proven: true })
    .where('company_id', '=', companyId)
    .where('connection_id', '=', connectionId)
    .where('field_key', '=', key)
    .execute()
}
