import type { Permission } from '../../../../contract/accounts/permissions.ts'
import type { Work } from '../../../kernel/work.ts'

export type Key = {
  id: string
  name: string
  lastFour: string
  permissions: Permission[]
  createdBy: string
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
  recordedAt: Date
}

type Row = {
  id: string
  name: string
  last_four: string
  permissions: string[]
  created_by: string
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
  recorded_at: Date
}
const columns = [
  'id',
  'name',
  'last_four',
  'permissions',
  'created_by',
  'expires_at',
  'last_used_at',
  'revoked_at',
  'recorded_at',
] as const
const keyOf = (row: Row): Key => ({
  id: row.id,
  name: row.name,
  lastFour: row.last_four,
  permissions: row.permissions as Permission[],
  createdBy: row.created_by,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
  recordedAt: row.recorded_at,
})

type NewKey = Pick<Key, 'id' | 'name' | 'lastFour' | 'permissions' | 'createdBy' | 'expiresAt'> & { secretHash: string }

export async function insertKey({ tx, companyId, now }: Work, key: NewKey): Promise<void> {
  await tx
    .insertInto('accounts_key')
    .values({
      company_id: companyId,
      id: key.id,
      name: key.name,
      secret_hash: key.secretHash,
      last_four: key.lastFour,
      permissions: key.permissions,
      created_by: key.createdBy,
      expires_at: key.expiresAt,
      recorded_at: now,
    })
    .execute()
}

export async function findKeyBySecret({ tx, companyId }: Work, secretHash: string): Promise<Key | undefined> {
  const row = await tx
    .selectFrom('accounts_key')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row && keyOf(row)
}

export async function listKeys({ tx, companyId }: Work): Promise<Key[]> {
  const rows = await tx
    .selectFrom('accounts_key')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('revoked_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(keyOf)
}

export async function markKeyUsed({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('accounts_key')
    .set({ last_used_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** False when there is no such key, or it was revoked before. */
export async function revokeKey({ tx, companyId, now }: Work, id: string): Promise<boolean> {
  const revoked = await tx
    .updateTable('accounts_key')
    .set({ revoked_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(revoked.numUpdatedRows) === 1
}
