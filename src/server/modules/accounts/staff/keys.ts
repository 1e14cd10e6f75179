import type { Permission } from '../../../../contract/accounts/permissions.ts'
import { newSecret, sha256, tokenText } from '../../../kernel/crypto.ts'
import { notFound, violated } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { keyExists, keyTooWide, staffOnly } from '../errors.ts'
import { acted } from '../events.ts'
import * as store from './store-keys.ts'

export type { Key } from './store-keys.ts'

export const keyPrefix = 'tsk_'

/** The keys that still work or have run out; revoked ones are not listed. */
export const keys = (work: Work): Promise<store.Key[]> => store.listKeys(work)

export type NewKey = { id: string; name: string; permissions: Permission[]; validDays: number }

/**
 * Makes a key with some of its maker's own permissions, and returns its text, which can never be read again. A key
 * manages no staff and makes no keys. The same id again is refused (`accounts.key-exists`).
 */
export async function makeKey(work: Work, { id, name, permissions, validDays }: NewKey): Promise<string> {
  if (work.actor.kind !== 'staff') throw staffOnly({})
  const beyond = permissions.filter((one) => one === 'staff:manage' || !work.actor.permissions.has(one))
  if (beyond.length > 0) throw keyTooWide({ permissions: beyond })
  const secret = newSecret()
  try {
    await store.insertKey(work, {
      id,
      name,
      secretHash: sha256(secret),
      lastFour: secret.slice(-4),
      permissions: [...new Set(permissions)],
      createdBy: work.actor.id,
      expiresAt: new Date(work.now.getTime() + validDays * 86_400_000),
    })
  } catch (error) {
    if (violated(error) === 'accounts_key_pkey') throw keyExists({})
    throw error
  }
  await acted(work, { action: 'key.made', subject: { kind: 'key', id }, detail: { permissions, validDays } })
  return `${keyPrefix}${tokenText({ realmId: work.companyId, secret })}`
}

/** Ends a key at once. Repeating it is refused as not found. */
export async function revokeKey(work: Work, id: string): Promise<void> {
  if (!(await store.revokeKey(work, id))) throw notFound({ what: 'key' })
  await acted(work, { action: 'key.revoked', subject: { kind: 'key', id } })
}
