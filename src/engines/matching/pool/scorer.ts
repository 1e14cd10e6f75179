import type { Opening } from '../opening.ts'
import type { PartId, Weights } from '../score.ts'
import { boundsOf } from './bounds.ts'
import { compiled, PART_IDS } from './compiled.ts'
import type { Pool } from './pool.ts'
import { sharesOf } from './shares.ts'

export type Contributions = Readonly<Record<PartId, number>>

/** The same whole points as `score.ts`, from columns. */
export interface Scorer {
  readonly scoreAt: (slot: number) => number
  readonly partsAt: (slot: number) => Contributions
  readonly boundOf: (block: number) => number
  readonly narrow: (words: Uint32Array, block: number, least: number) => void
}

export function scorerOf(pool: Pool, opening: Opening, options: { asOf: Date; weights: Weights }): Scorer {
  const found = compiled(pool, opening, options)
  const { maximum } = found
  const read = sharesOf(pool, found)
  return {
    ...boundsOf(pool, found),
    scoreAt: (slot) => {
      const shares = read(slot)
      let sum = 0
      for (let at = 0; at < shares.length; at += 1) sum += Math.round(maximum[at]! * shares[at]!)
      return sum
    },
    partsAt: (slot) => {
      const shares = read(slot)
      const parts = PART_IDS.map((part, at) => [part, Math.round(maximum[at]! * shares[at]!)])
      return Object.fromEntries(parts) as unknown as Contributions
    },
  }
}
