import { sourceId, type Column } from '../reading/columns.ts'
import type { Dataset } from '../reading/dataset.ts'
import type { Lists, Names } from '../reading/names.ts'
import type { Texts, Units } from '../reading/texts.ts'

/**
 * Something two records may have in common: for each record the hashes of its values. `about` keeps a rule from joining
 * two atoms that say the same; a `weak` one is no rule by itself; of `many` a record may have several values. Where there is
 * `last`, the hashes are one above the codes of whole values, up to that number.
 */
export type Atom = {
  id: string
  about: string
  keys: (record: number, into: Int32Array) => number
  weak?: true
  many?: true
  last?: number
}

/** As many values as one atom may have for one record. */
export const mostKeys = 8

/** All atoms of a dataset. */
export function atomsOf(dataset: Dataset): Atom[] {
  return [
    ...(dataset.names ? nameAtoms(dataset.names) : []),
    ...dataset.columns.filter(({ id }) => id !== sourceId).flatMap(columnAtoms),
  ]
}

const one =
  (codes: Int32Array, key: (code: number) => number = (code) => code + 1): Atom['keys'] =>
  (record, into) => {
    const code = codes[record]!
    if (code < 0) return 0
    const made = key(code)
    if (made === 0) return 0
    into[0] = made
    return 1
  }

function nameAtoms(names: Names): Atom[] {
  return [
    { id: 'family', about: 'family', keys: one(names.family) },
    { id: 'given', about: 'given', keys: one(names.given) },
    {
      id: 'familySound',
      about: 'family',
      keys: sounds(names, names.family, names.familySound, names.familyReadings, false),
      many: true,
    },
    { id: 'givenSound', about: 'given', keys: sounds(names, names.given, names.givenSound, names.givenReadings, true) },
    ...(['family', 'given'] as const)
      .filter((part) => isLatin(names, names[part]))
      .flatMap((part) =>
        [false, true].map((ends) => ({
          id: `${part}${ends ? 'End' : 'Begin'}`,
          about: part,
          keys: one(names[part], halves(names, ends)),
        })),
      ),
    { id: 'part', about: 'part', keys: allParts(names) },
    { id: 'twoParts', about: 'name', keys: partPairs(names) },
  ]
}

/** As many letters of a Latin name as either end of it is known by: one slip leaves one of the two as it is. */
const halfLetters = 3

const isLatin = ({ kanji }: Names, codes: Int32Array): boolean => codes.some((code) => code >= 0 && kanji[code] === 0)

/** The first or the last letters of a Latin name; nothing of one in kanji. */
function halves({ texts, kanji }: Names, ends: boolean): (code: number) => number {
  const hashes = partHashes(texts, (_, from, end) =>
    ends ? [Math.max(from, end - halfLetters), end] : [from, Math.min(from + halfLetters, end)],
  )
  return (code) => (kanji[code] === 1 ? 0 : hashes(code))
}

/** The sound that is written, or those a name in kanji may have, or the code and full forms of a Latin name. */
function sounds(names: Names, text: Int32Array, sound: Int32Array, readings: Lists, short: boolean): Atom['keys'] {
  return (record, into) => {
    const [written, spelled] = [sound[record]!, text[record]!]
    let count = 0
    if (written >= 0) into[count++] = written + 1
    else if (spelled >= 0) {
      for (let at = readings.starts[spelled]!; at < readings.starts[spelled + 1]! && count < mostKeys; at++)
        into[count++] = readings.values[at]! + 1
      const code = names.sounds[spelled]!
      if (code >= 0) into[count++] = -code - 2
      const groups = names.groups
      if (short)
        for (let at = groups.starts[spelled]!; at < groups.starts[spelled + 1]! && count < mostKeys; at++)
          into[count++] = -groups.values[at]! - 1_000_000
    }
    return count
  }
}

function partsOf(names: Names, record: number, into: Int32Array): number {
  let count = 0
  const add = (code: number) => {
    if (code < 0 || count >= mostKeys) return
    for (let at = 0; at < count; at++) if (into[at] === code + 1) return
    into[count++] = code + 1
  }
  add(names.family[record]!)
  add(names.given[record]!)
  add(names.familySound[record]!)
  add(names.givenSound[record]!)
  for (let at = names.others.starts[record]!; at < names.others.starts[record + 1]!; at++) add(names.others.values[at]!)
  return count
}

const allParts =
  (names: Names): Atom['keys'] =>
  (record, into) =>
    partsOf(names, record, into)

