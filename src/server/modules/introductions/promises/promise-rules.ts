import { stages, type Stage } from '../../../../contract/selection/selection-terms.ts'
import type { PromiseKind } from '../../../../contract/introductions/promises.ts'
import { addBusinessDaysToDay, instantAt, localTime, type WorkingCalendar } from '../../../../engines/japanese/index.ts'
import type { SelectionOnRecord } from '../../selection/index.ts'

export type InForce = { kind: PromiseKind; steps: readonly string[]; since: Date; dueAt: Date }

/** The record of the selection, and when the person was told that they were not chosen. */
export type OnRecord = SelectionOnRecord & { toldAt: Date | null }

/** What the record says: settled at a moment, or open until it is looked at again. */
export type Verdict =
  | { state: 'PENDING'; lookAt: Date }
  | { state: 'KEPT' | 'BROKEN' | 'RELEASED'; at: Date; by: 'RECORD' | 'CLOCK' }

const dayMs = 86_400_000
const judged: ReadonlySet<Stage> = new Set(['INTERVIEW_1', 'INTERVIEW_2', 'INTERVIEW_3', 'FINAL_INTERVIEW'])
const orderOf = (stage: string): number => stages.indexOf(stage as Stage)

/** The end of the last business day within which a promise is to be kept. */
export function dueOf(since: Date, days: number, { zone, closedDays }: WorkingCalendar): Date {
  const day = addBusinessDaysToDay(localTime(since, zone).day, days, closedDays)
  return instantAt(day, dayMs - 1000, zone)
}

/** Nine in the morning of the day on which staff are reminded: two business days before, one where there are but two. */
export function reminderOf(since: Date, days: number, { zone, closedDays }: WorkingCalendar): Date | undefined {
  if (days === 1) return undefined
  const after = days === 2 ? 1 : days - 2
  const day = addBusinessDaysToDay(localTime(since, zone).day, after, closedDays)
  return instantAt(day, 9 * 3_600_000, zone)
}

/** Something that keeps a promise at a moment; what was arranged in time counts although it takes place later. */
type Sign = { at: Date; arrangedAt: Date }
type Reading = { keeps: Sign[]; breaks: Date[]; planned: Date[] }

const offered = new Set(['OFFER', 'ACCEPT', 'HIRE'])
const sign = (at: Date): Sign => ({ at, arrangedAt: at })
const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

/** An offer, or what follows it, keeps a promise of an interview or of the next step as well. */
const offers = ({ steps }: SelectionOnRecord): Sign[] =>
  steps.filter(({ kind }) => offered.has(kind)).map(({ at }) => sign(at))

const endedByCompany = ({ state, endedAt }: SelectionOnRecord): Date | null =>
  state === 'REJECTED' || state === 'CLOSED_DUPLICATE' ? endedAt : null

/**
 * Kept by an interview that is on record: held, evaluated, or dated before the selection ended and not called off; one
 * without a time, once the selection went on beyond it. Moving the application to an interview, or on from one that
 * nobody recorded, keeps nothing: it does not say that the person was heard. `promiseKeptWhen` tells this to both sides.
 */
function interviewed(record: SelectionOnRecord, dueAt: Date, now: Date): Reading {
  const reading: Reading = { keeps: offers(record), breaks: [], planned: [] }
  for (const { stage, state, startsAt, recordedAt } of record.interviews) {
    if (!judged.has(stage) || state === 'CANCELLED') continue
    const heldAt = state === 'DONE' ? (startsAt ?? recordedAt) : (startsAt ?? wentOnFrom(record, stage, recordedAt))
    if (!heldAt) continue
    const isOver = heldAt <= now && !(record.endedAt && record.endedAt < heldAt)
    if (state === 'DONE' || isOver) reading.keeps.push({ at: heldAt, arrangedAt: earlier(heldAt, recordedAt) })
    else if (recordedAt <= dueAt) reading.planned.push(heldAt)
  }
  for (const { stage, at } of record.evaluations) if (judged.has(stage)) reading.keeps.push(sign(at))
  const end = endedByCompany(record)
  if (end) reading.breaks.push(end)
  return reading
}

