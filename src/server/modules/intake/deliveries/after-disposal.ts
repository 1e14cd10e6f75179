import { disposedAddresses, disposedRecords } from '../../consent/index.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Keyed } from '../imports/natural-key.ts'

/**
 * The record under which each of these humans of a source is kept today. One whose record was disposed of, because its
 * time was over, and who comes again gets another: the disposed one stays empty. `disposedAt` is when that was.
 */
export async function recordsToday(
  work: Work,
  keyed: Keyed,
  ids: readonly string[],
): Promise<Map<string, { id: string; disposedAt: Date | null }>> {
  const today = new Map(ids.map((id) => [id, { id, disposedAt: null as Date | null }]))
  for (;;) {
    const found = await disposedRecords(
      work,
      [...today.values()].map(({ id }) => id),
    )
    if (found.size === 0) return today
    for (const [first, { id }] of today) {
      const disposed = found.get(id)
      if (disposed)
        today.set(first, { id: keyed.id(`record ${id} after ${disposed.erasureId}`), disposedAt: disposed.at })
    }
  }
}

/** When the last of what was known under any of these addresses was disposed of. */
export async function lastDisposal(work: Work, addresses: readonly string[]): Promise<Date | null> {
  const found = [...(await disposedAddresses(work, addresses)).values()].map(({ at }) => at)
  return found.length === 0 ? null : new Date(Math.max(...found.map((at) => at.getTime())))
}
