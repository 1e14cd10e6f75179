import {
  retentionClasses,
  type KeptReason,
  type RetentionClass,
  type RetentionPerson,
  type RetentionRun,
} from '../../../../contract/retention/retention.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { runChanged, runNotInForce, runNotListed, runOver, runWithoutClass } from '../errors.ts'
import { everybodyHeld } from '../erasures/holds.ts'
import { namesOf } from '../names.ts'
import { requireOperator, terms } from './retention-rules.ts'
import * as store from './store-retention.ts'
import * as listing from './store-retention-people.ts'

const hourMs = 3_600_000

type NewRun = {
  id: string
  kind?: RetentionRun['kind']
  graceDays?: number
  /** What a rule of so many months would do, whatever is set: for members, or for this class. */
  months?: number | undefined
  class?: RetentionClass | undefined
}

/**
 * Begins a list of who is past their time, or never answered on what ground they may be kept; it is made in the
 * background. Repeating an id changes nothing. Members are listed by the operator alone (`consent.only-operator`). Months that
 * are for no class of the list are refused (`consent.run-without-class`).
 */
export async function makeRun(
  work: Work,
  { id, kind = 'RULES', graceDays = 30, months, class: tried }: NewRun,
): Promise<RetentionRun> {
  if (kind === 'MEMBERS') await requireOperator(work)
  const isTried = months !== undefined || tried !== undefined
  const isFit =
    kind === 'RULES' ? months !== undefined && tried !== undefined && tried !== 'MEMBER' : kind === 'MEMBERS'
  if (isTried && !isFit) throw runWithoutClass({})
  const isFirst = await store.insertRun(work, {
    id,
    kind,
    graceDays: kind === 'UNKNOWN_BASIS' ? graceDays : null,
    rules: await rulesOf(work, { kind, months, tried }),
  })
  if (isFirst) {
    await record(work, { action: 'consent.retention-listed', subject: { kind: 'retention-run', id }, detail: { kind } })
    work.installation.wake()
  }
  return run(work, id)
}

type Tried = { kind: RetentionRun['kind']; months: number | undefined; tried: RetentionClass | undefined }

async function rulesOf(work: Work, { kind, months, tried = 'MEMBER' }: Tried): Promise<RetentionRun['rules']> {
  if (kind === 'UNKNOWN_BASIS') return {}
  const set = await terms(work)
  if (months !== undefined) set[tried] = { ...set[tried], months, isOn: true }
  const { MEMBER, ...others } = set
  return kind === 'RULES' ? others : { MEMBER }
}

/** One run with its counts; refused as not found when there is none. */
export async function run(work: Work, id: string): Promise<RetentionRun> {
  const found = await store.findRun(work, id)
  if (!found) throw notFound({ what: 'retention run' })
  const [shown] = await shownRuns(work, [found])
  return shown!
}

export const runs = async (work: Work, page: { before: string | undefined; limit: number }): Promise<RetentionRun[]> =>
  shownRuns(work, await store.listRuns(work, page))

async function shownRuns(work: Work, found: readonly store.Run[]): Promise<RetentionRun[]> {
  const runIds = found.map(({ id }) => id)
  const counted = Map.groupBy(
    await listing.countPeople(work, runIds, await heldSince(work, found)),
    ({ runId }) => runId,
  )
  return found.map(({ notDue, ...one }) => ({
    ...one,
    ...countsOf(counted.get(one.id) ?? [], notDue),
    madeAt: one.madeAt.toISOString(),
    listedAt: one.listedAt?.toISOString() ?? null,
    scheduledAt: one.scheduledAt?.toISOString() ?? null,
    startsAt: one.startsAt?.toISOString() ?? null,
    calledOffAt: one.calledOffAt?.toISOString() ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
  }))
}

/** Who is held at this moment, of lists that are looked through or wait to be carried out: a hold counts at once. */
async function heldSince(work: Work, found: readonly store.Run[]): Promise<listing.HeldSince> {
  const runIds = found.filter(({ phase }) => phase === 'LISTED' || phase === 'SCHEDULED').map(({ id }) => id)
  return { runIds, personIds: runIds.length === 0 ? [] : await everybodyHeld(work) }
}

const total = (rows: readonly listing.Counted[]): number => rows.reduce((sum, { people }) => sum + people, 0)

function countsOf(
  rows: readonly listing.Counted[],
  notDue: store.Run['notDue'],
): Pick<RetentionRun, 'classes' | 'reasons' | 'sparedReasons'> {
  const names = new Set([...rows.map((row) => row.class), ...(Object.keys(notDue) as (keyof typeof notDue)[])])
  return {
    classes: Object.fromEntries(
      [...names].map((name) => {
        const own = rows.filter((row) => row.class === name)
        const listed = own.filter(({ reasons }) => reasons.length === 0)
        return [
          name,
          {
            asks: total(listed.filter(({ step }) => step === 'ASK')),
            deletes: total(listed.filter(({ step }) => step === 'DELETE')),
            kept: total(own) - total(listed),
            notDue: notDue[name] ?? 0,
            asked: total(listed.filter(({ outcome }) => outcome === 'ASKED')),
            deleted: total(listed.filter(({ outcome }) => outcome === 'DELETED')),
            spared: total(listed.filter(({ outcome }) => outcome === 'KEPT')),
          },
        ]
      }),
    ),
    reasons: byReason(rows, ({ reasons }) => reasons),
    sparedReasons: byReason(rows, ({ outcomeReasons }) => outcomeReasons),
  }
}

