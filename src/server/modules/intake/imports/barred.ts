import type { Work } from '../../../kernel/work.ts'
import { disposedAddresses, erasedAddresses } from '../../consent/index.ts'
import { erasedAmong } from '../../people/index.ts'
import type { draftOf } from '../files/index.ts'
import { recordsToday } from '../deliveries/after-disposal.ts'
import { hasApplication } from './course.ts'
import { instantOf } from './moments.ts'
import type { Keyed } from './natural-key.ts'
import type { Found } from './store-rows.ts'

type Read = { recordId: string; draft: ReturnType<typeof draftOf> }
export type ReadToday<R extends Read> = R & { disposedAt: Date | null }

const dayMs = 86_400_000
const spanDays = { DAY: 1, MONTH: 31, YEAR: 366 } as const

/** The rows, each under the record that its human has today. */
export async function asKeptToday<R extends Read>(
  work: Work,
  keyed: Keyed,
  read: readonly R[],
): Promise<ReadToday<R>[]> {
  const today = await recordsToday(work, keyed, [...new Set(read.map(({ recordId }) => recordId))])
  return read.map((one) => {
    const { id, disposedAt } = today.get(one.recordId)!
    return { ...one, recordId: id, disposedAt }
  })
}

const finding = (code: Found['code']): Found => ({ severity: 'ERROR', column: null, field: null, value: '', code })
export const erasedFinding = finding('row.erased')
const disposedFinding = finding('row.disposed')

/** The rows that may not come in again, each with why: its human was erased, or it is older than their disposal. */
export async function barred<R extends Read>(
  work: Work,
  rows: readonly ReadToday<R>[],
  zone: string,
): Promise<Map<ReadToday<R>, Found>> {
  const addresses = rows.flatMap(addressesOf)
  const gone = await erasedAddresses(work, addresses)
  const disposed = await disposedAddresses(work, addresses)
  const erased = await erasedAmong(
    work,
    rows.map(({ recordId }) => recordId),
  )
  const isPast = (one: ReadToday<R>) =>
    [one.disposedAt, ...addressesOf(one).map((address) => disposed.get(address)?.at ?? null)].some(
      (moment) => moment !== null && isBefore(one, moment, zone),
    )
  const isErased = (one: ReadToday<R>) =>
    erased.has(one.recordId) || addressesOf(one).some((address) => gone.has(address))
  return new Map(
    rows.flatMap((one) =>
      isPast(one) ? [[one, disposedFinding] as const] : isErased(one) ? [[one, erasedFinding] as const] : [],
    ),
  )
}

const addressesOf = ({ draft: { person } }: Read): string[] => person.mails.map(({ address }) => address)

/**
 * Whether a row speaks of the time before its human was disposed of. An application without a date may be of today; a
 * mere list may not bring anybody back.
 */
function isBefore({ draft: { application } }: Read, disposedAt: Date, zone: string): boolean {
  const { appliedAt } = application
  // A day, a month or a year without a time is the whole of it: whoever comes again within it comes in.
  if (!appliedAt) return !hasApplication(application)
  const spanMs = appliedAt.time === null ? spanDays[appliedAt.precision] * dayMs : 0
  return instantOf(appliedAt, zone).getTime() + spanMs <= disposedAt.getTime()
}
