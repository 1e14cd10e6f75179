import { isOutage, isRetriable } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { linkRecords } from '../../linkage/index.ts'
import { makeSearchable, personOf } from '../../people/index.ts'
import type { ImportRef, Tell } from './check.ts'
import * as store from './store-imports.ts'
import * as rows from './store-rows.ts'

const linksPerWork = 500

/**
 * Finds for each imported record whose else it is, and makes it be found by text. Done last, so that the rows stand in
 * the pool early. A record that cannot be compared stands alone.
 */
export async function linkRows(
  installation: Installation,
  ref: ImportRef,
  tell: Tell,
  perWork = linksPerWork,
): Promise<void> {
  let limit = perWork
  for (;;) {
    try {
      const { left, done, total } = await inCompany(installation, ref, (work) =>
        linkSome(work, ref.importId, { limit }),
      )
      limit = perWork
      if (!left) return
      if (!(await tell({ phase: 'LINKING', done, total }))) return
    } catch (error) {
      if (isRetriable(error) || isOutage(error)) throw error
      installation.log.error({ ...ref, actor: undefined, err: error }, 'records of an import could not be compared')
      if (limit === 1)
        await inCompany(installation, ref, (work) => linkSome(work, ref.importId, { limit, alone: true }))
      limit = 1
    }
  }
}

async function linkSome(
  work: Work,
  importId: string,
  { limit, alone = false }: { limit: number; alone?: boolean },
): Promise<{ left: boolean; done: number; total: number }> {
  const found = await store.findImport(work, importId, { lock: true })
  if (!found || found.phase !== 'LINKING') return { left: false, done: 0, total: 0 }
  const next = await rows.rowsToLink(work, importId, limit)
  const total = found.created + found.changed
  if (next.length === 0) {
    await finish(work, importId)
    return { left: false, done: total, total }
  }
  const recordIds = [...new Set(next.map(({ recordId }) => recordId))]
  const linked = alone ? [] : await linkRecords(work, recordIds)
  // Whoever was joined was made searchable with it.
  const joinedTo = new Set(linked.flatMap(({ personId, mergeIds }) => (mergeIds.length > 0 ? [personId] : [])))
  const persons = alone
    ? await Promise.all(recordIds.map((id) => personOf(work, id)))
    : linked.map(({ personId }) => personId)
  await makeSearchable(
    work,
    [...new Set(persons)].filter((id) => !joinedTo.has(id)),
  )
  const joined = linked.reduce((sum, { mergeIds }) => sum + mergeIds.length, 0)
  await rows.dropRows(
    work,
    importId,
    next.map(({ number }) => number),
  )
  await store.addCounts(work, importId, { rowsLinked: next.length, joined })
  return { left: true, done: found.rowsLinked + next.length, total }
}

async function finish(work: Work, importId: string): Promise<void> {
  await store.dropUpload(work, importId)
  await store.changeImport(work, importId, {
    phase: 'DONE',
    state: 'DONE',
    hasFile: false,
    samples: [],
    finishedAt: work.now,
  })
}
