import * as contract from '../../../contract/selection.ts'
import { applicationStates, stages } from '../../../contract/selection-terms.ts'
import { done } from '../../../contract/route.ts'
import { instantAt } from '../../../engines/japanese/index.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Bind } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { company, staffMember } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { recordsOf } from '../people/index.ts'
import { application, recordApplication } from './applications.ts'
import { decide, type Decision } from './decisions.ts'
import { personWithoutRecords } from './errors.ts'
import { evaluateOwn } from './evaluations.ts'
import { isEnded } from './fold.ts'
import { interviewsOf, recordInterview } from './interviews.ts'
import { changeOpening, flowOf, flows, keepFlow, openOpening, opening, openings, usualFlow } from './openings.ts'
import { shownApplications, shownEvaluation, shownInterview } from './shapes.ts'
import * as store from './store-applications.ts'
import type { Opening } from './store-openings.ts'

export function routes(bind: Bind): void {
  openingRoutes(bind)
  applicationRoutes(bind)
  interviewRoutes(bind)
}

function openingRoutes(bind: Bind): void {
  bind.company(contract.listOpenings, async (work, { query }) => {
    const statuses = query.statuses === undefined ? undefined : [query.statuses].flat()
    return { items: await shownOpenings(work, await openings(work, statuses)) }
  })
  bind.company(contract.readOpening, async (work, { params }) => {
    const found = await opening(work, params.id)
    const [shown] = await shownOpenings(work, [found])
    return { ...shown!, steps: await flowOf(work, found) }
  })
  bind.company(contract.createOpening, async (work, { body }) => {
    const { id } = await openOpening(work, { id: newId(), ...given(body) })
    await record(work, { action: 'opening.created', subject: { kind: 'opening', id } })
    return { id }
  })
  bind.company(contract.changeOpening, async (work, { params, body }) => {
    await changeOpening(work, params.id, given(body))
    await record(work, { action: 'opening.changed', subject: { kind: 'opening', id: params.id } })
    return { id: params.id }
  })
  bind.company(contract.listFlows, async (work) => ({ items: await flows(work), usual: usualFlow }))
  bind.company(contract.keepFlow, async (work, { params, body }) => {
    await keepFlow(work, { id: params.id, ...body })
    return done
  })
}

