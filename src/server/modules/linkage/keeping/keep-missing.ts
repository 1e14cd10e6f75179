import type { Installation } from '../../../kernel/installation.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import type { Finding } from '../../../kernel/module.ts'
import { inCompany, systemActor, type Actor, type Work } from '../../../kernel/work.ts'
import { forEachCompany } from '../../accounts/index.ts'
import { keep } from './keep.ts'
import * as store from './store-records.ts'

/** So many records are kept in one Work. */
const batch = 500

/**
 * Keeps the next records that came before linkage kept anything of them, or past it, so that whoever comes from now on
 * finds them: the ids done, none when nothing is missing. They are not linked to each other by it: a file of years ago
 * is not merged overnight without anybody asking. Stopping between two calls loses nothing.
 */
export async function keepMissing(work: Work, after: string | null): Promise<string[]> {
  const ids = await store.recordsNotKept(work, { after, limit: batch })
  if (ids.length === 0) return ids
  await keep(work, ids)
  // What is kept holds the records, so that an erasure waits; one that was there before takes away what was read.
  const living = new Set(await store.livingOf(work, ids))
  await store.dropRecords(
    work,
    ids.filter((id) => !living.has(id)),
  )
  return ids
}

/** A record is kept at the latest by the second run behind it. */
const patienceMs = 3 * 3_600_000

/** Records that nobody can be linked with, since nothing they are found by was kept. */
export async function verifyKept(work: Work): Promise<Finding[]> {
  const before = new Date(work.now.getTime() - patienceMs)
  const ids = await store.recordsNotKept(work, { after: null, limit: 100, before })
  return ids.map((id) => ({
    rule: 'linkage.records-can-be-found',
    where: id,
    saw: 'a record without the keys it is found by',
  }))
}

/** Keeps whatever is missing, as many records in one Work as a batch has. */
async function keepAll(installation: Installation, opening: { companyId: string; actor: Actor }): Promise<void> {
  for (let after: string | null = null; ;) {
    const from: string | null = after
    const done: string[] = await inCompany(installation, opening, (work) => keepMissing(work, from))
    after = done.at(-1) ?? null
    if (after === null) return
  }
}

export const keepAllMissing = job({
  name: 'linkage.keep',
  payload: nothing,
  schedule: '20 * * * *',
  run: (installation) =>
    forEachCompany(installation, systemActor('linkage.keep'), (opening) => keepAll(installation, opening)),
})
