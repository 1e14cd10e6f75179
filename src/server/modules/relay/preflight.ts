import type { NoLetterReason } from '../../../contract/relay-terms.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { requireBasis } from '../consent/index.ts'
import { longestDays, whyNoLetter, type Facts } from './eligibility.ts'
import { preflightClosed, preflightNotFound, preflightStale } from './errors.ts'
import { caseOf } from './facts.ts'
import { afterUndoWindow, schedule } from './letters.ts'
import { openLetter } from './store-letters.ts'
import * as rejections from './store-rejections.ts'
import * as store from './store-preflights.ts'
import { putSwitch } from './store-settings.ts'

/** A campaign larger than this is made in parts, so that a human can look through each. */
const most = 2_000
/** What was seen is approved while it is still true. */
const freshHours = 24

export type NewPreflight = { id: string } & (
  | { kind: 'SWITCH_ON'; scope: string }
  | { kind: 'CAMPAIGN'; filter: rejections.RejectionFilter }
)

/**
 * Stores who would get a letter, who would not, and why, for a human to look through. To switch letters on, it judges
 * the rejections of the last fourteen days as if letters had been on, and sends to none of them; a campaign judges the
 * history that the filter names.
 */
export async function preflight(work: Work, made: NewPreflight): Promise<void> {
  const isSwitch = made.kind === 'SWITCH_ON'
  const filter: rejections.RejectionFilter = isSwitch
    ? { scope: made.scope, endedFrom: new Date(work.now.getTime() - longestDays * 86_400_000) }
    : made.filter
  const found = await rejections.rejections(work, { ...filter, limit: most })
  const rows: Omit<store.PreflightRow, 'outcome'>[] = []
  for (const { applicationId, sourceRecordId } of found)
    rows.push({ applicationId, sourceRecordId, reason: await judge(work, applicationId, made.kind) })
  await store.insertPreflight(
    work,
    { id: made.id, kind: made.kind, scope: isSwitch ? made.scope : null, filter: { ...filter } },
    rows,
  )
  const sends = rows.filter(({ reason }) => reason === null).length
  await record(work, {
    action: 'relay.preflight',
    subject: { kind: 'preflight', id: made.id },
    detail: { kind: made.kind, sends, rows: rows.length },
  })
}

async function judge(work: Work, applicationId: string, kind: store.Preflight['kind']): Promise<NoLetterReason | null> {
  const { facts } = await caseOf(work, applicationId, kind === 'SWITCH_ON' ? 'AUTO' : 'CAMPAIGN')
  const asIfOn: Facts = kind === 'SWITCH_ON' ? { ...facts, lettersOnSince: facts.endedAt } : facts
  const reason = whyNoLetter(asIfOn, work.now)
  if (reason !== null || kind === 'SWITCH_ON') return reason
  return (await openLetter(work, applicationId)) ? 'ALREADY_SCHEDULED' : null
}

/**
 * A human has looked and says yes. Letters for the scope are on from this moment, for ends from now on; or the campaign's
 * letters are scheduled after the undo window, each judged once more now and again when it leaves. Refused without a
 * recorded basis (`consent.basis-missing`), twice, or a day after it was made.
 */
export async function approvePreflight(work: Work, id: string): Promise<{ scheduled: number }> {
  const found = await open(work, id)
  await requireBasis(work, 'LETTER')
  if (work.now.getTime() - found.madeAt.getTime() > freshHours * 3_600_000) throw preflightStale({ hours: freshHours })
  await store.closePreflight(work, { id, state: 'APPROVED' })
  const scheduled = found.kind === 'CAMPAIGN' ? await scheduleAll(work, id) : 0
  if (found.scope !== null) await putSwitch(work, { scope: found.scope, onSince: work.now, preflightId: id })
  await record(work, {
    action: 'relay.approve-preflight',
    subject: { kind: 'preflight', id },
    detail: { kind: found.kind, scheduled },
  })
  return { scheduled }
}

export async function discardPreflight(work: Work, id: string): Promise<void> {
  await open(work, id)
  await store.closePreflight(work, { id, state: 'DISCARDED' })
}

async function open(work: Work, id: string): Promise<store.Preflight> {
  const found = await store.lockPreflight(work, id)
  if (!found) throw preflightNotFound({})
  if (found.state !== 'OPEN') throw preflightClosed({ state: found.state })
  return found
}

async function scheduleAll(work: Work, preflightId: string): Promise<number> {
  const dueAt = await afterUndoWindow(work)
  let scheduled = 0
  for (const row of await store.preflightRows(work, preflightId)) {
    if (row.reason !== null) continue
    const { applicationId } = row
    const { facts, application } = await caseOf(work, applicationId, 'CAMPAIGN')
    const reason = whyNoLetter(facts, work.now)
    const isScheduled =
      reason === null &&
      application.endedAt !== null &&
      (await schedule(work, {
        applicationId,
        sourceRecordId: application.sourceRecordId,
        endedAt: application.endedAt,
        dueAt,
        kind: 'CAMPAIGN',
        preflightId,
      }))
    if (isScheduled) scheduled += 1
    await store.putOutcome(work, {
      preflightId,
      applicationId,
      outcome: isScheduled ? 'SCHEDULED' : (reason ?? 'ALREADY_SCHEDULED'),
    })
  }
  return scheduled
}
