import { newId } from '../../../kernel/ids.ts'
import { newSecret, seal, sha256, tokenText, unseal } from '../../../kernel/crypto.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { connectionNamed, connectionNotFound } from '../errors.ts'
import { headerKey } from '../files/header-key.ts'
import type { Recognition } from '../files/index.ts'
import { sealKey, sealPlace } from './sealing.ts'
import * as store from './store-connections.ts'
import type { Connection } from './store-connections.ts'

/** The same columns, in whatever order, come from the same system. */
const headerOf = ({ columns }: Recognition): string =>
  sha256(
    columns
      .map(({ group, header }) => headerKey(`${group ?? ''}${header}`))
      .toSorted()
      .join('\n'),
  )

/** The connection that a file with these columns was imported by the last time. */
export const usualConnection = (work: Work, recognition: Recognition): Promise<Connection | undefined> =>
  store.findByHeader(work, headerOf(recognition))

/** The connection of files of this name; begun where there is none. It remembers the columns. */
export async function fileConnection(
  work: Work,
  { label, recognition }: { label: string; recognition: Recognition },
): Promise<string> {
  const header = headerOf(recognition)
  const known = await store.findByName(work, { connector: 'file', name: label })
  if (known) {
    await store.rememberHeader(work, known.id, header)
    return known.id
  }
  const id = newId()
  await store.insertConnection(work, { id, connector: 'file', name: label, headerKey: header })
  return id
}

export type OpenedConnection = { id: string; connector: string; name: string; secret: string | null }

/** Begins a connection to a system and makes the address that it delivers to. Repeating the id changes nothing. */
export async function openConnection(
  work: Work,
  { id, connector, name, secret }: OpenedConnection,
): Promise<Connection> {
  const before = await store.findConnection(work, id)
  if (before) return before
  if (await store.findByName(work, { connector, name })) throw connectionNamed({ name })
  const address = newSecret()
  await store.insertConnection(work, {
    id,
    connector,
    name,
    addressHash: sha256(address),
    addressSealed: seal(sealKey(work), address, sealPlace(work, id, 'address')),
    ...(secret && { secretSealed: seal(sealKey(work), secret, sealPlace(work, id, 'secret')) }),
  })
  await record(work, { action: 'intake.connected', subject: { kind: 'connection', id }, detail: { connector } })
  return connectionOf(work, id)
}

export async function connectionOf(work: Work, id: string): Promise<Connection> {
  const found = await store.findConnection(work, id)
  if (!found) throw connectionNotFound({})
  return found
}

/** Where the system delivers to; `origin` is that of the API. */
export function addressOf(work: Work, connection: Connection): string | null {
  if (connection.addressSealed === null) return null
  const secret = unseal(sealKey(work), connection.addressSealed, sealPlace(work, connection.id, 'address'))
  const token = tokenText({ realmId: work.companyId, secret })
  return `${work.installation.config.consoleUrl}/api/v1/hooks/${connection.connector}/${token}`
}

export type ConnectionChange = {
  name?: string | undefined
  secret?: string | undefined
  isPaused?: boolean | undefined
}

/** Renames, pauses or gives another secret. A secret is only ever written: nothing reads it back to a screen. */
export async function alterConnection(work: Work, id: string, change: ConnectionChange): Promise<Connection> {
  const found = await connectionOf(work, id)
  const { name, secret, isPaused } = change
  const named = name ? await store.findByName(work, { connector: found.connector, name }) : undefined
  if (named && named.id !== id) throw connectionNamed({ name: named.name })
  await store.changeConnection(work, id, {
    name,
    ...(isPaused !== undefined && { state: isPaused ? 'PAUSED' : 'ACTIVE' }),
    ...(secret && { secretSealed: seal(sealKey(work), secret, sealPlace(work, id, 'secret')) }),
  })
  await record(work, {
    action: 'intake.connection-changed',
    subject: { kind: 'connection', id },
    detail: { secret: secret !== undefined, paused: isPaused ?? null },
  })
  return connectionOf(work, id)
}
