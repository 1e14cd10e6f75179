import * as contract from '../../../contract/selection/selection.ts'
import { applicationStates } from '../../../contract/selection/selection-terms.ts'
import { instantAt } from '../../../engines/japanese/index.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { recordsOf } from '../people/index.ts'
import { application, recordApplication } from './applications.ts'
import { decide, type Decision } from './decisions.ts'
import { personWithoutRecords } from './errors.ts'
import { given } from './given.ts'
import { interviewRoutes } from './interviews/interview-routes.ts'
import { openingRoutes } from './openings/opening-routes.ts'
import { countStuck, listStuck } from './reports.ts'
import { shownApplications } from './shapes.ts'
import * as store from './store-applications.ts'

export function routes(bind: Bind): void {
  openingRoutes(bind)
  applicationRoutes(bind)
  interviewRoutes(bind)
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
    const found = await listStuck(work, { before, after, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    await record(work, { action: 'applications.listed', detail: { ids: page.map(({ id }) => id) } })
    return {
      items: await shownApplications(work, page),
      count: (await countStuck(work, before)).count,
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

function readCursor(cursor: string): { changedAt: Date; id: string } | undefined {
  const [at = '', id = ''] = cursor.split('/')
  const changedAt = new Date(at)
  return Number.isNaN(changedAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? undefined : { changedAt, id }
}
