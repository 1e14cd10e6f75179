import type { Column } from './columns.ts'
import type { Dataset } from './dataset.ts'
import type { Lists, Names } from './names.ts'
import { textOf } from './texts.ts'

/**
 * Something two records may have in common: for each record the hashes of its values. `about` keeps a rule from joining
 * two atoms that say the same; `alone` tells whether the atom may be a rule by itself.
 */
export type Atom = { id: string; about: string; keys: (record: number, into: Int32Array) => number; weak?: true }

/** As many values as one atom may have for one record. */
export const mostKeys = 8

/** All atoms of a dataset. */
export function atomsOf(dataset: Dataset): Atom[] {
  return [...(dataset.names ? nameAtoms(dataset.names) : []), ...dataset.columns.flatMap(columnAtoms)]
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
    },
    { id: 'givenSound', about: 'given', keys: sounds(names, names.given, names.givenSound, names.givenReadings, true) },
    { id: 'part', about: 'part', keys: allParts(names) },
    { id: 'twoParts', about: 'name', keys: partPairs(names) },
  ]
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

function columnAtoms(column: Column): Atom[] {
  const { id, kind, codes, texts } = column
  const derived = (suffix: string, derive: (text: string) => string, weak?: true): Atom => {
    const keys = Int32Array.from({ length: texts.starts.length - 1 }, (_, code) => hashOf(derive(textOf(texts, code))))
    return { id: `${id}.${suffix}`, about: id, keys: one(codes, (code) => keys[code]!), ...(weak && { weak }) }
  }
  const whole: Atom = { id, about: id, keys: one(codes) }
  switch (kind) {
    case 'date':
      return [
        { ...whole, keys: one(codes, (code) => (column.numbers[code]! % 10_000 ? code + 1 : 0)) },
        derived('year', (text) => text.slice(0, 4), true),
        derived('monthDay', (text) => (text.slice(4) === '0000' ? '' : text.slice(4)), true),
        derived('yearMonth', (text) => (text.slice(4, 6) === '00' ? '' : text.slice(0, 6)), true),
      ]
    case 'mail':
      return [whole, derived('local', (text) => text.split('@')[0]!)]
    case 'phone':
      return [whole, derived('end', (text) => text.slice(-7))]
    case 'code':
      return id.startsWith('identifier') || id.startsWith('postcode')
        ? [
            whole,
            derived('front', (text) => (text.length > 4 ? text.slice(0, text.length >> 1) : '')),
            derived('back', (text) => (text.length > 4 ? text.slice(-(text.length >> 1)) : '')),
          ]
        : [whole]
    case 'words':
      return [whole, derived('begin', (text) => (text.length > 6 ? text.slice(0, 4) : ''), true)]
    case 'middle':
      return [whole, derived('initial', (text) => text.slice(0, 1), true)]
    case 'category':
    case 'number':
      return [{ ...whole, weak: true }]
  }
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo); never 0, which stands for no value. */
function hashOf(text: string): number {
  if (text === '') return 0
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0 || 1
}
