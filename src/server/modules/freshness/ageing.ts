import type { Standing } from '../../../contract/pool/freshness.ts'
import type { PersonField } from '../../../contract/people/person-fields.ts'
import { halfLives } from './half-lives.ts'

const dayMs = 86_400_000

/** Half-lives up to which a value counts as fresh, and as ageing: seven in ten still hold, and three and a half in ten. */
export const freshUntil = 0.5
export const ageingUntil = 1.5

export type Age = { confidence: number; standing: Standing }

/**
 * How far a value still holds: 1 on the day it was observed, half as much with each half-life of its field. Nothing for
 * a field that does not age.
 */
export function ageOf(field: PersonField, observedAt: Date, now: Date): Age | undefined {
  const ageing = halfLives[field]
  if (!ageing) return undefined
  const lives = Math.max(0, now.getTime() - observedAt.getTime()) / dayMs / ageing.days
  return {
    confidence: 0.5 ** lives,
    standing: lives <= freshUntil ? 'FRESH' : lives <= ageingUntil ? 'AGEING' : 'STALE',
  }
}
