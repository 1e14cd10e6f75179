import type { Column } from './columns.ts'
import type { Names } from './names.ts'
import { sharedBytes, textOf, type Texts } from './texts.ts'

/**
 * For each address whether what stands before its @ is nothing but the name of somebody who has it (`ann.lee`, `alee`,
 * `lee_a`): such a beginning at two domains tells nothing that the name does not. Digits are of one's own choice.
 */
export function madeOfNames({ codes, texts, holders }: Column, names: Names): Uint8Array {
  const made = sharedBytes(holders.length)
  for (let record = 0; record < codes.length; record++) {
    const code = codes[record]!
    if (code < 0 || made[code] === 1) continue
    const [family, given] = [names.family[record]!, names.given[record]!]
    const [familySound, givenSound] = [names.familySound[record]!, names.givenSound[record]!]
    const first = texts.units[texts.starts[code]!]!
    const begins = (part: number) => part >= 0 && names.texts.units[names.texts.starts[part]!] === first
    // What begins with another letter than every part of the name is none of them.
    const may = first < letterA || begins(family) || begins(given) || begins(familySound) || begins(givenSound)
    const local = may && isOfLetters(texts, code) ? localOf(textOf(texts, code)) : ''
    if (local === '') continue
    const part = (text: number, sound: number) => textOf(names.texts, text < 0 ? sound : text)
    if (consistsOf(local, part(family, -1), part(given, -1))) made[code] = 1
    else if (consistsOf(local, part(-1, familySound), part(-1, givenSound))) made[code] = 1
  }
  return made
}

const letterA = 'a'.charCodeAt(0)

const at = '@'.charCodeAt(0)

/** Whether no digit stands before the @: of most addresses that is told sooner than their text is made. */
function isOfLetters({ units, starts }: Texts, code: number): boolean {
  for (let here = starts[code]!; here < starts[code + 1]! && units[here] !== at; here++)
    if (units[here]! >= zero && units[here]! <= nine) return false
  return true
}

const [zero, nine] = ['0'.charCodeAt(0), '9'.charCodeAt(0)]

/** The letters before the @; nothing where digits stand among them. */
function localOf(mail: string): string {
  const local = mail.slice(0, mail.indexOf('@'))
  return /^[a-z._-]{2,}$/.test(local) ? local.replace(/[._-]/g, '') : ''
}

function consistsOf(local: string, family: string, given: string): boolean {
  if (family.length < 2 || given === '') return local === given || (local === family && family !== '')
  const initial = given.slice(0, 1)
  return (
    local === given + family ||
    local === family + given ||
    local === initial + family ||
    local === family + initial ||
    local === given + family.slice(0, 1) ||
    local === given ||
    local === family
  )
}