/** When the selection went on to a later stage after something had been recorded. */
const wentOnFrom = ({ steps }: SelectionOnRecord, from: Stage, since: Date): Date | undefined =>
  first(
    steps
      .filter(
        ({ kind, stage, at }) => kind === 'STAGE' && stage !== null && orderOf(stage) > orderOf(from) && at >= since,
      )
      .map(({ at }) => at),
  )

/** Entering a waived step breaks it, going on beyond all of them keeps it. */
function waived(record: SelectionOnRecord, steps: readonly string[]): Reading {
  const last = Math.max(...steps.map(orderOf))
  const reached: { stage: Stage; at: Date }[] = [
    ...record.steps.flatMap(({ kind, stage, at }) => (kind === 'STAGE' && stage !== null ? [{ stage, at }] : [])),
    ...record.interviews
      .filter(({ state }) => state !== 'CANCELLED')
      .map(({ stage, recordedAt }) => ({ stage, at: recordedAt })),
    ...record.evaluations,
  ]
  const reading: Reading = { keeps: offers(record), breaks: [], planned: [] }
  for (const { stage, at } of reached) {
    if (steps.includes(stage)) reading.breaks.push(at)
    else if (orderOf(stage) > last) reading.keeps.push(sign(at))
  }
  const end = endedByCompany(record)
  // Rejected with nothing before it: that was a judgement on the documents. Other waived steps were not asked of the person.
  if (end && steps.includes('DOCUMENT_SCREENING')) reading.breaks.push(end)
  else if (end) reading.keeps.push(sign(end))
  return reading
}

/**
 * What the person gets: an appointment with its time, an offer, or the word that they were not chosen. Where staff move the
 * application, or end it, nobody has been told anything.
 */
function answered(record: OnRecord): Reading {
  const { interviews, toldAt } = record
  const arranged = interviews.filter(({ state, startsAt }) => state !== 'CANCELLED' && (startsAt || state === 'DONE'))
  return {
    keeps: [
      ...offers(record),
      ...arranged.map(({ recordedAt }) => sign(recordedAt)),
      ...(toldAt ? [sign(toldAt)] : []),
    ],
    breaks: [],
    planned: [],
  }
}

function read({ kind, steps, dueAt }: InForce, record: OnRecord, now: Date): Reading {
  if (kind === 'GUARANTEED_INTERVIEW') return interviewed(record, dueAt, now)
  return kind === 'STEP_WAIVER' ? waived(record, steps) : answered(record)
}

/**
 * Whether a promise was kept, by the record of the selection alone: a pure function of all that is on it, so that what
 * arrives late, twice or out of order ends the same. Broken by the clock where nothing is on record when the time is
 * over; an interview that was set in time is waited for. Who withdraws before releases the company from it.
 */
export function judge(promise: InForce, record: OnRecord, now: Date): Verdict {
  const { since, dueAt } = promise
  const { keeps, breaks, planned } = read(promise, record, now)
  const kept = first(keeps.filter(({ arrangedAt }) => arrangedAt <= dueAt).map(({ at }) => at))
  const broken = first(breaks.filter((at) => at <= dueAt))
  const inForce = (at: Date) => (at < since ? since : at)
  if (broken && (!kept || broken <= kept)) return { state: 'BROKEN', at: inForce(broken), by: 'RECORD' }
  if (kept) return { state: 'KEPT', at: inForce(kept), by: 'RECORD' }
  const { state, endedAt } = record
  const isWithdrawn = state === 'WITHDRAWN' || state === 'OFFER_DECLINED'
  if (isWithdrawn && endedAt && endedAt <= dueAt) return { state: 'RELEASED', at: inForce(endedAt), by: 'RECORD' }
  const next = isWithdrawn || endedByCompany(record) ? undefined : first(planned)
  if (now < dueAt) return { state: 'PENDING', lookAt: next && next < dueAt ? next : dueAt }
  return next ? { state: 'PENDING', lookAt: next } : { state: 'BROKEN', at: dueAt, by: 'CLOCK' }
}

const first = (moments: readonly Date[]): Date | undefined =>
  moments.toSorted((one, other) => one.getTime() - other.getTime())[0]
