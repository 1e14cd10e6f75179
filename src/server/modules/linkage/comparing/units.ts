import type { SourceKind } from '../../../../contract/people/person-fields.ts'
import type { HomeRecord, Stated } from '../../people/index.ts'

/** The mail addresses of a human, and who vouches for them. */
export type Mails = {
  /** The mail addresses that applications, systems and staff state; not what the person says on their own page. */
  mails: readonly string[]
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
} & Mails

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
      ...mailsOf(known, stated),
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

function mailsOf(records: readonly HomeRecord[], stated: ReadonlyMap<string, Stated>): Mails {
  const by = (isMeant: (kind: SourceKind) => boolean) =>
    records.flatMap(({ sourceRecordId, kind }) => {
      const { email } = stated.get(sourceRecordId)!
      return typeof email === 'string' && isMeant(kind) ? [email] : []
    })
  const confirmed = by((kind) => confirming.includes(kind))
  return {
    mails: by((kind) => kind !== 'PERSON'),
    hasUnconfirmedMail: by((kind) => !confirming.includes(kind)).some((mail) => !confirmed.includes(mail)),
  }
}

/** The mail addresses of several units, as of one person. */
export const mailsOfAll = (units: readonly Mails[]): Mails => ({
  mails: units.flatMap(({ mails }) => mails),
  hasUnconfirmedMail: units.some(({ hasUnconfirmedMail }) => hasUnconfirmedMail),
})
