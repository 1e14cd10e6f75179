import { SELECTION_STAGES, type Candidate, type HeldSkill } from '../candidate.ts'
import { commutingArea } from '../commuting.ts'
import { dayNumber, SIGNAL_HALF_LIFE_DAYS, SIGNAL_SHARE } from '../score.ts'
import { skillProfile } from '../codes/skill-fit.ts'
import { relatedCategory } from '../codes/skills.ts'
import { workOf } from '../codes/work.ts'
import { BLOCK_BITS, isLive, numberOf, SIGNAL_KINDS, type Facets, type Pool, type Pooled } from './pool.ts'
import { addSlot, emptySet, grown, type SlotSet } from './slot-set.ts'

export const UNKNOWN_YEARS = 1023
export const LEVELS = ['BEGINNER', 'INTERMEDIATE', 'ADVANCED'] as const

/** Takes a person in, or takes their changed facts; the next question sees it. */
export function put(pool: Pool, { candidate, facets = {} }: Pooled): void {
  remove(pool, candidate.id)
  const slot = pool.slots
  makeRoom(pool, slot)
  pool.slots += 1
  pool.ids.push(candidate.id)
  pool.slotOf.set(candidate.id, slot)
  pool.live[slot >>> 5]! |= 1 << (slot & 31)
  for (const name of setsOf(candidate)) share(pool, name, slot)
  pool.salary[slot] = candidate.desiredSalary === undefined ? -1 : Math.ceil(candidate.desiredSalary)
  pool.start[slot] = candidate.availableFrom === undefined ? -1 : dateNumber(candidate.availableFrom)
  pool.experience[slot] = candidate.experienceYears ?? -1
  pool.stage[slot] = candidate.stageReached === undefined ? 0 : SELECTION_STAGES.indexOf(candidate.stageReached) + 1
  pool.evaluation[slot] = candidate.evaluation === undefined ? 0 : Math.min(1, Math.max(0, candidate.evaluation))
  pool.updatedDay[slot] = dayNumber(candidate.updatedAt)
  putSignal(pool, slot, candidate)
  putTerms(pool, slot, candidate)
  putFacets(pool, slot, facets)
  boundBlock(pool, slot)
}

/** Takes a person out; the next question sees it. */
export function remove(pool: Pool, id: string): void {
  const slot = pool.slotOf.get(id)
  if (slot === undefined || !isLive(pool, slot)) return
  pool.live[slot >>> 5]! &= ~(1 << (slot & 31))
  pool.slotOf.delete(id)
}

/** Which sets of the hard conditions a person stands in, by kind and value (`conditions.ts` says what they mean). */
function* setsOf(candidate: Candidate): Generator<readonly [kind: string, value: string]> {
  const { prefecture, willingPrefectures, remoteWish, occupations, employmentTypes, languages } = candidate
  if (remoteWish !== undefined) yield ['remote', 'KNOWN']
  if (remoteWish !== undefined) yield ['remote', remoteWish]
  const isOpen = willingPrefectures === undefined || prefecture === undefined
  if (isOpen) yield ['open', 'place']
  yield* named('place', [...(prefecture === undefined ? [] : [prefecture]), ...(willingPrefectures ?? [])])
  if (!isOpen) yield* named('commute', commutingArea(prefecture))
  if (occupations === undefined) yield ['open', 'occupation']
  else yield* named('occupation', occupations)
  if (employmentTypes === undefined) yield ['open', 'type']
  else yield* named('type', employmentTypes)
  if (candidate.workPermit !== undefined) yield ['permit', candidate.workPermit]
  const spoken = new Set<string>()
  for (const { language, level } of languages ?? []) {
    if (!spoken.has(language)) yield ['speaks', language]
    if (level !== undefined && !spoken.has(language)) yield ['language', `${language} ${level}`]
    spoken.add(language)
  }
  yield* named('blocks', candidate.blockedCompanies)
  if (candidate.employer !== undefined) yield ['employer', candidate.employer]
}

const named = (kind: string, values: readonly string[]) => [...new Set(values)].map((value) => [kind, value] as const)

function share({ sets }: Pool, [kind, value]: readonly [string, string], slot: number): void {
  let ofKind = sets.get(kind)
  if (!ofKind) sets.set(kind, (ofKind = new Map<string, SlotSet>()))
  let set = ofKind.get(value)
  if (!set) ofKind.set(value, (set = emptySet()))
  addSlot(set, slot)
}

/** `2026-04-01` and `2026-04` as numbers in the order of the texts. */
export function dateNumber(date: string): number {
  const [year = '', month = '0', day = '0'] = date.split('-')
  return Number(year) * 10_000 + Number(month) * 100 + Number(day)
}

/** All signals fade alike, so that the strongest one stays the strongest. */
function putSignal(pool: Pool, slot: number, { signals }: Candidate): void {
  let best = { kind: 0, day: 0, strength: 0 }
  for (const { kind, observedAt } of signals) {
    const day = dayNumber(observedAt)
    const strength = signalStrength(kind, day)
    if (strength > best.strength) best = { kind: SIGNAL_KINDS.indexOf(kind) + 1, day, strength }
  }
  pool.signalKind[slot] = best.kind
  pool.signalDay[slot] = best.day
}

