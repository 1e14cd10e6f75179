import type { Installation } from '../../kernel/installation.ts'
import type { IntentTable } from '../../kernel/intents.ts'
import type { Finding } from '../../kernel/module.ts'
import { inCompany, inMember, systemActor } from '../../kernel/work.ts'
import { digestOf, genesis, hashOf, type Event, type Seal } from './events.ts'
import * as store from './store.ts'

/** How many events one seal covers at most, so that a long backlog is sealed in small transactions. */
const largestSeal = 500
/** An event that no seal covers for longer than this is a finding: a seal is made every few seconds. */
const unsealedLimitMs = 60_000

const actor = systemActor('audit.sealer')

/** Wakes the sealer: whichever event is found due, everything of its realm that waits is sealed with it. */
export const sealing: readonly IntentTable[] = [
  {
    table: 'audit_sealing',
    realm: 'company',
    attempts: 1_000_000,
    run: (installation, { realmId }) => inCompany(installation, { companyId: realmId, actor }, sealWaiting),
  },
  {
    table: 'audit_member_sealing',
    realm: 'member',
    attempts: 1_000_000,
    run: (installation, { realmId }) => inMember(installation, { memberId: realmId, actor }, sealWaiting),
  },
]

/** Seals what waits in a realm, in this Work. Another sealer at the same time takes other events. */
async function sealWaiting(work: store.AnyWork): Promise<void> {
  const events = await store.takeUnsealed(work, largestSeal)
  if (events.length === 0) return
  await appendSeal(work, events)
  await store.removeUnsealed(
    work,
    events.map(({ id }) => id),
  )
}

/** The number after the head may be taken by a sealer that commits first; then the next one is tried. */
async function appendSeal(work: store.AnyWork, events: readonly Event[]): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const head = await store.newestSeal(work)
    const seal = {
      sequence: (head?.sequence ?? 0) + 1,
      eventIds: events.map(({ id }) => id),
      digests: events.map(digestOf),
      previousHash: head?.hash ?? genesis,
    }
    if (await store.insertSeal(work, { ...seal, hash: hashOf(secretOf(work), store.realmId(work), seal) })) return
  }
  throw new Error('the head of the chain kept moving')
}

const secretOf = ({ installation }: { installation: Installation }) => installation.config.secret

const broken = (where: string, saw: string): Finding => ({ rule: 'audit.seals-unbroken', where, saw })

/**
 * Follows the chain of a realm from its first seal and answers the first row that does not fit: a seal that is
 * missing, moved or changed, or an event that is missing or changed. Nothing when all holds.
 */
export async function verifySeals(work: store.AnyWork): Promise<Finding | undefined> {
  let head = { sequence: 0, hash: genesis }
  for (;;) {
    const seals = await store.sealsAfter(work, head.sequence, 200)
    if (seals.length === 0) return undefined
    const events = await store.eventsById(
      work,
      seals.flatMap(({ eventIds }) => eventIds),
    )
    for (const seal of seals) {
      const found = brokenSeal(work, head, seal) ?? brokenEvent(seal, events)
      if (found) return found
      head = seal
    }
  }
}

function brokenSeal(work: store.AnyWork, head: { sequence: number; hash: string }, seal: Seal): Finding | undefined {
  const expected = head.sequence + 1
  if (seal.sequence !== expected) return broken(`seal ${expected}`, 'missing')
  const where = `seal ${seal.sequence}`
  if (seal.previousHash !== head.hash) return broken(where, 'does not continue the seal before it')
  if (hashOf(secretOf(work), store.realmId(work), seal) !== seal.hash) return broken(where, 'changed')
  return undefined
}

function brokenEvent({ eventIds, digests }: Seal, events: ReadonlyMap<string, Event>): Finding | undefined {
  for (const [at, id] of eventIds.entries()) {
    const event = events.get(id)
    if (!event) return broken(`event ${id}`, 'missing')
    if (digestOf(event) !== digests[at]) return broken(`event ${id}`, 'changed')
  }
  return undefined
}

/** What `tasuki verify` asks of each realm: an unbroken chain, and nothing unsealed for more than a minute. */
export async function verifyAudit(work: store.AnyWork): Promise<Finding[]> {
  const findings: Finding[] = []
  const chain = await verifySeals(work)
  if (chain) findings.push(chain)
  const uncovered = await store.oldestUncovered(work, new Date(work.now.getTime() - unsealedLimitMs))
  if (uncovered) findings.push({ rule: 'audit.sealed-within-a-minute', where: `event ${uncovered}`, saw: 'no seal' })
  return findings
}
