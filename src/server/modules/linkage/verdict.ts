import type { LinkageRules, LinkReason } from '../../../contract/linkage/linkage-terms.ts'
import type { SourceKind } from '../../../contract/people/person-fields.ts'
import { probabilityOf } from '../../../engines/linkage/index.ts'
import { heldAs, type Gathered, type Held } from '../people/index.ts'
import {
  bestBesideOwnWords, commonOf, contradictions, givesAwayLetters, givesAwayLettersOf, identifies, mostPersonsOfAContact, type UnitPair,
} from './comparing/evidence.ts' // prettier-ignore
import type { Neighbour } from './comparing/neighbourhood.ts'
import { outcomeUnder } from './comparing/outcome.ts'
import type { Unit } from './comparing/units.ts'
import type { Weighed } from './comparing/weighed.ts'
import { refusalsOf, type Pairs, type Verdict } from './pairs.ts'

/** A unit that a record may be of one human with, by those of their rows that fit best. */
export type Suggestion = UnitPair & { unit: Unit; probability: number }

/** What a verdict rests on: the rules, the evidence, and who is one person so far. */
export type Judging = { rules: LinkageRules; gathered: Gathered; weighed: Weighed; pairs: Pairs }

/** The two persons that a suggestion would make one, as they stand by now. */
type Between = { neighbour: Neighbour; pair: Suggestion; one: Held; other: Held }

/** A person of more records than this only grows by a human's decision: the mark of a chain of wrong links. */
const mostRecords = 20

export const routeOf = ({ unit, sourceRecordId }: Neighbour): SourceKind => unit.kinds.get(sourceRecordId)!

/**
 * What is to become of two persons whom a pair of records brings together, with all that speaks for and against it. Where a
 * human said that they are not the same, nothing, unless there is evidence that was not there then.
 */
export function verdictOn(judging: Judging, between: Between): Verdict {
  const { rules, weighed, pairs } = judging
  const { neighbour, pair, one, other } = between
  const common = commonOf(neighbour.unit, pair.unit, weighed.comparer.meet(pair.one, pair.other))
  const refused = refusalsOf(pairs, one, other)
  if (refused && common.every((reason) => refused.includes(reason)))
    return { outcome: 'FORGET', reasons: [], probability: 0 }
  const reasons = [...common, ...against(judging, between), ...(refused ? (['REFUSED_BEFORE'] as const) : [])]
  const { probability } = pair
  return { outcome: outcomeUnder(rules, { probability, route: routeOf(neighbour), reasons }), reasons, probability }
}

/** What bars the pair, and the persons as wholes, from being joined without a human. */
function against(judging: Judging, { neighbour, pair, one, other }: Between): LinkReason[] {
  const { rules, weighed } = judging
  const { comparer, rows, holdersOf, holdersNamed } = weighed
  const isOfMany = (holders: readonly string[]) => personsOf(judging, holders).size > mostPersonsOfAContact
  const lackOf = ({ one: row, other: met }: UnitPair) =>
    identifies(comparer.meet(row, met), (contact) => isOfMany(holdersOf(contact, row, neighbour)))
  const { certainFrom } = rules.routes[routeOf(neighbour)]
  const lack = lackOf(pair)
  const beside = bestBesideOwnWords(rows, comparer, neighbour.unit, pair.unit)
  const isCertainBeside = probabilityOf(beside.weight) >= certainFrom && lackOf(beside) === null
  const isByOwnWords = pair.probability >= certainFrom && !lack && !isCertainBeside
  const isShared = (contact: string) => isOfMany(holdersNamed(contact, neighbour))
  const isGivenAway =
    givesAwayLetters(neighbour.unit, pair.unit, isShared) ||
    givesAwayLettersOf(unitsOf(weighed, one), unitsOf(weighed, other), isShared)
  return [
    ...contradictions(meetings(weighed, one, other)),
    ...(lack ? [lack] : []),
    ...(one.records.length + other.records.length > mostRecords ? (['MANY_RECORDS'] as const) : []),
    ...(isByOwnWords ? (['OWN_WORDS'] as const) : []),
    ...(isGivenAway ? (['UNCONFIRMED_MAIL'] as const) : []),
  ]
}

/** How everything known of one person meets everything known of the other, unit by unit. */
function meetings(weighed: Weighed, one: Held, other: Held) {
  const { comparer, rows } = weighed
  return unitsOf(weighed, one).flatMap((left) =>
    unitsOf(weighed, other).map((right) => comparer.meet(rows.mainOf(left), rows.mainOf(right))),
  )
}

const unitsOf = ({ around }: Weighed, { records }: Held): Unit[] => [
  ...new Set(records.flatMap(({ id }) => around.unitOfRecord.get(id) ?? [])),
]

/** Whose records these are, after the merges made so far; of a record that was not read it is only known that it is another's. */
function personsOf({ weighed: { around }, gathered }: Judging, recordIds: readonly string[]): Set<string> {
  return new Set(
    recordIds.map((recordId) => {
      const personId = around.personOfRecord.get(recordId)
      return personId === undefined ? recordId : (heldAs(gathered, personId)?.id ?? personId)
    }),
  )
}
