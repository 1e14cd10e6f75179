import type { Installation } from '../../../kernel/installation.ts'
import { isOutage, isRetriable } from '../../../kernel/errors.ts'
import { inCompany, type Work } from '../../../kernel/work.ts'
import { recordSources, type Source } from '../../people/index.ts'
import { recordHistory, type History } from '../../selection/index.ts'
import { keyedOf, readRow, zoneOf, type ImportRef, type Tell } from './check.ts'
import { asKeptToday, barred, erasedFinding, type ReadToday } from './barred.ts'
import { claimsOf } from './claims.ts'
import { hasApplication, historyOf } from './course.ts'
import { instantOf } from './moments.ts'
import * as store from './store-imports.ts'
import type { Import } from './store-imports.ts'
import * as rows from './store-rows.ts'

const rowsPerWork = 500

/**
 * Imports the checked rows in their order, some per transaction: what was imported, that it was, and the counts commit
 * together, so that a kill at any moment repeats nothing. A row that fails by itself is set apart and the rest goes on.
 */
export async function commitRows(
  installation: Installation,
  ref: ImportRef,
  tell: Tell,
  perWork = rowsPerWork,
): Promise<void> {
  let limit = perWork
  for (;;) {
    try {
      const { left, done, total } = await inCompany(installation, ref, (work) => commitSome(work, ref.importId, limit))
      limit = perWork
      if (!left) return
      if (!(await tell({ phase: 'COMMITTING', done, total }))) return
    } catch (error) {
      if (isRetriable(error) || isOutage(error)) throw error
      installation.log.error(
        { importId: ref.importId, companyId: ref.companyId, err: error },
        'rows of an import failed',
      )
      // Once more row by row; the one that fails even so is set apart.
      if (limit === 1) await inCompany(installation, ref, (work) => setApart(work, ref.importId))
      limit = 1
    }
  }
}

type Some = { left: boolean; done: number; total: number }

async function commitSome(work: Work, importId: string, limit: number): Promise<Some> {
  const found = await store.findImport(work, importId, { lock: true })
  if (!found || found.phase !== 'COMMITTING' || !found.connectionId) return { left: false, done: 0, total: 0 }
  const open = await rows.openRows(work, importId, limit)
  if (open.length === 0) {
    await store.changeImport(work, importId, { phase: 'LINKING' })
    return { left: false, done: found.rowsDone, total: found.rowsTotal }
  }
  const keyed = await keyedOf(work, found)
  const zone = await zoneOf(work)
  const read = await asKeptToday(
    work,
    keyed,
    open.map((row) => readRow(row, found, keyed)),
  )
  const known = await rows.knownRows(
    work,
    found.connectionId,
    read.map(({ key }) => key),
  )
  const outcomes = { created: 0, changed: 0, unchanged: 0, refused: 0 }
  const toLink = new Map<number, string>()
  // Two rows of one record, or one application twice, go one after the other.
  for (const round of rounds(read.filter((one) => known.get(one.key)?.contentHash !== one.contentHash))) {
    const results = await recordRound(work, { round, found, zone })
    for (const [number, outcome] of results) {
      outcomes[isRefused(outcome) ? 'refused' : outcome] += 1
      const one = round.find(({ row }) => row.number === number)!
      if (isRefused(outcome)) await rows.refuseRow(work, { importId, number, findings: [outcome] })
      else if (outcome !== 'unchanged') toLink.set(number, one.recordId)
    }
    await rows.putKnownRows(
      work,
      { connectionId: found.connectionId, importId },
      round
        .filter(({ row }) => !isRefused(results.get(row.number)))
        .map(({ key, recordId, contentHash }) => ({ key, sourceRecordId: recordId, contentHash })),
    )
  }
  outcomes.unchanged = open.length - outcomes.created - outcomes.changed - outcomes.refused
  await settle(work, { importId, open, toLink })
  await store.addCounts(work, importId, { ...outcomes, rowsDone: open.length })
  return { left: true, done: found.rowsDone + open.length, total: found.rowsTotal }
}

