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

/** Everything that a paged use case answers, to a thousand at most. */
export const listed = 1_000
