import { readToken, sha256, unseal } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { findConnector } from '../connectors/index.ts'
import type { Connector, Headers } from '../connectors/kit/index.ts'
import { readJson } from '../../../kernel/http/json.ts'
import { hookBodyUnreadable, hookNotFound, signatureRefused } from '../errors.ts'
import { sealKey, sealPlace } from '../connections/sealing.ts'
import * as connections from '../connections/store-connections.ts'
import type { Connection } from '../connections/store-connections.ts'
import * as store from './store-deliveries.ts'

export type Arrived = { connector: string; token: string; raw: Buffer; headers: Headers }

/**
 * Verifies a delivery on its raw bytes and keeps it whole; it is used afterwards. The same delivery again is kept once.
 * Refuses an address that is not ours (`intake.hook-not-found`: one answer for every wrong part of it), a signature that
 * does not fit (`intake.signature-refused`: counted, nothing else is kept), and signed bytes that are no JSON of a sane
 * depth (`intake.hook-body-unreadable`). A text in them that no database keeps waits for a human: its sender would hardly
 * mend it, and what it tells would be lost.
 */
export async function receiveDelivery(installation: Installation, arrived: Arrived): Promise<void> {
  const connector = findConnector(arrived.connector)
  const token = readToken(arrived.token)
  if (!connector || !token) throw hookNotFound({})
  const opening = { companyId: token.realmId, actor: systemActor(`intake.${connector.id}`) }
  const outcome = await inCompany(installation, opening, async (work) => {
    const found = await connections.findByAddress(work, connector.id, sha256(token.secret))
    if (!found || found.state !== 'ACTIVE') return 'unknown'
    return keep(work, { connector, connection: found, arrived })
  })
  if (outcome === 'unknown') throw hookNotFound({})
  if (outcome === 'refused') throw signatureRefused({})
  if (outcome === 'kept') return
  throw hookBodyUnreadable({ problem: outcome })
}

type Keeping = { connector: Connector; connection: Connection; arrived: Arrived }
type Kept = 'kept' | 'refused' | 'NOT_UTF8' | 'NOT_JSON' | 'TOO_DEEP'

async function keep(work: Work, { connector, connection, arrived }: Keeping): Promise<Kept> {
  const { raw, headers } = arrived
  const secret = secretOf(work, connection)
  if (secret === null || !connector.isSigned(raw, headers, secret)) {
    await connections.countDelivery(work, connection.id, 'refused')
    await record(work, { action: 'intake.signature-refused', subject: { kind: 'connection', id: connection.id } })
    return 'refused'
  }
  const json = readJson(raw)
  if (!json.ok) return json.problem
  await connections.countDelivery(work, connection.id, 'accepted')
  const bodySha256 = sha256(raw)
  const id = newId()
  const isFirst = await store.insertDelivery(work, {
    id,
    connectionId: connection.id,
    remoteKey: connector.deliveryKey(headers) ?? `sha256:${bodySha256}`,
    body: raw,
    bodySha256,
  })
  if (isFirst) work.installation.wake()
  return 'kept'
}

function secretOf(work: Work, { id, secretSealed }: Connection): string | null {
  return secretSealed === null ? null : unseal(sealKey(work), secretSealed, sealPlace(work, id, 'secret'))
}
