import type { Merge } from '../../../../contract/people/people.ts'

type Merged = Pick<Merge, 'id' | 'survivorId' | 'dissolvedId' | 'undoneAt'>

/**
 * Who went away from this person when the merge was undone; nobody who was merged with them again, and each once, with the
 * last merge of the two.
 */
export function partedBy(person: { id: string; merges: readonly Merged[] }, merge: Merged): string | undefined {
  const here = [person.id, ...person.merges.filter(({ undoneAt }) => !undoneAt).map(({ dissolvedId }) => dissolvedId)]
  const other = ({ survivorId, dissolvedId }: Merged) =>
    [dissolvedId, survivorId].find((personId) => !here.includes(personId))
  const parted = merge.undoneAt ? other(merge) : undefined
  const last = person.merges.findLast((one) => one.undoneAt && other(one) === parted)
  return last?.id === merge.id ? parted : undefined
}