/** How many people each reason keeps; somebody kept for two counts under both. */
function byReason(
  rows: readonly listing.Counted[],
  of: (row: listing.Counted) => readonly KeptReason[],
): Partial<Record<KeptReason, number>> {
  const counts: Partial<Record<KeptReason, number>> = {}
  for (const row of rows) for (const reason of of(row)) counts[reason] = (counts[reason] ?? 0) + row.people
  return counts
}

export async function people(
  work: Work,
  runId: string,
  page: listing.PeoplePage,
): Promise<(RetentionPerson & { id: string })[]> {
  const standing = await store.findRun(work, runId)
  if (!standing) throw notFound({ what: 'retention run' })
  const found = await listing.listPeople(work, runId, page, await heldSince(work, [standing]))
  const names = await namesOf(
    work,
    found.map(({ personId }) => personId),
  )
  return found.map((one) => ({
    ...one,
    id: one.personId,
    personName: names.get(one.personId) ?? null,
    since: one.since.toISOString(),
    pastAt: one.pastAt.toISOString(),
    keptUntil: one.keptUntil?.toISOString() ?? null,
    settledAt: one.settledAt?.toISOString() ?? null,
  }))
}

/**
 * Has those on a list deleted, or asked, once the wait is over; who is held at this moment is kept by it, whatever becomes
 * of the hold. Refused unless it is listed and not scheduled yet
 * (`consent.run-not-listed`), where the list is not the one that was looked at (`consent.run-changed`), and where it was
 * made by another rule than the one in force (`consent.run-not-in-force`).
 */
export async function scheduleRun(
  work: Work,
  { id, waitHours, deletes, asks = 0 }: { id: string; waitHours: number; deletes: number; asks?: number },
): Promise<RetentionRun> {
  const found = await store.findRun(work, id, { lock: true })
  if (!found) throw notFound({ what: 'retention run' })
  if (found.phase !== 'LISTED') throw runNotListed({})
  if (found.kind !== 'UNKNOWN_BASIS' && !(await isInForce(work, found))) throw runNotInForce({})
  const counts = Object.values((await run(work, id)).classes)
  const listed = { deletes: sumOf(counts, 'deletes'), asks: sumOf(counts, 'asks') }
  if (listed.deletes !== deletes || listed.asks !== asks || deletes + asks === 0)
    throw runChanged({ deletes: listed.deletes })
  await listing.keepHeld(work, id, await everybodyHeld(work))
  const startsAt = new Date(work.now.getTime() + waitHours * hourMs)
  await store.putSchedule(work, id, startsAt)
  await store.changeRun(work, id, { phase: 'SCHEDULED', dueAt: startsAt, listedTo: null })
  await record(work, {
    action: 'consent.retention-scheduled',
    subject: { kind: 'retention-run', id },
    detail: { deletes, asks, startsAt: startsAt.toISOString() },
  })
  return run(work, id)
}

const sumOf = (counts: readonly { deletes: number; asks: number }[], key: 'deletes' | 'asks'): number =>
  counts.reduce((sum, one) => sum + one[key], 0)

/** Whether a list was made by the rules that are in force at this moment. */
export async function isInForce(work: Work, { kind, rules }: Pick<store.Run, 'kind' | 'rules'>): Promise<boolean> {
  const set = await terms(work)
  if (kind === 'MEMBERS') return set.MEMBER.isOn && rules.MEMBER?.months === set.MEMBER.months
  return retentionClasses
    .filter((name) => rules[name] !== undefined)
    .every((name) => {
      const [then, now] = [rules[name]!, set[name]]
      return then.months === now.months && then.startsAt === now.startsAt && then.isOn === now.isOn
    })
}

/** Calls a run off: nobody on it is deleted any more. Refused for one that is over (`consent.run-over`). */
export async function callOffRun(work: Work, id: string): Promise<RetentionRun> {
  const found = await store.findRun(work, id, { lock: true })
  if (!found) throw notFound({ what: 'retention run' })
  if (found.phase === 'DONE' || found.phase === 'CALLED_OFF') throw runOver({})
  await store.changeRun(work, id, { phase: 'CALLED_OFF', dueAt: null, at: 'ended_at' })
  await store.putCalledOff(work, id)
  await record(work, { action: 'consent.retention-called-off', subject: { kind: 'retention-run', id } })
  return run(work, id)
}

/** Goes on with a run that was given up, where it stopped; one that was not is left as it is. */
export async function retryRun(work: Work, id: string): Promise<RetentionRun> {
  const found = await store.findRun(work, id, { lock: true })
  if (!found) throw notFound({ what: 'retention run' })
  if (found.isStuck) {
    await store.changeRun(work, id, { dueAt: work.now })
    await record(work, { action: 'consent.retention-retried', subject: { kind: 'retention-run', id } })
    work.installation.wake()
  }
  return run(work, id)
}
