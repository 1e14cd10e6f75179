import type { SourceKind } from '../../../../contract/people/person-fields.ts'
import { phoneValue } from '../../../../engines/linkage/index.ts'
import { comparedAs, type HomeRecord, type Stated } from '../../people/index.ts'

/** By what a human is reached, and who vouches for it. */
export type Contacts = {
  /** `mail:…` and `phone:…` as applications, systems and staff state them; not what the person says on their own page. */
  contacts: readonly string[]
  /** Whether it states an address that staff neither entered nor brought in: whoever wrote the name wrote the address. */
  hasUnconfirmedMail: boolean
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
  const told = records.map(({ sourceRecordId, kind }) => {
    const { email, phone } = stated.get(sourceRecordId)!
    // A number as it is compared: 「なし」 in both is no number that both state.
    return { kind, email, phone: typeof phone === 'string' ? phoneValue(phone) : '' }
  })
  const mailsBy = (isConfirming: boolean) =>
    told.flatMap(({ kind, email }) => (email && confirming.includes(kind) === isConfirming ? [email] : []))
  const confirmed = mailsBy(true)
  return {
    contacts: told.flatMap(({ kind, email, phone }) =>
      kind === 'PERSON'
        ? []
        : [...(email ? [`mail:${comparedAs('email', email)}`] : []), ...(phone ? [`phone:${phone}`] : [])],
    ),
    hasUnconfirmedMail: mailsBy(false).some((mail) => !confirmed.includes(mail)),
  }
}

/** By what a person of several units is reached. */
export const contactsOfAll = (units: readonly Contacts[]): Contacts => ({
  contacts: units.flatMap(({ contacts }) => contacts),
  hasUnconfirmedMail: units.some(({ hasUnconfirmedMail }) => hasUnconfirmedMail),
})
