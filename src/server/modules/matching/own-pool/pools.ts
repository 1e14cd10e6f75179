import {
  emptyPool,
  isUntidy,
  poolSize,
  put,
  remove,
  tidied,
  type Candidate,
  type Pool,
} from '../../../../engines/matching/index.ts'
import { sha256 } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Work } from '../../../kernel/work.ts'
import { standingStops, type Stop } from '../../consent/index.ts'
import { personsById, personsOf } from '../../people/index.ts'
import { knownOf, type Known, type Standing } from './known.ts'
import * as store from '../store.ts'
import { regionOfPrefecture } from '../terms.ts'

/** More people than this of one company are not held; those changed last are. */
const mostOfCompany = 200_000

/** Pools of so many people together are held; those asked least recently go, and are built again when asked. */
const mostHeld = 1_000_000

/** So many people are read at a time. */
const pageSize = 5_000

/** A change that another transaction began this long before the last one seen, and committed after it, is still found. */
const overlapMs = 10 * 60_000

/** The people of one company as the tables had them, ready to be asked. */
export type CompanyPool = {
  pool: Pool
  setAside: Map<string, Standing>
  /** Looked at only under a recorded age exception. */
  born: Map<string, string>
  /** A fingerprint of each person's facts, and of all together. */
  prints: Map<string, number>
  print: number
  /** When each person last changed, as far as was seen. */
  changed: Map<string, number>
  /** When each recently changed person was last read. */
  seen: Map<string, string>
  until: Date
  /** Requests that data is used no more, as they were last read. */
  stops: Map<string, Stop>
  /** Years of a job that goes on grow: the facts are read anew in another month. */
  month: string
}

const held = new WeakMap<Installation['databases'], Map<string, CompanyPool>>()
const turns = new Map<string, Promise<unknown>>()

/**
 * The company's pool as its tables have it in this moment: built when first asked, then brought up to date with what changed
 * since. One question of a company follows the other, so that an older reading never replaces a newer one.
 */
export async function poolOf(work: Work): Promise<CompanyPool> {
  const before = turns.get(work.companyId)
  const turn = (async () => {
    await before?.catch(() => {})
    return current(work)
  })()
  turns.set(work.companyId, turn)
  try {
    return await turn
  } finally {
    if (turns.get(work.companyId) === turn) turns.delete(work.companyId)
  }
}

async function current(work: Work): Promise<CompanyPool> {
  const pools = held.get(work.installation.databases) ?? new Map<string, CompanyPool>()
  held.set(work.installation.databases, pools)
  const month = work.now.toISOString().slice(0, 7)
  const known = pools.get(work.companyId)
  pools.delete(work.companyId)
  const found = known?.month === month ? known : await build(work, month)
  if (found === known) await catchUp(work, found)
  if (isUntidy(found.pool)) found.pool = tidied(found.pool)
  // The last in the map is the one asked last.
  pools.set(work.companyId, found)
  let people = [...pools.values()].reduce((sum, one) => sum + poolSize(one.pool), 0)
  for (const [companyId, one] of pools) {
    if (people <= mostHeld || companyId === work.companyId) break
    pools.delete(companyId)
    people -= poolSize(one.pool)
  }
  return found
}

/** The pool read whole from the tables: what following the changes must lead to as well. */
export async function build(work: Work, month: string): Promise<CompanyPool> {
  const found: CompanyPool = {
    pool: emptyPool(),
    setAside: new Map(),
    born: new Map(),
    prints: new Map(),
    print: 0,
    changed: new Map(),
    seen: new Map(),
    until: new Date(0),
    stops: await readStops(work),
    month,
  }
  let after: store.After | undefined
  for (let read = 0; read < mostOfCompany; read += pageSize) {
    const page = await store.readPool(work, { limit: pageSize, ...(after && { after }) })
    for (const one of await knownOf(work, page)) keep(found, one)
    found.until = new Date(Math.max(found.until.getTime(), ...page.map(({ changedAt }) => changedAt.getTime())))
    const last = page.at(-1)
    if (!last || page.length < pageSize) break
    after = { changedAt: last.changedAt, personId: last.personId }
  }
  found.pool = tidied(found.pool)
  return found
}

async function catchUp(work: Work, found: CompanyPool): Promise<void> {
  const touched = await store.touchedSince(work, new Date(found.until.getTime() - overlapMs))
  const changed = touched.filter(({ personId, mark }) => found.seen.get(personId) !== mark)
  const anew = [...new Set([...changed.map(({ personId }) => personId), ...(await takeStops(work, found))])]
  for (let from = 0; from < anew.length; from += pageSize) {
    const ids = anew.slice(from, from + pageSize)
    const there = new Set<string>()
    for (const one of await knownOf(work, await store.readPooled(work, ids))) {
      there.add(one.candidate.id)
      keep(found, one)
    }
    for (const id of ids) if (!there.has(id)) forget(found, id)
  }
  found.until = new Date(Math.max(found.until.getTime(), ...changed.map(({ touchedAt }) => touchedAt.getTime())))
  found.seen = new Map(touched.map(({ personId, mark }) => [personId, mark]))
  // Who was merged away or erased leaves no row that says so, only fewer people.
  if ((await store.countPool(work)) === found.prints.size) return
  const there = new Set(await store.poolIds(work))
  for (const id of found.prints.keys()) if (!there.has(id)) forget(found, id)
}

const readStops = async (work: Work): Promise<Map<string, Stop>> =>
  new Map((await standingStops(work)).map((stop) => [`${stop.personId}/${stop.sourceRecordId}`, stop]))

/** Whom the requests name that came, or no longer stand, since they were last read. */
async function takeStops(work: Work, found: CompanyPool): Promise<string[]> {
  const before = found.stops
  found.stops = await readStops(work)
  const after = found.stops
  const other = [...before.keys(), ...after.keys()].filter((key) => before.has(key) !== after.has(key))
  if (other.length === 0) return []
  const stops = other.flatMap((key) => after.get(key) ?? before.get(key) ?? [])
  const named = await personsById(
    work,
    stops.flatMap(({ personId }) => personId ?? []),
  )
  const recorded = await personsOf(
    work,
    stops.flatMap(({ sourceRecordId }) => sourceRecordId ?? []),
  )
  return [...[...named.values()].map(({ id }) => id), ...recorded.values()]
}

function keep(found: CompanyPool, { candidate, pooled, stated, standing }: Known): void {
  forget(found, candidate.id)
  const print = fingerprint(candidate)
  found.prints.set(candidate.id, print)
  found.print = (found.print + print) % 2 ** 48
  if (standing !== null) {
    found.setAside.set(candidate.id, standing)
    return
  }
  if (typeof stated.birthDate === 'string') found.born.set(candidate.id, stated.birthDate)
  const region = regionOfPrefecture(candidate.prefecture ?? '')
  found.changed.set(candidate.id, pooled.changedAt.getTime())
  put(found.pool, { candidate, facets: { region, stage: candidate.stageReached } })
}

function forget(found: CompanyPool, id: string): void {
  remove(found.pool, id)
  found.setAside.delete(id)
  found.born.delete(id)
  found.changed.delete(id)
  found.print = (found.print - (found.prints.get(id) ?? 0) + 2 ** 48) % 2 ** 48
  found.prints.delete(id)
}

const fingerprint = (candidate: Candidate): number =>
  Number.parseInt(sha256(JSON.stringify(candidate)).slice(0, 12), 16)
