import type { SourceKind } from '../../../../contract/people/person-fields.ts'
import { phoneValue } from '../../../../engines/linkage/index.ts'
import { comparedAs, type HomeRecord, type Stated } from '../../people/index.ts'

/** By what a human is reached, and who vouches for it. */
export type Contacts = {
  /** `mail:…` and `phone:…` as applications, systems and staff state them; not what the person says on their own page. */
  contacts: readonly string[]
  /** Those addresses and numbers that staff neither entered nor brought in: whoever wrote the name wrote them. */
  unconfirmed: readonly string[]
  /** Whether staff entered or brought in an address or a number. */
  isConfirmed: boolean
}

/**
 * What is compared: a human as known before any merge, with all that was said of them by themselves. `rows` are the
 * records one by one, and where there are several, all of them as one, which is `main`: what staff or the person
 * corrected counts together with the rest.
 */
export type Unit = {
  id: string
  records: string[]
  rows: Stated[]
  main: Stated
  /** Those of `rows`, by place, that rest on what the person says of themselves on their own page. */
  inOwnWords: ReadonlySet<number>
  kinds: ReadonlyMap<string, SourceKind>
} & Contacts

const corrections: readonly SourceKind[] = ['STAFF', 'PERSON', 'MEMBER']

/** Whose word it is that an address is that human's; all others write down name and address alike as they please. */
const confirming: readonly SourceKind[] = ['STAFF', 'IMPORT']

/** The units that records make; records of which nothing is known to compare are left out. */
export function unitsOf(records: readonly HomeRecord[], stated: ReadonlyMap<string, Stated>): Map<string, Unit> {
  const units = new Map<string, Unit>()
  for (const [id, ofUnit] of Map.groupBy(records, ({ homePersonId }) => homePersonId)) {
    const known = ofUnit.filter(({ sourceRecordId }) => stated.has(sourceRecordId))
    if (known.length === 0) continue
    const rows = known.map(({ sourceRecordId }) => stated.get(sourceRecordId)!)
    const main = rows.length === 1 ? rows[0]! : together(known, stated)
    const own = known.flatMap(({ kind }, at) => (kind === 'PERSON' && Object.keys(rows[at]!).length > 0 ? [at] : []))
    units.set(id, {
      id,
      records: ofUnit.map(({ sourceRecordId }) => sourceRecordId),
      rows: rows.length === 1 ? rows : [...rows, main],
      main,
      inOwnWords: new Set(own.length > 0 && rows.length > 1 ? [...own, rows.length] : own),
      ...contactsOf(known, stated),
      kinds: new Map(ofUnit.map(({ sourceRecordId, kind }) => [sourceRecordId, kind])),
    })
  }
  return units
}

/** Records come oldest first, so that a newer one is believed; a correction is believed before any other. */
function together(records: readonly HomeRecord[], stated: ReadonlyMap<string, Stated>): Stated {
  const isCorrection = ({ kind }: HomeRecord) => corrections.includes(kind)
  const ordered = [...records.filter((one) => !isCorrection(one)), ...records.filter(isCorrection)]
  return Object.assign({}, ...ordered.map(({ sourceRecordId }) => stated.get(sourceRecordId))) as Stated
}

function contactsOf(records: readonly HomeRecord[], stated: ReadonlyMap<string, Stated>): Contacts {
  const told = records.flatMap(({ sourceRecordId, kind }) => {
    const { email, phone } = stated.get(sourceRecordId)!
    // A number as it is compared: 「なし」 in both is no number that both state.
    const number = typeof phone === 'string' ? phoneValue(phone) : ''
    // What is entered on the own page vouches for nothing; letters go to an address from there like to any other.
    return [
      ...(email ? [{ kind, contact: `mail:${comparedAs('email', email)}` }] : []),
      ...(number && kind !== 'PERSON' ? [{ kind, contact: `phone:${number}` }] : []),
    ]
  })
  const confirmed = told.filter(({ kind }) => confirming.includes(kind)).map(({ contact }) => contact)
  return {
    contacts: told.filter(({ kind }) => kind !== 'PERSON').map(({ contact }) => contact),
    unconfirmed: told.map(({ contact }) => contact).filter((contact) => !confirmed.includes(contact)),
    isConfirmed: confirmed.length > 0,
  }
}

/** By what a person of several units is reached. */
export const contactsOfAll = (units: readonly Contacts[]): Contacts => ({
  contacts: units.flatMap(({ contacts }) => contacts),
  unconfirmed: units.flatMap(({ unconfirmed }) => unconfirmed),
  isConfirmed: units.some(({ isConfirmed }) => isConfirmed),
})
