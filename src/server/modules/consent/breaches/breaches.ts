import type { z } from 'zod'
import { auditActions } from '../../../../contract/audit-actions/index.ts'
import type {
  AffectedPerson,
  AffectedQuery,
  Breach,
  changeBreach,
  openBreach,
  ReportItems,
} from '../../../../contract/audit/breaches.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record, touchedIds, type Touched } from '../../audit/index.ts'
import { firstItems } from './breach-items.ts'
import { breachActionUnknown, breachChanged, breachNotYet, breachPeriod, breachReportOrder } from '../errors.ts'
import { namesOf, personsBehind } from '../names.ts'
import * as store from './store-breaches.ts'

const dayMs = 86_400_000

/**
 * The terms of 個人情報保護法施行規則 8条1項 and 2項: "promptly" is three to five days by the commission's guideline, the final
 * report follows within 30 days, within 60 where somebody may have acted with an improper purpose.
 */
const termsOf = (kind: Breach['kind']) => ({ firstDays: 5, finalDays: kind === 'IMPROPER_PURPOSE' ? 60 : 30 })

type Asked = z.output<typeof AffectedQuery>

export type Affected = {
  people: AffectedPerson[]
  events: number
  actions: { action: string; events: number }[]
  actors: { actorId: string; events: number }[]
}

const allActions = Object.keys(auditActions)

/** The beginnings of actions as they are typed: with commas between them. */
export const actionsOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((action) => action.trim())
    .filter((action) => action !== '')

/**
 * Who was affected: everybody whose data an event of the audit log names in the period, whether by their own id or by
 * that of an application, a letter or a mail of theirs; the one named most at the top. What can only be a slip is refused
 * and not answered with nobody: a period that ends before it begins (`consent.breach-period`), and the beginning of an
 * action that there is none of (`consent.breach-action-unknown`).
 */
export async function affected(work: Work, { from, to, actions, actorId }: Asked): Promise<Affected> {
  if (new Date(from) >= new Date(to)) throw breachPeriod({})
  const unknown = actionsOf(actions).find((typed) => !allActions.some((action) => action.startsWith(typed)))
  if (unknown !== undefined) throw breachActionUnknown({ action: unknown })
  const touched = await touchedIds(work, {
    from: new Date(from),
    to: new Date(to),
    actions: actionsOf(actions),
    actorId,
    // Looking up who was affected names everybody, and affects nobody.
    leaveOut: 'consent.affected-read',
  })
  const ids = [...new Set(touched.map(({ id }) => id))]
  const personOf = await personsBehind(work, ids)
  const about = touched.filter(({ id }) => personOf.has(id))
  const names = await namesOf(work, [...new Set(personOf.values())])
  const people = [...Map.groupBy(about, ({ id }) => personOf.get(id)!)].map(([personId, rows]) =>
    personOfRows(personId, names.get(personId) ?? null, rows),
  )
  return {
    people: people.toSorted((a, b) => b.events - a.events || (a.personId < b.personId ? -1 : 1)),
    events: sum(about),
    actions: counted(about, ({ action }) => action).map(([action, events]) => ({ action, events })),
    actors: counted(about, ({ actorId: by }) => by).map(([by, events]) => ({ actorId: by, events })),
  }
}

const sum = (rows: readonly Touched[]) => rows.reduce((total, { events }) => total + events, 0)

