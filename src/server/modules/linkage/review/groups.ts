import type { Candidate } from '../store.ts'

/** The persons that open pairs connect with each pair: three records of one human are two or three pairs. */
export function groupsOf(
  candidates: readonly Pick<Candidate, 'onePersonId' | 'otherPersonId'>[],
): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { onePersonId: one, otherPersonId: other } of candidates) {
    const [left, right] = [groups.get(one) ?? [one], groups.get(other) ?? [other]]
    if (left === right) continue
    const joined = [...left, ...right]
    for (const id of joined) groups.set(id, joined)
  }
  return groups
}

/** Two persons stand in the queue once, however many of their records were compared; the likeliest pair stands for them. */
export function eachOnce(candidates: readonly Candidate[]): Candidate[] {
  const first = new Map<string, Candidate>()
  for (const one of candidates) {
    const persons = [one.onePersonId, one.otherPersonId].toSorted().join(' ')
    if (!first.has(persons)) first.set(persons, one)
  }
  return [...first.values()]
}
