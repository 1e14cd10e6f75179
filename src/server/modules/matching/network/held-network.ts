import type { Installation } from '../../../kernel/installation.ts'
import type { Log } from '../../../kernel/log.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { operatorId } from '../../accounts/index.ts'
import { drop, emptyNetwork, put, type NetworkClasses } from './network-classes.ts'
import * as store from '../store-listed.ts'
import type { Listed } from '../store-listed.ts'

/** A change whose transaction began this long before the last one seen, and committed after it, is still found. */
const overlapMs = 10 * 60_000
const idsAtOnce = 5_000

/**
 * More people than this are not held, and lists lack those beyond it; `npm run bench -- network` prints the memory. The
 * operator's pages count in the tables.
 */
const mostPeople = 1_000_000

/** The network as the tables had it, without what only the anonymity gate needs. */
export type HeldNetwork = NetworkClasses & {
  operatorId: string
  until: Date
  /** As of when each recently changed row was read, to the microsecond. */
  seen: Map<string, string>
  /** Of those rows together; the same again means that nothing changed. */
  mark: string
  most: number
  /** Whether the log was told that as many are held as may be. */
  isToldFull: boolean
}

/** What is held, at a moment at which it was what the tables say. */
export type NetworkNow = { network: HeldNetwork; now: Date }

type Turns = { held?: HeldNetwork; running?: Promise<unknown>; next: Promise<NetworkNow | undefined> | undefined }
const turnsOf = new WeakMap<Installation['databases'], Turns>()

/**
 * Everyone whom the network may show, held in memory, and brought up to date before each answer with the rows that changed
 * since, so that a removal counts in the next list whichever process made it. Nothing where the installation has no operator. Whoever asks while it is
 * being read waits for the next reading together with all others, and holds no connection meanwhile: never call it within a Work.
 */
export function heldNetwork(installation: Installation): Promise<NetworkNow | undefined> {
  const turns: Turns = turnsOf.get(installation.databases) ?? { next: undefined }
  turnsOf.set(installation.databases, turns)
  if (turns.next) return turns.next
  const before = turns.running
  const turn = (async () => {
    await before?.catch(() => {})
    // Whoever comes from here on needs a reading that begins later.
    turns.next = undefined
    return current(installation, turns)
  })()
  turns.next = turn
  turns.running = turn
  return turn
}

async function current(installation: Installation, turns: Turns): Promise<NetworkNow | undefined> {
  const companyId = await operatorId(installation)
  if (companyId === undefined) return undefined
  const known = turns.held?.operatorId === companyId ? turns.held : undefined
  return inCompany(installation, { companyId, actor: systemActor('matching.network') }, async (work) => {
    // A change between its statements is no reason to read everything again: the second look finds it.
    const isWhole = known && ((await catchUp(work, known)) || (await catchUp(work, known)))
    turns.held = isWhole ? known : { ...(await build(work)), isToldFull: known?.isToldFull ?? false }
    tellWhenFull(installation.log, turns.held)
    return { network: turns.held, now: work.now }
  })
}

/** Warns once when as many people are held as may be, so that lists lack the others; again when there was room in between. */
export function tellWhenFull(log: Pick<Log, 'warn'>, network: HeldNetwork): void {
  const isFull = network.people.size >= network.most
  if (isFull && !network.isToldFull)
    log.warn({ most: network.most }, 'the network has as many people as are held; lists lack those beyond')
  network.isToldFull = isFull
}

/** The network read whole from the tables: what following the changes must lead to as well. */
export async function build(work: Work, most = mostPeople): Promise<HeldNetwork> {
  const found: HeldNetwork = {
    ...emptyNetwork(),
    operatorId: work.companyId,
    until: new Date(0),
    seen: new Map(),
    mark: '',
    most,
    isToldFull: false,
  }
  for (let after: string | undefined; ;) {
    const page = await store.listedPage(work, after)
    for (const one of page) {
      keep(found, one)
      if (isRecent(one, found.until)) found.seen.set(one.id, one.mark)
    }
    after = page.at(-1)?.id
    if (after === undefined || found.people.size >= most) return found
  }
}

/**
 * Applies all that changed at once, after it is read: whoever looks meanwhile sees one state or the other. Answers whether
 * everybody is there; rows that were disposed of leave nothing that says so, only fewer of them.
 */
export async function catchUp(work: Work, found: HeldNetwork): Promise<boolean> {
  const since = new Date(found.until.getTime() - overlapMs)
  const mark = await store.markOf(work, since)
  if (mark !== found.mark) {
    const touched = await store.touchedSince(work, since)
    const changed = touched.filter(({ id, mark: own }) => found.seen.get(id) !== own)
    const there: Listed[] = []
    for (let from = 0; from < changed.length; from += idsAtOnce) {
      const ids = changed.slice(from, from + idsAtOnce).map(({ id }) => id)
      there.push(...(await store.listedByIds(work, ids)))
    }
    for (const { id, touchedAt } of changed) {
      drop(found, id)
      if (touchedAt > found.until) found.until = touchedAt
    }
    for (const one of there) keep(found, one)
    found.seen = new Map(touched.map(({ id, mark: own }) => [id, own]))
    found.mark = mark
  }
  const people = await store.countListed(work)
  // Past the limit somebody leaves at any time; the whole is read again once a hundredth of the places is free.
  return found.people.size === people || (people > found.most && found.people.size > found.most * 0.99)
}

const isRecent = ({ touchedAt }: Listed, until: Date): boolean => touchedAt.getTime() >= until.getTime() - overlapMs

function keep(found: HeldNetwork, one: Listed): void {
  if (found.people.size < found.most || found.people.has(one.id)) put(found, one)
  if (one.touchedAt > found.until) found.until = one.touchedAt
}
