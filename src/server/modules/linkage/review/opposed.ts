import type { Work } from '../../../kernel/work.ts'
import { recordsWithHomes, type HomeRecord } from '../../people/index.ts'
import { datasetOf } from '../comparing/compared.ts'
import { comparerOf } from '../comparing/comparer.ts'
import { contradictions, givesAwayLetters, givesAwayLettersOf } from '../comparing/evidence.ts'
import { contactsOfAll, unitsOf } from '../comparing/units.ts'
import { keptRecords } from '../keeping/store-records.ts'
import { knownAmong } from '../store-pairs.ts'

/**
 * Whether something keeps two persons apart that their pair does not show, since it is between other records of theirs: a
 * human who said that two of them are not the same, other names or birth dates, or a mail address that nobody confirmed.
 * Merges made since the pair was found bring it about.
 */
export async function areOpposed(work: Work, one: string, other: string): Promise<boolean> {
  const records = await recordsWithHomes(work, [one, other])
  if (await wereRefused(work, records)) return true
  const personOf = new Map(records.map(({ sourceRecordId, personId }) => [sourceRecordId, personId]))
  const ids = [...personOf.keys()]
  const stated = new Map([...(await keptRecords(work, ids))].map(([id, kept]) => [id, kept.stated]))
  const units = [...unitsOf(records, stated).values()]
  const unitsOfPerson = (person: string) => units.filter(({ records: [first] }) => personOf.get(first!) === person)
  const [ofOne, ofOther] = [unitsOfPerson(one), unitsOfPerson(other)]
  if (givesAwayLetters(contactsOfAll(ofOne), contactsOfAll(ofOther)) || givesAwayLettersOf(ofOne, ofOther)) return true
  const { meet } = comparerOf(datasetOf(units.map(({ main }) => main)), { records: 0, holders: new Map() })
  const sides = units.map(({ records: [first] }) => personOf.get(first!))
  const meetings = units.flatMap((_left, left) =>
    units.flatMap((_right, right) => (left < right && sides[left] !== sides[right] ? [meet(left, right)] : [])),
  )
  return contradictions(meetings).length > 0
}

/** Whether a human said of two of these persons that they are not the same. */
export const areRefused = async (work: Work, personIds: readonly string[]): Promise<boolean> =>
  wereRefused(work, await recordsWithHomes(work, personIds))

async function wereRefused(work: Work, records: readonly HomeRecord[]): Promise<boolean> {
  const personOf = new Map(records.map(({ sourceRecordId, personId }) => [sourceRecordId, personId]))
  const { refusals } = await knownAmong(work, [...personOf.keys()])
  return refusals.some(({ records: [left, right] }) => personOf.get(left) !== personOf.get(right))
}
