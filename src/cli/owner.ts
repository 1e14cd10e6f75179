import type { Config } from '../server/kernel/config.ts'
import { refusal } from '../server/kernel/errors.ts'

const ownerMissing = refusal('cli.owner-missing', 422)

export type Owner = { url: string; stop: () => Promise<void> }

/**
 * The database as its owner: the one that is named, or the embedded one. `mayJoin` says whether the embedded one
 * may be used while another process runs it.
 */
export async function reachOwner(config: Config, { mayJoin }: { mayJoin: boolean }): Promise<Owner> {
  if (config.DATABASE_OWNER_URL) return { url: config.DATABASE_OWNER_URL, stop: async () => {} }
  if (config.DATABASE_URL) throw ownerMissing({})
  const { reachDatabase } = await import('../server/installation.ts')
  const { ownerUrl, stop } = await reachDatabase(config, { mayJoin })
  if (!ownerUrl) throw ownerMissing({})
  return { url: ownerUrl, stop }
}