const counted = (rows: readonly Touched[], key: (row: Touched) => string): [string, number][] =>
  [...Map.groupBy(rows, key)]
    .map(([name, same]): [string, number] => [name, sum(same)])
    .toSorted(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .slice(0, 100)

const personOfRows = (personId: string, name: string | null, rows: readonly Touched[]): AffectedPerson => ({
  personId,
  name,
  events: sum(rows),
  firstAt: new Date(Math.min(...rows.map(({ firstAt }) => firstAt.getTime()))).toISOString(),
  lastAt: new Date(Math.max(...rows.map(({ lastAt }) => lastAt.getTime()))).toISOString(),
  actions: [...new Set(rows.map(({ action }) => action))].toSorted(),
  actors: [...new Set(rows.map(({ actorId }) => actorId))].toSorted(),
})

export function breachShown({ noticedAt, from, to, firstReportedAt, finalReportedAt, ...kept }: store.Kept): Breach {
  const { firstDays, finalDays } = termsOf(kept.kind)
  const after = (days: number) => new Date(noticedAt.getTime() + days * dayMs).toISOString()
  return {
    ...kept,
    noticedAt: noticedAt.toISOString(),
    from: from.toISOString(),
    to: to.toISOString(),
    firstDueAt: after(firstDays),
    finalDueAt: after(finalDays),
    firstReportedAt: firstReportedAt?.toISOString() ?? null,
    finalReportedAt: finalReportedAt?.toISOString() ?? null,
  }
}

export async function breach(work: Work, id: string): Promise<Breach> {
  const found = await store.findBreach(work, id)
  if (!found) throw notFound({ what: 'breach' })
  return breachShown(found)
}

export const breaches = async (work: Work): Promise<Breach[]> => (await store.listBreaches(work)).map(breachShown)

/** Times come from a browser, whose clock may run ahead. */
const latest = ({ now }: Work): number => now.getTime() + 5 * 60_000

/**
 * Opens a breach with what the audit log knows already written down. Repeating an id changes nothing. One that is yet to be
 * noticed is refused (`consent.breach-not-yet`), and so is what `affected` refuses.
 */
export async function open(work: Work, opened: z.output<(typeof openBreach)['body']>): Promise<Breach> {
  const { id, kind, noticedAt, language, ...asked } = opened
  if (new Date(noticedAt).getTime() > latest(work)) throw breachNotYet({})
  const found = await affected(work, asked)
  const { timeZone } = await company(work)
  const fields = new Set<string>()
  for (const { contributions } of work.installation.modules)
    for (const field of (await contributions.fieldsOf?.(
      work,
      found.people.map(({ personId }) => personId),
    )) ?? [])
      fields.add(field)
  await store.insertBreach(work, {
    id,
    kind,
    noticedAt: new Date(noticedAt),
    from: new Date(asked.from),
    to: new Date(asked.to),
    actions: actionsOf(asked.actions),
    actorId: asked.actorId,
    items: firstItems({ asked, noticedAt, found, fields: [...fields], language, timeZone }),
  })
  await record(work, {
    action: 'consent.breach-opened',
    subject: { kind: 'breach', id },
    detail: { kind, count: found.people.length },
  })
  return breach(work, id)
}

type Changed = Omit<z.output<(typeof changeBreach)['body']>, 'items'> & { id: string; items: ReportItems }

/**
 * Keeps what is known by now; refused when somebody else changed it since it was read (`consent.breach-changed`), and where
 * a report was made before the breach was noticed, after this moment, or the final one without or before the first
 * (`consent.breach-report-order`).
 */
export async function change(work: Work, { firstReportedAt, finalReportedAt, ...changed }: Changed): Promise<Breach> {
  const { noticedAt } = await breach(work, changed.id)
  const reports = [firstReportedAt, finalReportedAt].filter((at) => at !== null)
  const course = [noticedAt, ...reports].map((at) => new Date(at).getTime())
  const isInOrder = course.every((at, step) => at <= (course[step + 1] ?? latest(work)))
  if (!isInOrder || (firstReportedAt === null && finalReportedAt !== null)) throw breachReportOrder({})
  const moment = (at: string | null) => (at === null ? null : new Date(at))
  const isKept = await store.updateBreach(work, {
    ...changed,
    firstReportedAt: moment(firstReportedAt),
    finalReportedAt: moment(finalReportedAt),
  })
  if (!isKept) throw breachChanged({})
  await record(work, {
    action: 'consent.breach-changed',
    subject: { kind: 'breach', id: changed.id },
    detail: { firstReported: firstReportedAt !== null, finalReported: finalReportedAt !== null },
  })
  return breach(work, changed.id)
}
