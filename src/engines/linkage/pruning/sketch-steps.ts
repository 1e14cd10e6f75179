import type { ColumnKind } from '../reading/columns.ts'
import type { Panel } from './panel.ts'
import {
  bestOfCodes, bestOfDates, bestOfMails, bestOfMiddles, bestOfNumbers, bestOfPhones, bestOfWords, mailsDiffer,
  type MailSketch,
} from './sketches.ts' // prettier-ignore

/** Candidates beside one record: the first `count` of `places` in a panel, and what each of them weighs so far at its place in `sums`. */
export type Candidates = { places: Int32Array; sums: Int32Array; count: number }

/**
 * Adds to each candidate what its value, number `at` of a panel, weighs at best beside that of the record in place `own`:
 * `bits` has that by level, first that of no value, then that of an equal one, then those that are left.
 */
export type AddBySketch = (
  panel: Panel,
  beside: { own: number; at: number; bits: Int32Array },
  candidates: Candidates,
) => void

const addIfEqual: AddBySketch = ({ values, room }, { own, at, bits }, { places, sums, count }) => {
  const codes = at * room
  const code = values[codes + own]!
  for (let nth = 0; nth < count; nth++) {
    const other = values[codes + places[nth]!]!
    sums[nth]! += bits[other < 0 ? 0 : other === code ? 1 : 2]!
  }
}

/**
 * A loop for each kind, so that what tells its values apart stands within it: these run for nearly every pair. Texts are first
 * told by whether they are equal, which is cheap and takes the most.
 */
export const addersOfKind: Readonly<Record<ColumnKind, AddBySketch>> = {
  date: ({ values, room }, { own, at, bits }, { places, sums, count }) => {
    const [codes, sketches] = [at * room, at * room + room]
    const [code, digits] = [values[codes + own]!, values[sketches + own]!]
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      sums[nth]! += bits[other < 0 ? 0 : other === code ? 1 : bestOfDates(digits, values[sketches + place]!)]!
    }
  },
  phone: ({ values, room }, { own, at, bits }, { places, sums, count }) => {
    const [codes, sketches] = [at * room, at * room + room]
    const [code, digits] = [values[codes + own]!, values[sketches + own]!]
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      sums[nth]! += bits[other < 0 ? 0 : other === code ? 1 : bestOfPhones(digits, values[sketches + place]!)]!
    }
  },
  number: ({ values, room }, { own, at, bits }, { places, sums, count }) => {
    const [codes, sketches] = [at * room, at * room + room]
    const [code, number] = [values[codes + own]!, values[sketches + own]!]
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      sums[nth]! += bits[other < 0 ? 0 : other === code ? 1 : bestOfNumbers(number, values[sketches + place]!)]!
    }
  },
  middle: ({ values, room }, { own, at, bits }, { places, sums, count }) => {
    const [codes, sketches] = [at * room, at * room + room]
    const [code, signature] = [values[codes + own]!, values[sketches + own]!]
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      sums[nth]! += bits[other < 0 ? 0 : other === code ? 1 : bestOfMiddles(signature, values[sketches + place]!)]!
    }
  },
  category: addIfEqual,
  mail: addIfEqual,
  code: addIfEqual,
  words: addIfEqual,
}

/** Of texts that differ, what their sketches take of the best they may weigh: `bits` has that by level, 0 for the best. */
export const takersOfKind: Readonly<Partial<Record<ColumnKind, AddBySketch>>> = {
  mail: ({ values, room }, { own, at, bits }, { places, sums, count }) => {
    const codes = at * room
    const [signatures, repeats] = [codes + room, codes + room * 2]
    const [fronts, tails] = [codes + room * 3, codes + room * 4]
    const code = values[codes + own]!
    const sketch: MailSketch = {
      signature: values[signatures + own]!,
      repeated: values[repeats + own]!,
      front: values[fronts + own]!,
      tail: values[tails + own]!,
    }
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      if (other < 0 || other === code) continue
      const signature = values[signatures + place]!
      const repeated = values[repeats + place]!
      const front = values[fronts + place]!
      const tail = values[tails + place]!
      sums[nth]! += mailsDiffer(sketch, signature, repeated, front, tail)
        ? bits[5]!
        : bits[bestOfMails(sketch, signature, repeated, front, tail)]!
    }
  },
  code: ({ values, room }, { own, at, bits }, { places, sums, count }) => {
    const [codes, signatures, tails] = [at * room, (at + 1) * room, (at + 2) * room]
    const [code, signature, tail] = [values[codes + own]!, values[signatures + own]!, values[tails + own]!]
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      if (other < 0 || other === code) continue
      sums[nth]! += bits[bestOfCodes(signature, tail, values[signatures + place]!, values[tails + place]!)]!
    }
  },
  words: ({ values, room }, { own, at, bits }, { places, sums, count }) => {
    const [codes, signatures, tails] = [at * room, (at + 1) * room, (at + 2) * room]
    const [code, signature, tail] = [values[codes + own]!, values[signatures + own]!, values[tails + own]!]
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      if (other < 0 || other === code) continue
      sums[nth]! += bits[bestOfWords(signature, tail, values[signatures + place]!, values[tails + place]!)]!
    }
  },
}
