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

/** How many of a paged use case's answers are read at once. */
export const listed = 1_000

/** Every page of a use case, one after the other. */
export async function everyPage<T>(
  page: (before: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const all: T[] = []
  let before: string | undefined
  do {
    const { items, nextCursor } = await page(before)
    all.push(...items)
    before = nextCursor ?? undefined
  } while (before !== undefined)
  return all
}

/** The day of an instant where the company reads it. */
export async function daysOf(work: Work): Promise<(instant: string) => string> {
  const { company } = await import('../../server/modules/accounts/index.ts')
  const { timeZone } = await company(work)
  return (instant) => localTime(new Date(instant), timeZone).day
}
