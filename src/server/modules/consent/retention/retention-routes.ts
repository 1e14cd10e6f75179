import * as contract from '../../../../contract/retention/retention.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { record } from '../../audit/index.ts'
import { subjectOf } from '../erasures/erasure.ts'
import { holds, liftHold, placeHold } from '../erasures/holds.ts'
import { paged } from '../paged.ts'
import { bindRetentionFiles } from './retention-files.ts'
import { changeRule, rules } from './retention-rules.ts'
import { callOffRun, makeRun, people, retryRun, run, runs, scheduleRun } from './retention-runs.ts'

export function retentionRoutes(bind: Bind): void {
  bind.company(contract.listRetentionRules, async (work) => ({ rules: await rules(work) }))
  bind.company(contract.changeRetentionRule, (work, { params, body }) => changeRule(work, { ...params, ...body }))
  bindHolds(bind)
  bind.company(contract.makeRetentionRun, (work, { body }) => makeRun(work, body))
  bind.company(contract.listRetentionRuns, async (work, { query: { cursor, limit } }) => {
    const page = paged(await runs(work, { before: cursor, limit: limit + 1 }), limit)
    return { runs: page.rows, nextCursor: page.nextCursor }
  })
  bind.company(contract.readRetentionRun, (work, { params }) => run(work, params.id))
  bind.company(contract.listRetentionPeople, async (work, { params, query: { cursor, limit, ...filter } }) => {
    const page = paged(await people(work, params.id, { ...filter, after: cursor, limit: limit + 1 }), limit)
    await record(work, {
      action: 'consent.retention-read',
      subject: { kind: 'retention-run', id: params.id },
      detail: { count: page.rows.length, people: page.rows.map(({ personId }) => personId) },
    })
    return { people: page.rows, nextCursor: page.nextCursor }
  })
  bind.company(contract.scheduleRetentionRun, (work, { params, body }) => scheduleRun(work, { ...params, ...body }))
  bind.company(contract.callOffRetentionRun, (work, { params }) => callOffRun(work, params.id))
  bind.company(contract.retryRetentionRun, (work, { params }) => retryRun(work, params.id))
  bindRetentionFiles(bind)
}

function bindHolds(bind: Bind): void {
  bind.company(contract.listLegalHolds, async (work, { query: { cursor, limit, personId, state } }) => {
    const of = personId === undefined ? undefined : await subjectOf(work, personId)
    if (personId !== undefined && !of) throw notFound({ what: 'person' })
    const page = paged(await holds(work, { of, state, before: cursor, limit: limit + 1 }), limit)
    await record(work, {
      action: 'consent.holds-read',
      detail: { count: page.rows.length, people: page.rows.map((hold) => hold.personId) },
    })
    return { holds: page.rows, nextCursor: page.nextCursor }
  })
  bind.company(contract.placeLegalHold, (work, { body }) => placeHold(work, body))
  bind.company(contract.liftLegalHold, (work, { params, body }) => liftHold(work, { ...params, ...body }))
}
