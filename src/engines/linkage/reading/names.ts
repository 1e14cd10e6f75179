import { familyNameShare, familyReadings, givenReadings, hasKanji } from '../../japanese/index.ts'
import { holdersOf } from './columns.ts'
import { nameGroups } from './nicknames.ts'
import type { NameParts } from './person-name.ts'
import { soundCode } from './sound.ts'
import { GrowingInts, missing, sharedInts, TextCollector, toSharedInts, type Texts } from './texts.ts'

/** Lists of whole numbers laid end to end: the list of `at` is `values[starts[at]] … values[starts[at + 1] - 1]`. */
export type Lists = { starts: Int32Array; values: Int32Array }

/**
 * The names of all records. A name part is a code into `texts`, whether kanji, a sound or Latin letters, so that parts
 * of different writing meet as equal numbers. `familyReadings` and `givenReadings` list the sounds a part in kanji may
 * have; `groups` the full forms a Latin given name may be short for; `shares` public frequency (0 where unknown).
 */
export type Names = {
  texts: Texts
  family: Int32Array
  given: Int32Array
  familySound: Int32Array
  givenSound: Int32Array
  others: Lists
  holders: { family: Int32Array; given: Int32Array; familySound: Int32Array; givenSound: Int32Array; any: Int32Array }
  /** How many records of other people bear the whole name of each, as written and by its sound. */
  namesakes: { text: Int32Array; sound: Int32Array }
  familyReadings: Lists
  givenReadings: Lists
  groups: Lists
  sounds: Int32Array
  shares: Float64Array
  kanji: Uint8Array
}

/** What a thread gathered of the names, to be joined with what others did. */
export type NamePart = {
  parts: readonly Int32Array[]
  otherStarts: Int32Array
  others: Int32Array
  pool: Pick<Texts, 'units' | 'starts'>
}

export class NameCollector {
  readonly #texts = new TextCollector()
  readonly #parts = [new GrowingInts(), new GrowingInts(), new GrowingInts(), new GrowingInts()] as const
  readonly #otherStarts = new GrowingInts()
  readonly #others = new GrowingInts()
  readonly #known = new Map<string, number>()

  add(parts: NameParts): void {
    this.#parts[0].push(this.#code(parts.family))
    this.#parts[1].push(this.#code(parts.given))
    this.#parts[2].push(this.#code(parts.familySound))
    this.#parts[3].push(this.#code(parts.givenSound))
    this.#otherStarts.push(this.#others.length)
    const { others } = parts
    for (let at = 0; at < others.length && at < 8; at++) this.#others.push(this.#code(others[at]!))
  }

  /** The parts of names come again and again, the same strings even: most are known without a look at their letters. */
  #code(text: string): number {
    if (text === '') return missing
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const code = this.#texts.code(text)
    if (this.#known.size < 50_000) this.#known.set(text, code)
    return code
  }

  get isEmpty(): boolean {
    return this.#texts.size === 0
  }

  part(): NamePart {
    const part = {
      parts: this.#parts.map((one) => one.finish()),
      otherStarts: this.#otherStarts.finish(),
      others: this.#others.finish(),
      pool: this.#texts.pool(),
    }
    this.#release()
    this.#texts.release()
    return part
  }