const failedFinding: rows.Found = { ...erasedFinding, code: 'row.failed' }

type Read = ReadToday<ReturnType<typeof readRow>>
/** What became of a row: a finding says why it was refused. */
type Outcome = 'created' | 'changed' | 'unchanged' | rows.Found
const isRefused = (outcome: Outcome | undefined): outcome is rows.Found => typeof outcome === 'object'

function rounds(read: readonly Read[]): Read[][] {
  const made: { rows: Read[]; taken: Set<string> }[] = []
  for (const one of read) {
    const ids = [one.recordId, one.applicationId, one.key]
    const after = made.findLastIndex(({ taken }) => ids.some((id) => taken.has(id)))
    const round = (made[after + 1] ??= { rows: [], taken: new Set() })
    round.rows.push(one)
    for (const id of ids) round.taken.add(id)
  }
  return made.map((round) => round.rows)
}

type Round = { round: readonly Read[]; found: Import; zone: string }

async function recordRound(work: Work, { round: all, found, zone }: Round): Promise<Map<number, Outcome>> {
  const connectionId = found.connectionId!
  const out = await barred(work, all, zone)
  const round = all.filter((one) => !out.has(one))
  const keyed = await keyedOf(work, found)
  const recorded = await recordSources(
    work,
    round.map((one) => sourceOf(one, { found, zone, importedAt: found.committedAt ?? work.now })),
  )
  const kept = round.filter((_, at) => !recorded[at]!.isErased)
  const histories: History[] = kept
    .filter(({ draft }) => hasApplication(draft.application))
    .map(({ draft, recordId, applicationId }) =>
      historyOf(draft.application, {
        sourceRecordId: recordId,
        applicationId,
        connectionId,
        remoteId: draft.application.externalId,
        zone,
        importedAt: found.committedAt ?? work.now,
        keyed,
      }),
    )
  const applied = await recordHistory(work, histories)
  const outcomes = new Map(
    round.map(({ row, applicationId }, at): [number, Outcome] => {
      const { created, changed, isErased } = recorded[at]!
      const application = applied.get(applicationId)
      if (isErased) return [row.number, erasedFinding]
      if (created || application?.created) return [row.number, 'created']
      return [row.number, changed || application?.changed ? 'changed' : 'unchanged']
    }),
  )
  for (const [{ row }, why] of out) outcomes.set(row.number, why)
  return outcomes
}

type From = { found: Import; zone: string; importedAt: Date }

function sourceOf({ draft, recordId, row }: Read, { found, zone, importedAt }: From): Source {
  const { person, application } = draft
  const remoteId = person.externalId ?? application.externalId
  return {
    id: recordId,
    kind: 'IMPORT',
    connectionId: found.connectionId!,
    ...(remoteId && { remoteId: person.externalId ? `person:${remoteId}` : remoteId }),
    label: `${found.label} ${row.number}行目`,
    // What stands in an application was said when it was made, however late the file was exported.
    observedAt: application.appliedAt ? instantOf(application.appliedAt, zone) : importedAt,
    claims: claimsOf(person, application.notes),
  }
}

type Settled = { importId: string; open: readonly rows.StagedRow[]; toLink: ReadonlyMap<number, string> }

async function settle(work: Work, { importId, open, toLink }: Settled): Promise<void> {
  await rows.markToLink(
    work,
    importId,
    [...toLink].map(([number, recordId]) => ({ number, recordId })),
  )
  await rows.dropSettled(
    work,
    importId,
    open.map(({ number }) => number).filter((number) => !toLink.has(number)),
  )
}

async function setApart(work: Work, importId: string): Promise<void> {
  const [first] = await rows.openRows(work, importId, 1)
  if (!first) return
  await rows.refuseRow(work, { importId, number: first.number, findings: [failedFinding] })
  await store.addCounts(work, importId, { refused: 1, rowsDone: 1 })
}
