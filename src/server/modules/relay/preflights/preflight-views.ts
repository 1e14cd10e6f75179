import type { z } from 'zod'
import type { listPreflightRows, Preflight, PreflightProgress } from '../../../../contract/relay/preflights.ts'
import type { Work } from '../../../kernel/work.ts'
import { preflightNotFound } from '../letters/errors.ts'
import { named } from '../letters/lists/named.ts'
import { listRows } from './store-preflight-rows.ts'
import * as store from './store-preflights.ts'

/** A pre-flight as a whole: how far the work on it is, and how many get a letter or not, and why. */
export async function shownPreflight(work: Work, id: string): Promise<Preflight> {
  const found = await store.findPreflight(work, id)
  if (!found) throw preflightNotFound({})
  const counts = counted(await store.countRows(work, id))
  const run = (await store.runsOf(work, id)).at(-1)
  return {
    id,
    kind: found.kind,
    scope: found.scope,
    state: found.state,
    madeAt: found.madeAt.toISOString(),
    finishedAt: found.finishedAt?.toISOString() ?? null,
    approvedAt: found.approvedAt?.toISOString() ?? null,
    fingerprint: found.fingerprint,
    ...counts,
    progress: progressOf(found, counts, run?.state === 'DEAD'),
  }
}

type Counts = Pick<Preflight, 'people' | 'judged' | 'sends' | 'reasons' | 'outcomes'>

function counted(rows: readonly store.Counted[]): Counts {
  const counts: Counts = { people: 0, judged: 0, sends: 0, reasons: {}, outcomes: {} }
  for (const { judged, reason, outcome, people } of rows) {
    counts.people += people
    if (!judged) continue
    counts.judged += people
    if (reason === null) counts.sends += people
    else counts.reasons[reason] = (counts.reasons[reason] ?? 0) + people
    if (outcome !== null) counts.outcomes[outcome] = (counts.outcomes[outcome] ?? 0) + people
  }
  return counts
}

function progressOf({ kind, state }: store.Preflight, counts: Counts, hasFailed: boolean): PreflightProgress {
  const settled = Object.values(counts.outcomes).reduce((all, people) => all + people, 0)
  const isScheduling = (state === 'APPROVED' || state === 'STOPPED') && kind === 'CAMPAIGN'
  const [done, total] = isScheduling ? [settled, counts.sends] : [counts.judged, counts.people]
  const isOver = state === 'STOPPED' || (isScheduling ? done === total : state !== 'JUDGING')
  return {
    work: isScheduling ? 'SCHEDULING' : 'JUDGING',
    state: isOver ? 'DONE' : hasFailed ? 'FAILED' : 'RUNNING',
    done,
    total,
  }
}

type Query = z.output<(typeof listPreflightRows)['query']>

/** Those who have been judged, as they were seen, with the names of today. */
export async function preflightPage(work: Work, id: string, { cursor, limit, reason, outcome }: Query) {
  if (!(await store.findPreflight(work, id))) throw preflightNotFound({})
  const found = await listRows(work, id, { after: cursor, reason, outcome, limit: limit + 1 })
  const page = found.slice(0, limit)
  const names = await named(work, page)
  return {
    rows: page.map((row) => {
      const about = names.get(row.applicationId)
      return {
        applicationId: row.applicationId,
        personId: about?.personId ?? null,
        personName: about?.personName ?? null,
        openingTitle: about?.openingTitle ?? '',
        endedAt: about?.endedAt?.toISOString() ?? null,
        reason: row.reason,
        outcome: row.outcome,
      }
    }),
    nextCursor: found.length > limit ? (page.at(-1)?.applicationId ?? null) : null,
  }
}