/** Every two parts of a name together, in whichever order they stand. */
function partPairs(names: Names): Atom['keys'] {
  const parts = new Int32Array(mostKeys)
  return (record, into) => {
    const count = Math.min(partsOf(names, record, parts), 4)
    let made = 0
    for (let i = 0; i < count; i++)
      for (let j = i + 1; j < count && made < mostKeys; j++)
        into[made++] = Math.imul(Math.min(parts[i]!, parts[j]!), 0x9e3779b1) ^ Math.max(parts[i]!, parts[j]!)
    return made
  }
}

/** Where a part of a text begins and ends in the units of its pool; null where it has no such part. */
type PartOf = (units: Units, from: number, end: number) => readonly [number, number] | null

/** The hash of a part of each text, worked out when the first is asked for: 0 where it has none. */
function partHashes({ units, starts }: Texts, partOf: PartOf): (code: number) => number {
  let hashes: Int32Array | null = null
  const worked = (): Int32Array => {
    const made = new Int32Array(starts.length - 1)
    for (let code = 0; code < made.length; code++) {
      const part = partOf(units, starts[code]!, starts[code + 1]!)
      if (part) made[code] = hashOf(units, part[0], Math.min(part[1], starts[code + 1]!))
    }
    return made
  }
  return (code) => (hashes ??= worked())[code]!
}

const zero = '0'.charCodeAt(0)
const sign = '@'.charCodeAt(0)

/** More addresses at one domain than these are of a provider, which tells nothing. */
const mostOfDomain = 20

function rareDomains(texts: Texts): (code: number) => number {
  const hashes = partHashes(texts, (units, from, end) => [signIn(units, from, end) + 1, end])
  let counts: Map<number, number> | null = null
  const counted = (): Map<number, number> => {
    const made = new Map<number, number>()
    for (let code = 0; code + 1 < texts.starts.length; code++) made.set(hashes(code), (made.get(hashes(code)) ?? 0) + 1)
    return made
  }
  return (code) => ((counts ??= counted()).get(hashes(code))! > mostOfDomain ? 0 : hashes(code))
}

/** Where the @ of an address stands; behind it where there is none. */
function signIn(units: Units, from: number, end: number): number {
  let at = from
  while (at < end && units[at] !== sign) at++
  return at
}

/** Digits of a date, unless all of those from `first` up to `last` are 0: not known. */
const dateDigits =
  (from: number, to: number, [first, last]: readonly [number, number]): PartOf =>
  (units, start) => {
    for (let at = first; at < last; at++) if (units[start + at] !== zero) return [start + from, start + to]
    return null
  }

function columnAtoms({ id, kind, codes, texts, numbers }: Column): Atom[] {
  const part = (suffix: string, partOf: PartOf, weak?: true): Atom => {
    const keys = partHashes(texts, partOf)
    return { id: `${id}.${suffix}`, about: id, keys: one(codes, keys), ...(weak && { weak }) }
  }
  const whole: Atom = { id, about: id, keys: one(codes), last: texts.starts.length - 1 }
  switch (kind) {
    case 'date':
      return [
        { ...whole, keys: one(codes, (code) => (numbers[code]! % 10_000 ? code + 1 : 0)) },
        part('year', (_, from) => [from, from + 4], true),
        part('monthDay', dateDigits(4, 8, [4, 8]), true),
        part('yearMonth', dateDigits(0, 6, [4, 6]), true),
      ]
    case 'mail':
      return [
        whole,
        part('local', (units, from, end) => [from, signIn(units, from, end)]),
        { id: `${id}.domain`, about: id, keys: one(codes, rareDomains(texts)) },
      ]
    case 'phone':
      return [whole, part('end', (_, from, end) => [Math.max(from, end - 7), end])]
    case 'code':
      return id.startsWith('identifier') || id.startsWith('postcode')
        ? [
            whole,
            part('front', (_, from, end) => (end - from > 4 ? [from, from + ((end - from) >> 1)] : null)),
            part('back', (_, from, end) => (end - from > 4 ? [end - ((end - from) >> 1), end] : null)),
          ]
        : [whole]
    case 'words':
      return [whole, part('begin', (_, from, end) => (end - from > 6 ? [from, from + 4] : null), true)]
    case 'middle':
      return [whole, part('initial', (_, from) => [from, from + 1], true)]
    case 'category':
    case 'number':
      return [{ ...whole, weak: true }]
  }
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo), over some units; 0, which stands for no value, only of none. */
function hashOf(units: Units, from: number, end: number): number {
  if (from >= end) return 0
  let hash = 0x811c9dc5
  for (let at = from; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193)
  return hash | 0 || 1
}
