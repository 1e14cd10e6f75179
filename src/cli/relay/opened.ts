import type { Words } from '../terminal.ts'
import { localTime } from '../../engines/japanese/index.ts'
import { readConfig } from '../../server/kernel/config.ts'
import type { Installation } from '../../server/kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../server/kernel/work.ts'

/** Opens the installation beside a server that may be running, and closes it whatever happens. */
export async function inInstallation(run: (installation: Installation) => Promise<void>): Promise<void> {
  const { openInstallation } = await import('../../server/installation.ts')
  const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
  try {
    await run(opened.installation)
  } finally {
    await opened.close()
  }
}

/** Reads in a company's realm, or in the operator's where none is named; `relay.off` where nobody runs a relay. */
export async function reading<T>(
  installation: Installation,
  companyId: string | undefined,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const { relayOperator } = await import('../../server/modules/relay/index.ts')
  const id = companyId ?? (await relayOperator(installation)).id
  return inCompany(installation, { companyId: id, actor: systemActor('cli') }, run)
}

/** A company whose name is known no more. */
export const formerCompany: Words = { ja: '(退会した企業)', en: '(a company that left)' }

/** How many of a paged use case's answers are read at once. */
export const listed = 1_000

/** Every page of a use case, one after the other. */
export async function everyPage<T, Cursor = string>(
  page: (before: Cursor | undefined) => Promise<{ items: T[]; nextCursor: Cursor | null }>,
): Promise<T[]> {
  const all: T[] = []
  let before: Cursor | undefined
  do {
    const { items, nextCursor } = await page(before)
    all.push(...items)
    before = nextCursor ?? undefined
  } while (before !== undefined)
  return all
}

/** How a company reads: its language, and the day or the minute of an instant in its zone. */
export type Reader = {
  locale: 'ja' | 'en'
  dayOf: (instant: string) => string
  timeOf: (instant: string) => string
}

export async function readerIn(work: Work): Promise<Reader> {
  const { company } = await import('../../server/modules/accounts/index.ts')
  const { timeZone, locale } = await company(work)
  const dayOf = (instant: string) => localTime(new Date(instant), timeZone).day
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short', hourCycle: 'h23' })
  return { locale, dayOf, timeOf: (instant) => `${dayOf(instant)} ${clock.format(new Date(instant))}` }
}
