import type { Installation } from '../../kernel/installation.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { companyIds } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { knownPrints, rewrapped } from './keys.ts'
import * as store from './store.ts'

const batch = 500

/**
 * Wraps the key of every file by the installation key that wraps now, a few hundred to a transaction; what was done
 * stays done when it is stopped. Throws for a file whose key is not at hand. Answers how many were wrapped again.
 */
export async function rewrapAll(installation: Installation): Promise<number> {
  let done = 0
  for (const companyId of await companyIds(installation)) {
    for (let after: string | undefined; ;) {
      const last = await inCompany(installation, { companyId, actor: systemActor('files.rewrap') }, async (work) => {
        const [keyPrint = ''] = knownPrints(installation.config)
        const found = await store.wrappedOtherwise(work, { keyPrint, after, limit: batch })
        for (const one of found)
          await store.putKey(work, { id: one.id, ...rewrapped(installation.config, { companyId, id: one.id }, one) })
        if (found.length > 0) await record(work, { action: 'files.rewrapped', detail: { files: found.length } })
        return { id: found.at(-1)?.id, count: found.length }
      })
      done += last.count
      if (last.count < batch) break
      after = last.id
    }
  }
  return done
}
