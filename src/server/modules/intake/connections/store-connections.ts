import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'
import type { Remembered } from '../files/index.ts'

export type ConnectionState = 'ACTIVE' | 'PAUSED'
export type Connection = {
  id: string
  connector: string
  name: string
  state: ConnectionState
  addressSealed: string | null
  secretSealed: string | null
  secretSetAt: Date | null
  lettersOn: boolean
  lettersOnSince: Date | null
  accepted: number
  refused: number
  lastDeliveryAt: Date | null
  lastRefusalAt: Date | null
  recordedAt: Date
  reading: Remembered
}

const connections = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('intake_connection')
    .select([
      'id',
      'connector',
      'name',
      'state',
      'address_sealed as addressSealed',
      'secret_sealed as secretSealed',
      'secret_set_at as secretSetAt',
      'letters_on as lettersOn',
      'letters_on_since as lettersOnSince',
      'accepted',
      'refused',
      'last_delivery_at as lastDeliveryAt',
      'last_refusal_at as lastRefusalAt',
      'recorded_at as recordedAt',
      'reading',
    ])
    .where('company_id', '=', companyId)

export const findConnection = async (work: Work, id: string): Promise<Connection | undefined> =>
  (await connections(work).where('id', '=', id).executeTakeFirst()) as Connection | undefined

export const findByHeader = async (work: Work, headerKey: string): Promise<Connection | undefined> =>
  (await connections(work)
    .where('connector', '=', 'file')
    .where('header_key', '=', headerKey)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()) as Connection | undefined

export const findByName = async (
  work: Work,
  { connector, name }: { connector: string; name: string },
): Promise<Connection | undefined> =>
  (await connections(work).where('connector', '=', connector).where('name', '=', name).executeTakeFirst()) as
    | Connection
    | undefined

export const findByAddress = async (
  work: Work,
  connector: string,
  addressHash: string,
): Promise<Connection | undefined> =>
  (await connections(work)
    .where('connector', '=', connector)
    .where('address_hash', '=', addressHash)
    .executeTakeFirst()) as Connection | undefined

export const listConnections = async (work: Work): Promise<Connection[]> =>
  (await connections(work).orderBy('recorded_at', 'desc').limit(500).execute()) as Connection[]

type NewConnection = {
  id: string
  connector: string
  name: string
  headerKey?: string
  addressHash?: string
  addressSealed?: string
  secretSealed?: string
}

export async function insertConnection({ tx, companyId, now }: Work, begun: NewConnection): Promise<void> {
  await tx
    .insertInto('intake_connection')
    .values({
      company_id: companyId,
      id: begun.id,
      connector: begun.connector,
      name: begun.name,
      state: 'ACTIVE',
      header_key: begun.headerKey ?? null,
      address_hash: begun.addressHash ?? null,
      address_sealed: begun.addressSealed ?? null,
      secret_sealed: begun.secretSealed ?? null,
      secret_set_at: begun.secretSealed ? now : null,
      recorded_at: now,
    })
    .execute()
}

export async function rememberReading({ tx, companyId }: Work, id: string, reading: Remembered): Promise<void> {
  await tx
    .updateTable('intake_connection')
    .set({ reading: JSON.stringify(reading) })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function rememberHeader({ tx, companyId }: Work, id: string, headerKey: string): Promise<void> {
  await tx
    .updateTable('intake_connection')
    .set({ header_key: headerKey })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

type Changed = { name?: string | undefined; state?: ConnectionState | undefined; secretSealed?: string | undefined }

export async function changeConnection({ tx, companyId, now }: Work, id: string, changed: Changed): Promise<void> {
  const { name, state, secretSealed } = changed
  await tx
    .updateTable('intake_connection')
    .set({
      ...(name && { name }),
      ...(state && { state }),
      ...(secretSealed && { secret_sealed: secretSealed, secret_set_at: now }),
      id,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Counts a delivery that was kept, or one whose signature was refused. */
export async function countDelivery(
  { tx, companyId, now }: Work,
  id: string,
  outcome: 'accepted' | 'refused',
): Promise<void> {
  await tx
    .updateTable('intake_connection')
    .set(
      outcome === 'accepted'
        ? { accepted: sql<number>`accepted + 1`, last_delivery_at: now }
        : { refused: sql<number>`refused + 1`, last_refusal_at: now },
    )
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Switches letters of the connection on or off; `since` is kept while they stay on. */
export async function setLetters({ tx, companyId, now }: Work, id: string, on: boolean): Promise<void> {
  await tx
    .updateTable('intake_connection')
    .set({ letters_on: on, letters_on_since: on ? sql<Date>`coalesce(letters_on_since, ${now})` : null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