function applicationRoutes(bind: Bind): void {
  bind.company(contract.listApplications, async (work, { query }) => {
    const { states, cursor, limit, ...filter } = query
    const after = cursor ? readCursor(cursor) : undefined
    const found = await store.listApplications(work, {
      ...filter,
      states: states === undefined ? applicationStates : [states].flat(),
      after,
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    await record(work, { action: 'applications.listed', detail: { ids: page.map(({ id }) => id) } })
    return {
      items: await shownApplications(work, page),
      nextCursor: found.length > limit && last ? `${last.changedAt.toISOString()}/${last.id}` : null,
    }
  })
  bind.company(contract.listStuckApplications, async (work, { query: { days, cursor, limit } }) => {
    const before = new Date(work.now.getTime() - days * 86_400_000)
    const at = cursor ? readCursor(cursor) : undefined
    const after = at && { since: at.changedAt, id: at.id }
    const found = await store.listStuck(work, { before, after, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    await record(work, { action: 'applications.listed', detail: { ids: page.map(({ id }) => id) } })
    return {
      items: await shownApplications(work, page),
      count: (await store.countStuck(work, before)).count,
      nextCursor: found.length > limit && last ? `${last.stageSince.toISOString()}/${last.id}` : null,
    }
  })
  bind.company(contract.createApplication, async (work, { body }) => {
    const { personId, appliedOn, ...rest } = given(body)
    const [newest] = (await recordsOf(work, personId)).toReversed()
    if (!newest) throw personWithoutRecords({ personId })
    const { timeZone } = await company(work)
    const appliedAt = appliedOn ? instantAt(appliedOn, 0, timeZone) : work.now
    const made = await recordApplication(work, {
      ...rest,
      id: newId(),
      sourceRecordId: newest.id,
      appliedAt,
      live: true,
    })
    return { id: made.applicationId }
  })
  bind.company(contract.decideApplication, async (work, { params, body }) => {
    const decided = await decideAudited(work, params.id, body)
    const [shown] = await shownApplications(work, [decided])
    return shown!
  })
  bind.company(contract.decideApplications, async (work, { body }) => {
    const items: { id: string; outcome: 'DONE' | 'REFUSED'; code: string | null }[] = []
    for (const id of new Set(body.ids)) {
      try {
        await decideAudited(work, id, body)
        items.push({ id, outcome: 'DONE', code: null })
      } catch (error) {
        // A refusal is thrown before anything is written, so the others stand; what is wrong with all of them is thrown.
        if (!(error instanceof Refusal) || error.status === 422) throw error
        items.push({ id, outcome: 'REFUSED', code: error.code })
      }
    }
    return { items }
  })
}

async function decideAudited(
  work: Work,
  applicationId: string,
  { decision, note }: { decision: Decision; note?: string | undefined },
): Promise<store.Application> {
  await application(work, applicationId)
  const decided = await decide(work, { id: newId(), applicationId, decision, note })
  await record(work, {
    action: 'application.decided',
    subject: { kind: 'application', id: applicationId },
    detail: { decision: decision.kind, stage: decided.stage, state: decided.state },
  })
  return decided
}

function interviewRoutes(bind: Bind): void {
  bind.company(contract.keepInterview, async (work, { params, body }) => {
    const { startsAt, endsAt, ...rest } = body
    const kept = await recordInterview(work, {
      ...rest,
      id: params.id,
      startsAt: startsAt === null ? null : new Date(startsAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    })
    return { id: kept.id }
  })
  bind.company(contract.listOwnInterviews, async (work) => ({
    items: (await interviewsOf(work, work.actor.id)).map(
      ({ evaluation, personName, employer, title, openingTitle, ...one }) => {
        const { staffIds: _staffIds, applicationId: _applicationId, ...shown } = shownInterview(one)
        return {
          ...shown,
          personName,
          employer,
          title,
          openingTitle,
          evaluation: evaluation && shownEvaluation(evaluation),
        }
      },
    ),
  }))
  bind.company(contract.evaluateInterview, async (work, { params, body }) => {
    const { comment, ...rest } = body
    const evaluator = (await staffMember(work, work.actor.id))?.name ?? ''
    const { evaluationId } = await evaluateOwn(work, {
      id: newId(),
      interviewId: params.id,
      evaluator,
      ...rest,
      ...(comment && { comment }),
    })
    return { id: evaluationId }
  })
}

async function shownOpenings(work: Work, found: readonly Opening[]) {
  const counted = await store.countByStage(
    work,
    found.map(({ id }) => id),
  )
  return found.map(({ version: _version, remoteId: _remoteId, openedAt, closedAt, changedAt, ...one }) => {
    const own = counted.filter(({ openingId }) => openingId === one.id)
    const sum = (...states: string[]) =>
      own.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0)
    return {
      ...one,
      openedAt: openedAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
      counts: {
        active: sum('ACTIVE', 'ON_HOLD'),
        offered: sum('OFFERED', 'OFFER_ACCEPTED'),
        hired: sum('HIRED'),
        ended: sum('REJECTED', 'WITHDRAWN', 'OFFER_DECLINED', 'CLOSED_DUPLICATE'),
      },
      stages: stages.map((stage) => ({ stage, count: openAt(own, stage) })).filter(({ count }) => count > 0),
    }
  })
}

function openAt(counted: readonly store.StageCount[], stage: store.StageCount['stage']): number {
  return counted
    .filter((one) => one.stage === stage && !isEnded(one.state))
    .reduce((total, { count }) => total + count, 0)
}

function readCursor(cursor: string): { changedAt: Date; id: string } | undefined {
  const [at = '', id = ''] = cursor.split('/')
  const changedAt = new Date(at)
  return Number.isNaN(changedAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? undefined : { changedAt, id }
}

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** What was given, without the keys that were left out. */
function given<T extends object>(body: T): Given<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Given<T>
}
