import type { Config } from '../server/kernel/config.ts'
import { refusal } from '../server/kernel/errors.ts'

const ownerMissing = refusal('cli.owner-missing', 422)

/** The database as its owner: the one that is named, or the embedded one, also while another process runs it. */
export async function reachOwner(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.DATABASE_OWNER_URL) return { url: config.DATABASE_OWNER_URL, stop: async () => {} }
  if (config.DATABASE_URL) throw ownerMissing({})
  const { reachDatabase } = await import('../server/installation.ts')
  const { ownerUrl, stop } = await reachDatabase(config, { mayJoin: true })
  if (!ownerUrl) throw ownerMissing({})
  return { url: ownerUrl, stop }
}
