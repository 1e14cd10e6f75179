import type { LinkReason } from '../../../../contract/linkage/linkage-terms.ts'
import { identifiersOf, type Identifier } from '../../people/index.ts'
import { otherBirth, otherName, sameBirth, sameName, type Comparer, type Meeting } from './comparer.ts'
import type { Rows } from './rows.ts'
import type { Contacts, Unit } from './units.ts'

/** The best that any records of two units weigh together, and how those meet. */
export type UnitPair = { weight: number; one: number; other: number }

/** The evidence between two units is that of their two records that fit best; an old address finds what a newer one hides. */
export function bestPair({ rowsOf }: Rows, comparer: Comparer, left: Unit, right: Unit): UnitPair {
  return bestOf(comparer, rowsOf(left), rowsOf(right))
}

function bestOf({ weigh }: Comparer, left: readonly number[], right: readonly number[]): UnitPair {
  let best: UnitPair = { weight: -Infinity, one: -1, other: -1 }
  for (const one of left)
    for (const other of right) {
      const weight = weigh(one, other)
      if (weight > best.weight) best = { weight, one, other }
    }
  return best
}

/**
 * The best pair without what either person says of themselves on their own page; its weight is -Infinity where nothing
 * else is known. Whoever writes another's name, phone and birthday there must not be shown the other's page by it.
 */
export function bestBesideOwnWords({ rowsOf }: Rows, comparer: Comparer, left: Unit, right: Unit): UnitPair {
  const ofOthers = (unit: Unit) => rowsOf(unit).filter((_, at) => !unit.inOwnWords.has(at))
  return bestOf(comparer, ofOthers(left), ofOthers(right))
}

const reasonOf: Record<Identifier['kind'], LinkReason> = {
  MAIL: 'SAME_MAIL',
  PHONE: 'SAME_PHONE',
  KANA_BIRTH: 'SAME_KANA_BIRTH',
  NAME_BIRTH: 'SAME_NAME_BIRTH',
  KANA: 'SAME_KANA',
  NAME: 'SAME_NAME',
}
const strongestFirst = Object.values(reasonOf)

/** What two units have in common, the strongest first. */
export function commonOf(left: Unit, right: Unit, meeting: Meeting): LinkReason[] {
  const keys = (unit: Unit) => unit.rows.flatMap(identifiersOf)
  const own = new Set(keys(left).map(({ kind, key }) => `${kind} ${key}`))
  const shared = new Set(keys(right).flatMap(({ kind, key }) => (own.has(`${kind} ${key}`) ? [reasonOf[kind]] : [])))
  const found = strongestFirst.filter((reason) => shared.has(reason))
  const isNamed = found.some((reason) => reason.includes('NAME') || reason.includes('KANA'))
  if (sameBirth(meeting) && !found.some((reason) => reason.endsWith('BIRTH'))) found.push('SAME_BIRTH')
  if (sameName(meeting) && !isNamed) found.push('LIKE_NAME')
  return found
}

/** What speaks against two humans being one, whatever else agrees. */
export function contradictions(meetings: readonly Meeting[]): LinkReason[] {
  const found: LinkReason[] = []
  if (meetings.some(otherName)) found.push('DIFFERENT_NAME')
  if (meetings.some(otherBirth)) found.push('DIFFERENT_BIRTH')
  return found
}

type IsShared = (contact: string) => boolean
const nothingShared: IsShared = () => false

const haveOneContact = (left: Contacts, right: Contacts, isShared: IsShared): boolean =>
  left.contacts.some((contact) => right.contacts.includes(contact) && !isShared(contact))

/**
 * Whether joining two units would hand one's letters to an address that only whoever wrote the other's name vouches for,
 * while they share no mail address or number that few use: names and birth dates are known to many. A number that only its
 * writer vouches for counts like an address: by it the same hand would bring the address with the next record.
 */
export const givesAwayLetters = (left: Contacts, right: Contacts, isShared: IsShared = nothingShared): boolean =>
  (left.unconfirmed.length > 0 || right.unconfirmed.length > 0) && !haveOneContact(left, right, isShared)

/**
 * The same for two persons by all their units: whoever is known by what staff entered or brought in is handed no address
 * by way of a third record, which anybody can write between the two. An address that the person has already is none.
 */
export const givesAwayLettersOf = (
  one: readonly Contacts[],
  other: readonly Contacts[],
  isShared: IsShared = nothingShared,
): boolean => handsOver(one, other, isShared) || handsOver(other, one, isShared)

function handsOver(from: readonly Contacts[], to: readonly Contacts[], isShared: IsShared): boolean {
  const known = new Set(to.flatMap(({ contacts }) => contacts))
  const strangers = from.filter(({ unconfirmed }) =>
    unconfirmed.some((contact) => contact.startsWith('mail:') && !known.has(contact)),
  )
  const anchors = to.filter(({ isConfirmed }) => isConfirmed)
  return strangers.some((stranger) => anchors.some((anchor) => !haveOneContact(stranger, anchor, isShared)))
}

/** A contact used by more persons than this is shared: a family's, an agency's, a switchboard. */
export const mostPersonsOfAContact = 3

/**
 * Whether two records have something that is one human's own: an address or number that few use, or the birth date with
 * the name. Names, places and employers alone never join by themselves, however rare.
 */
export function identifies(meeting: Meeting, isShared: (contact: 'mail' | 'phone') => boolean): LinkReason | null {
  const contacts = (['mail', 'phone'] as const).filter((contact) => meeting[contact] === 1)
  if (sameBirth(meeting) && sameName(meeting)) return null
  if (contacts.some((contact) => !isShared(contact))) return null
  return contacts.length > 0 ? 'SHARED_CONTACT' : 'NO_IDENTIFIER'
}
