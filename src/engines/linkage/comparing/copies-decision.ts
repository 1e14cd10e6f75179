import type { Dataset } from '../reading/dataset.ts'
import { nameLevel } from './levels.ts'
import type { Scorer } from './scorer.ts'

/** As many things in common as make two rows that differ in nothing one person even without a telling one. */
const plenty = 5

/**
 * Whether two rows alike in everything compared are of one person: when they share something that identifies, or name
 * and birth date, or plenty. A common name alone, ten thousand times, is ten thousand people.
 */
export function copiesAreOne({ ids, look, score }: Scorer, dataset: Dataset): (record: number) => boolean {
  const identifying = ids.flatMap((id, at) => (/^(?:mail|phone|identifier)/.test(id) ? [at] : []))
  const birth = ids.indexOf('birthDate')
  return (record) => {
    const { levels } = look(record, record)
    if (identifying.some((at) => levels[at] === 1)) return true
    const named = dataset.names !== null && levels[0] === nameLevel.exact && levels[1] === nameLevel.exact
    if (named && birth >= 0 && levels[birth] === 1) return true
    const known = levels.reduce((count, level) => count + (level > 0 ? 1 : 0), 0)
    return known >= plenty || (known > 2 && score(record, record) > 0)
  }
}
