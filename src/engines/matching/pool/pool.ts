import type { Candidate, SignalKind } from '../candidate.ts'
import { emptySet, type SlotSet } from './slot-set.ts'

/** People per block: what is known of a block bounds the score of everyone in it. */
export const BLOCK_BITS = 8
export const BLOCK_WORDS = (1 << BLOCK_BITS) >>> 5

export const SIGNAL_KINDS: readonly SignalKind[] = [
  'OPEN_TO_OFFERS',
  'REGISTERED',
  'WORK_HISTORY_CHANGED',
  'ANSWERED',
  'PROFILE_UPDATED',
]

/** Numbers that stand for texts, in the order in which they were first met. */
export interface Dictionary {
  readonly ids: Map<string, number>
  readonly texts: string[]
}

export function numberOf({ ids, texts }: Dictionary, text: string): number {
  const known = ids.get(text)
  if (known !== undefined) return known
  ids.set(text, texts.length)
  return texts.push(text) - 1
}

/** A column of the facet that lists are narrowed by; 0 where the person has no value. */
export interface FacetColumn {
  readonly values: Dictionary
  column: Uint16Array
}

/**
 * People of one pool as columns, bitmaps and posting lists, one slot each. A change takes a fresh slot and gives the old one
 * up (`live`), so that nothing is ever moved while it is read; `tidied` makes room again.
 */
export interface Pool {
  slots: number
  readonly ids: string[]
  readonly slotOf: Map<string, number>
  live: Uint32Array

  /** Who stands in which set of the hard conditions, by kind and value. */
  readonly sets: Map<string, Map<string, SlotSet>>
  salary: Int32Array
  start: Int32Array
  experience: Float64Array

  stage: Uint8Array
  evaluation: Float64Array
  updatedDay: Int32Array
  signalKind: Uint8Array
  signalDay: Int32Array

  /** Skills and lines of work: `termAt[slot]` to `termAt[slot + 1]` of `term` and `fact`; and who has each. */
  readonly terms: Dictionary
  readonly holders: SlotSet[]
  termCategory: Uint8Array
  readonly categories: Dictionary
  termAt: Uint32Array
  term: Uint32Array
  fact: Uint16Array

  readonly facets: Map<string, FacetColumn>
  readonly blocks: Blocks
}

/** What bounds each block, and in which blocks a category of skills occurs. */
export interface Blocks {
  readonly ofCategory: SlotSet[]
  stage: Uint8Array
  evaluation: Float64Array
  updatedDay: Int32Array
  signal: Float64Array
  readonly leastId: string[]
}

export function emptyPool(): Pool {
  return {
    slots: 0,
    ids: [],
    slotOf: new Map(),
    live: new Uint32Array(16),
    sets: new Map(),
    salary: new Int32Array(16),
    start: new Int32Array(16),
    experience: new Float64Array(16),
    stage: new Uint8Array(16),
    evaluation: new Float64Array(16),
    updatedDay: new Int32Array(16),
    signalKind: new Uint8Array(16),
    signalDay: new Int32Array(16),
    terms: { ids: new Map(), texts: [] },
    holders: [],
    termCategory: new Uint8Array(16),
    categories: { ids: new Map([['', 0]]), texts: [''] },
    termAt: new Uint32Array(16),
    term: new Uint32Array(64),
    fact: new Uint16Array(64),
    facets: new Map(),
    blocks: {
      ofCategory: [emptySet()],
      stage: new Uint8Array(1),
      evaluation: new Float64Array(1),
      updatedDay: new Int32Array(1),
      signal: new Float64Array(1),
      leastId: [],
    },
  }
}

/** Values by which lists are counted and narrowed, such as the region: one each. */
export type Facets = Readonly<Record<string, string | undefined>>

export interface Pooled {
  readonly candidate: Candidate
  readonly facets?: Facets
}

export const isLive = ({ live }: Pool, slot: number): boolean => (live[slot >>> 5]! & (1 << (slot & 31))) !== 0

/** How many people are in the pool. */
export const poolSize = ({ slotOf }: Pool): number => slotOf.size

/** The bytes that the pool's columns, bitmaps and lists take, without the ids. */
export function poolBytes(pool: Pool): number {
  const { blocks } = pool
  const setBytes = ({ items, words }: SlotSet) => items.byteLength + (words?.byteLength ?? 0)
  const arrays = [pool, blocks].flatMap((holder) => Object.values(holder)).filter((value) => ArrayBuffer.isView(value))
  const sets = [...[...pool.sets.values()].flatMap((kind) => [...kind.values()]), ...pool.holders, ...blocks.ofCategory]
  const columns = [...pool.facets.values()].map(({ column }) => column)
  return [
    ...arrays.map(({ byteLength }) => byteLength),
    ...columns.map(({ byteLength }) => byteLength),
    ...sets.map(setBytes),
  ].reduce((sum, one) => sum + one, 0)
}
