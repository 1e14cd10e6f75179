import type { Installation } from '../../../kernel/installation.ts'
import type { Actor } from '../../../kernel/work.ts'
import { companyIds } from './company.ts'

/**
 * Does the same for every company of the installation, one after the other. Where it fails is logged; no other company
 * waits for that, and on a schedule it is done there at the next time.
 */
export async function forEachCompany(
  installation: Installation,
  actor: Actor,
  run: (opening: { companyId: string; actor: Actor }) => Promise<unknown>,
): Promise<void> {
  for (const companyId of await companyIds(installation))
    try {
      await run({ companyId, actor })
    } catch (error) {
      installation.log.error({ err: error, companyId, actor: actor.id }, 'work for a company failed')
    }
}
