import type { Column } from './columns.ts'
import type { Names } from './names.ts'
import { sharedBytes, textOf } from './texts.ts'

/**
 * For each address whether what stands before its @ is nothing but the name of somebody who has it (`ann.lee`, `alee`,
 * `lee_a`): such a beginning at two domains tells nothing that the name does not. Digits are of one's own choice.
 */
export function madeOfNames({ codes, texts, holders }: Column, names: Names): Uint8Array {
  const made = sharedBytes(holders.length)
  const spelled = Array.from({ length: names.texts.starts.length - 1 }, (_, code) => textOf(names.texts, code))
  const locals = Array.from({ length: holders.length }, (_, code) => localOf(textOf(texts, code)))
  for (let record = 0; record < codes.length; record++) {
    const code = codes[record]!
    if (code < 0 || made[code] === 1) continue
    const local = locals[code]!
    if (local === '') continue
    const part = (text: number, sound: number) => spelled[text] ?? spelled[sound] ?? ''
    const written = consistsOf(local, part(names.family[record]!, -1), part(names.given[record]!, -1))
    const spoken = () => consistsOf(local, part(-1, names.familySound[record]!), part(-1, names.givenSound[record]!))
    if (written || spoken()) made[code] = 1
  }
  return made
}

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
