import { readNow } from '../clock.ts'
import { derivedKey, hmac } from '../crypto.ts'
import { newId } from '../ids.ts'
import type { Installation } from '../installation.ts'

/** A value that arrives before its realm is known, such as a member's verified mail address. */
export type Lookup = { kind: string; value: string }

/** The keyed HMAC under which a value is kept: without the installation's secret it tells nothing. */
function lookupOf(installation: Installation, { kind, value }: Lookup): string {
  return hmac(derivedKey(installation.config.secret, `directory/${kind}`), value).toString('hex')
}

/** The realm that the value belongs to, if any. */
export async function findRealm(installation: Installation, wanted: Lookup): Promise<string | undefined> {
  const row = await installation.databases.app
    .selectFrom('kernel_directory')
    .select('realm_id')
    .where('lookup', '=', lookupOf(installation, wanted))
    .where('kind', '=', wanted.kind)
    .executeTakeFirst()
  return row?.realm_id
}

/**
 * The realm of the value, claiming a new one when nobody has it. Two that claim at once get the same realm. The
 * realm itself is made afterwards, in a transaction of its own, and may be made again after a crash.
 */
export async function claimRealm(installation: Installation, wanted: Lookup): Promise<string> {
  const { app } = installation.databases
  const now = await readNow(app, installation)
  await app
    .insertInto('kernel_directory')
    .values({ lookup: lookupOf(installation, wanted), kind: wanted.kind, realm_id: newId(), recorded_at: now })
    .onConflict((conflict) => conflict.columns(['lookup', 'kind']).doNothing())
    .execute()
  const realmId = await findRealm(installation, wanted)
  if (!realmId) throw new Error('a claimed directory entry is not there')
  return realmId
}

/** Gives up every value of a realm that was erased; repeating it changes nothing. */
export async function releaseAllOf({ databases }: Installation, realmId: string): Promise<void> {
  await databases.app.deleteFrom('kernel_directory').where('realm_id', '=', realmId).execute()
}

/** Gives a value up, when its realm was erased or the value changed. */
export async function releaseRealm(installation: Installation, wanted: Lookup): Promise<void> {
  await installation.databases.app
    .deleteFrom('kernel_directory')
    .where('lookup', '=', lookupOf(installation, wanted))
    .where('kind', '=', wanted.kind)
    .execute()
}