/** The day that strengths of signals are counted from; any would do that keeps them within a number's range. */
export const SIGNAL_ORIGIN_DAY = 20_000

/** A signal's share on one day for all, were it to grow backwards: comparable whenever it is asked. */
export const signalStrength = (kind: keyof typeof SIGNAL_SHARE, day: number): number =>
  SIGNAL_SHARE[kind] * 2 ** ((day - SIGNAL_ORIGIN_DAY) / SIGNAL_HALF_LIFE_DAYS)

function putTerms(pool: Pool, slot: number, { skills, roles }: Candidate): void {
  let at = pool.termAt[slot]!
  const add = (text: string, category: string, fact: number) => {
    const term = numberOf(pool.terms, text)
    if (term === pool.holders.length) {
      pool.holders.push(emptySet())
      pool.termCategory = grown(pool.termCategory, term + 1)
      pool.termCategory[term] = numberOf(pool.categories, category)
      if (pool.categories.texts.length > pool.blocks.ofCategory.length) pool.blocks.ofCategory.push(emptySet())
    }
    pool.term = grown(pool.term, at + 1)
    pool.fact = grown(pool.fact, at + 1)
    pool.term[at] = term
    pool.fact[at] = fact
    at += 1
  }
  for (const [skill, held] of skillProfile(skills).held)
    add(`skill ${skill}`, relatedCategory(skill) ?? '', factOf(held))
  const works = new Map<string, number>()
  for (const { title, isPast } of roles ?? [])
    for (const work of workOf(title)) works.set(work, Math.min(works.get(work) ?? 1, isPast ? 1 : 0))
  for (const [work, past] of works) add(`work ${work}`, '', past)
  pool.termAt[slot + 1] = at
}

/** Years in tenths, level and whether only mentioned, in 13 bits. */
function factOf({ years, level, mentioned }: HeldSkill): number {
  const tenths = years === undefined ? UNKNOWN_YEARS : Math.min(UNKNOWN_YEARS - 1, Math.max(0, Math.round(years * 10)))
  return (tenths << 3) | ((level === undefined ? 0 : LEVELS.indexOf(level) + 1) << 1) | (mentioned ? 1 : 0)
}

function putFacets(pool: Pool, slot: number, facets: Facets): void {
  for (const [name, value] of Object.entries(facets)) {
    let facet = pool.facets.get(name)
    if (!facet) {
      facet = { values: { ids: new Map([['', 0]]), texts: [''] }, column: new Uint16Array(pool.salary.length) }
      pool.facets.set(name, facet)
    }
    facet.column[slot] = numberOf(facet.values, value ?? '')
  }
}

/** Lets the block know the best of what its people bring. Who left keeps a bound too high, never too low. */
export function boundBlock(pool: Pool, slot: number): void {
  const { blocks } = pool
  const block = slot >>> BLOCK_BITS
  blocks.stage = grown(blocks.stage, block + 1)
  blocks.evaluation = grown(blocks.evaluation, block + 1)
  blocks.updatedDay = grown(blocks.updatedDay, block + 1)
  blocks.signal = grown(blocks.signal, block + 1)
  blocks.stage[block] = Math.max(blocks.stage[block]!, pool.stage[slot]!)
  blocks.evaluation[block] = Math.max(blocks.evaluation[block]!, pool.evaluation[slot]!)
  blocks.updatedDay[block] = Math.max(blocks.updatedDay[block]!, pool.updatedDay[slot]!)
  const kind = SIGNAL_KINDS[pool.signalKind[slot]! - 1]
  if (kind) blocks.signal[block] = Math.max(blocks.signal[block]!, signalStrength(kind, pool.signalDay[slot]!))
  const id = pool.ids[slot]!
  const least = blocks.leastId[block]
  if (least === undefined || id < least) blocks.leastId[block] = id
  for (let at = pool.termAt[slot]!; at < pool.termAt[slot + 1]!; at += 1) {
    const term = pool.term[at]!
    addSlot(pool.holders[term]!, slot)
    addOnce(blocks.ofCategory[pool.termCategory[term]!]!, block)
  }
}

/** Blocks come in ascending order, so the last one tells whether it is known. */
function addOnce(set: ReturnType<typeof emptySet>, block: number): void {
  const isKnown =
    set.words === null
      ? set.count > 0 && set.items[set.count - 1] === block
      : (set.words[block >>> 5] ?? 0) & (1 << (block & 31))
  if (!isKnown) addSlot(set, block)
}

function makeRoom(pool: Pool, slot: number): void {
  pool.termAt = grown(pool.termAt, slot + 2)
  pool.live = grown(pool.live, (slot >>> 5) + 1)
  if (pool.salary.length > slot) return
  pool.salary = grown(pool.salary, slot + 1)
  const room = pool.salary.length
  pool.start = grown(pool.start, room)
  pool.experience = grown(pool.experience, room)
  pool.stage = grown(pool.stage, room)
  pool.evaluation = grown(pool.evaluation, room)
  pool.updatedDay = grown(pool.updatedDay, room)
  pool.signalKind = grown(pool.signalKind, room)
  pool.signalDay = grown(pool.signalDay, room)
  for (const facet of pool.facets.values()) facet.column = grown(facet.column, room)
}