  #release(): void {
    for (const numbers of [...this.#parts, this.#otherStarts, this.#others]) numbers.release()
  }

  /** Adds the records of a part behind those there are. */
  absorb({ parts, otherStarts, others, pool }: NamePart, size: number): void {
    const mapped = this.#texts.absorb(pool)
    const first = this.#others.length
    for (let record = 0; record < size; record++) {
      for (let at = 0; at < 4; at++) {
        const code = parts[at]![record]!
        this.#parts[at]!.push(code < 0 ? code : mapped[code]!)
      }
      this.#otherStarts.push(first + otherStarts[record]!)
    }
    for (const other of others) this.#others.push(mapped[other]!)
  }

  /** What was gathered; `births` are the codes of birth dates by record, where there are any. */
  finish(births: Int32Array | undefined): Names {
    const [family, given, familySound, givenSound] = this.#parts.map((part) => part.finish()) as [
      Int32Array, Int32Array, Int32Array, Int32Array,
    ] // prettier-ignore
    this.#otherStarts.push(this.#others.length)
    const others = { starts: this.#otherStarts.finish(), values: this.#others.finish() }
    this.#release()
    const spelled = this.#texts.texts()
    const isKanji = spelled.map((text) => hasKanji(text))
    const familySounds = this.#codesOf(spelled, (text, at) => (isKanji[at] ? familyReadings(text) : []))
    const givenSounds = this.#codesOf(spelled, (text, at) => (isKanji[at] ? givenReadings(text) : []))
    const texts = this.#texts.texts()
    const count = texts.length
    const holders = holdersOfNames({ family, given, familySound, givenSound, others }, count)
    return {
      family, given, familySound, givenSound, others, holders,
      namesakes: namesakesOf({ family, given, familySound, givenSound }, births),
      texts: this.#texts.finish(),
      familyReadings: listsOf(padded(familySounds, count)),
      givenReadings: listsOf(padded(givenSounds, count)),
      groups: listsOf(texts.map(nameGroups)),
      sounds: soundCodes(texts),
      shares: sharesOf(texts),
      kanji: new Uint8Array(toSharedBytes(texts.map((text) => (hasKanji(text) ? 1 : 0)))),
    } // prettier-ignore
  }

  #codesOf(texts: readonly string[], readings: (text: string, at: number) => readonly string[]): number[][] {
    return texts.map((text, at) =>
      readings(text, at)
        .slice(0, 12)
        .map((sound) => this.#texts.code(sound)),
    )
  }
}

/** How many records hold each of so many parts in each place, and how many in any. */
export function holdersOfNames(
  {
    family,
    given,
    familySound,
    givenSound,
    others,
  }: Pick<Names, 'family' | 'given' | 'familySound' | 'givenSound' | 'others'>,
  count: number,
): Names['holders'] {
  const any = sharedInts(count)
  for (const codes of [family, given, familySound, givenSound, others.values])
    for (const code of codes) if (code >= 0) any[code]!++
  return {
    family: holdersOf(family, count),
    given: holdersOf(given, count),
    familySound: holdersOf(familySound, count),
    givenSound: holdersOf(givenSound, count),
    any,
  }
}

/** As many rows of one whole name may well be of one person, where no births tell. */
const ownRows = 20

/** So many births of one name, so few of them alike, are of many people for certain. */
const [enoughBirths, mostAlike] = [8, 0.15]

/** That the two at hand bear one name is not told by it once more. */
const atHand = 2

/** `births` are codes of birth dates by record, where there are any: namesakes who are not born on one day are people of their own. */
export function namesakesOf(
  { family, given, familySound, givenSound }: Pick<Names, 'family' | 'given' | 'familySound' | 'givenSound'>,
  births: Int32Array | undefined,
): Names['namesakes'] {
  const othersBearing = (one: Int32Array, other: Int32Array): Int32Array => {
    const alike = groupsOf(one, other)
    const rows = countsIn(alike)
    const born = births && countsIn(alike, (record) => births[record]! >= 0)
    const pairs = births && sameBirths(alike, births)
    const others = sharedInts(one.length)
    for (const [record, group] of alike.entries()) {
      if (group < 0) continue
      const [count, known] = [rows[group]!, born?.[group] ?? 0]
      const share = pairs && known >= enoughBirths ? (2 * pairs[group]!) / (known * (known - 1)) : 1
      const byBirth = share <= mostAlike ? (count - 1) * (1 - share) - atHand : 0
      others[record] = Math.max(0, count - ownRows, byBirth)
    }
    return others
  }
  return { text: othersBearing(family, given), sound: othersBearing(familySound, givenSound) }
}

/** How many pairs of each group have one birth. */
function sameBirths(groups: Int32Array, births: Int32Array): Float64Array {
  const pairs = new Float64Array(groups.length)
  const alike = groupsOf(groups, births)
  const rows = countsIn(alike)
  for (const [record, group] of alike.entries()) if (group >= 0) pairs[groups[record]!]! += (rows[group]! - 1) / 2
  return pairs
}

function countsIn(groups: Int32Array, counts: (record: number) => boolean = () => true): Int32Array {
  const rows = new Int32Array(groups.length)
  for (const [record, group] of groups.entries()) if (group >= 0 && counts(record)) rows[group]!++
  return rows
}

/** For each record the first that holds the same two codes; -1 where one is missing. */
function groupsOf(one: Int32Array, other: Int32Array): Int32Array {
  const mask = (1 << Math.ceil(Math.log2(one.length * 2 + 16))) - 1
  // Slots of the first record that holds two codes, one above its number.
  const first = new Int32Array(mask + 1)
  const groups = new Int32Array(one.length).fill(-1)
  for (let record = 0; record < one.length; record++) {
    const [left, right] = [one[record]!, other[record]!]
    if (left < 0 || right < 0) continue
    let slot = mixed(left, right) & mask
    for (let held = first[slot]!; held > 0; held = first[slot]!) {
      if (one[held - 1] === left && other[held - 1] === right) break
      slot = (slot + 1) & mask
    }
    if (first[slot] === 0) first[slot] = record + 1
    groups[record] = first[slot]! - 1
  }
  return groups
}

function mixed(one: number, other: number): number {
  const hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)
  return (hash ^ (hash >>> 15)) >>> 0
}

function soundCodes(texts: readonly string[]): Int32Array {
  const codes = new TextCollector()
  return toSharedInts(texts.map((text) => codes.code(hasKanji(text) ? '' : soundCode(text))))
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new GrowingInts()
  const values = new GrowingInts()
  for (const list of lists) {
    starts.push(values.length)
    for (const value of list) values.push(value)
  }
  starts.push(values.length)
  return { starts: starts.finish(), values: values.finish() }
}

/** Sounds become texts while readings are looked up, so that there are more texts than lists; the rest have none. */
const padded = (lists: readonly number[][], count: number): readonly number[][] =>
  Array.from({ length: count }, (_, at) => lists[at] ?? [])

function sharesOf(texts: readonly string[]): Float64Array {
  const shares = new Float64Array(new SharedArrayBuffer(Math.max(texts.length, 1) * 8))
  for (const [at, text] of texts.entries()) if (hasKanji(text)) shares[at] = familyNameShare(text) ?? 0
  return shares
}

function toSharedBytes(values: readonly number[]): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(Math.max(values.length, 1))
  new Uint8Array(buffer).set(values)
  return buffer
}
