import type { Specialism } from './specialisms.ts'

/** 1: learning it; 2: does it alone; 3: leads others in it. */
export type Level = 1 | 2 | 3

/** What a made-up person was drawn from. Nothing of it but the words made from it is ever shown to a ranker. */
export type Drawn = { now: Specialism; level: Level; earlier?: Specialism }

/**
 * Grade of a person for an opening, 0 to 3, from what both were drawn from:
 * the same work today 3, near work today or the same work earlier 2, another work of the field today or near work
 * earlier 1; less one where the person's level is one below what is asked, less two where it is two below or where
 * somebody who leads would do a beginner's work; the same work today never falls below 1.
 */
export function gradeOf(asked: { work: Specialism; level: Level }, person: Drawn): number {
  const today = closeness(asked.work, person.now)
  const before = person.earlier ? Math.max(0, closeness(asked.work, person.earlier) - 1) : 0
  const base = Math.max(today, before)
  const above = person.level - asked.level
  const lost = above === -1 ? 1 : above <= -2 || above >= 2 ? 2 : 0
  return Math.max(today === 3 ? 1 : 0, base - lost)
}

function closeness(asked: Specialism, done: Specialism): number {
  if (asked.id === done.id) return 3
  if (asked.near.includes(done.id) || done.near.includes(asked.id)) return 2
  return asked.field === done.field ? 1 : 0
}
