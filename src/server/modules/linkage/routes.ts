import * as contract from '../../../contract/linkage/linkage.ts'
import * as bulk from '../../../contract/linkage/linkage-bulk.ts'
import * as rulesContract from '../../../contract/linkage/linkage-rules.ts'
import { defaultLinkageRules } from '../../../contract/linkage/linkage-terms.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { record } from '../audit/index.ts'
import { acceptable, startAccept, startUndo } from './review/bulk.ts'
import { decide, decideGroup, undoDecision } from './review/deciding.ts'
import { duplicates, settledPairs } from './review/duplicates.ts'
import { changeRules, tryRules } from './rules.ts'
import { rulesInForce, rulesVersions, type RulesVersion } from './store-rules.ts'
import { lastRuns, pastDecisions, type Run } from './review/store-runs.ts'
import { countOpen, type Candidate } from './store.ts'
import { shownPairs } from './review/views.ts'

export function routes(bind: Bind): void {
  rulesRoutes(bind)
  bulkRoutes(bind)
  bind.company(contract.listDuplicates, async (work, { query: { show, limit, offset } }) => {
    const found =
      show === 'OPEN'
        ? await duplicates(work, { limit, offset })
        : { candidates: await settledPairs(work, { show, limit, offset }), open: await countOpen(work) }
    await record(work, { action: 'duplicates.listed', detail: { ids: recordsIn(found.candidates) } })
    return { items: await shownPairs(work, found.candidates), open: found.open }
  })
  bind.company(contract.decideDuplicate, async (work, { params, body }) => {
    const { state, mergeId } = await decide(work, { candidateId: params.id, decision: body.decision })
    await record(work, {
      action: 'duplicate.decided',
      subject: { kind: 'duplicate', id: params.id },
      detail: { decision: body.decision },
    })
    return { state, mergeId }
  })
  bind.company(contract.decideDuplicateGroup, async (work, { params }) => {
    const decided = (await decideGroup(work, params.id)).map(({ id }) => id)
    await record(work, {
      action: 'duplicate.decided',
      subject: { kind: 'duplicate', id: params.id },
      detail: { decision: 'SAME', ids: decided },
    })
    return { decided }
  })
  bind.company(contract.undoDuplicate, async (work, { params }) => {
    const { state, mergeId } = await undoDecision(work, params.id)
    await record(work, { action: 'duplicate.undone', subject: { kind: 'duplicate', id: params.id } })
    return { state, mergeId }
  })
}

/** Whose pairs were read stands in the log by the records of both, of which it knows whose they are. */
const recordsIn = (pairs: readonly Pick<Candidate, 'oneRecordId' | 'otherRecordId'>[]): string[] => [
  ...new Set(pairs.flatMap(({ oneRecordId, otherRecordId }) => [oneRecordId, otherRecordId])),
]

function bulkRoutes(bind: Bind): void {
  bind.company(bulk.previewBulkAccept, async (work, { body: { precision } }) => {
    const { chosen, leftOut, expectedWrong } = await acceptable(work, precision)
    const sample = chosen.slice(-5)
    const lowest = chosen.at(-1)?.score ?? null
    await record(work, { action: 'duplicates.listed', detail: { ids: recordsIn(sample) } })
    return {
      pairs: chosen.length,
      people: new Set(chosen.flatMap(({ onePersonId, otherPersonId }) => [onePersonId, otherPersonId])).size,
      expectedWrong,
      lowest,
      leftOut,
      past: await pastDecisions(work, lowest ?? 1),
      sample: await shownPairs(work, sample),
    }
  })
  bind.company(bulk.startBulkAccept, async (work, { body }) => {
    const run = await startAccept(work, body)
    await record(work, {
      action: 'duplicates.accepted',
      subject: { kind: 'duplicate', id: run.id },
      detail: { precision: body.precision, pairs: run.total },
    })
    return shownRun(run)
  })
  bind.company(bulk.listLinkageRuns, async (work, { query }) => ({
    items: (await lastRuns(work, query.limit)).map(shownRun),
  }))
  bind.company(bulk.undoBulkAccept, async (work, { params: { id } }) => {
    const run = await startUndo(work, id)
    await record(work, {
      action: 'duplicates.taken-back',
      subject: { kind: 'duplicate', id },
      detail: { pairs: run.total },
    })
    return shownRun(run)
  })
}

const shownRun = ({ id, kind, state, wanted, total, done, changed, isUndone, recordedAt, finishedAt }: Run) => ({
  id,
  kind,
  state: state === 'READY' ? ('RUNNING' as const) : state === 'DONE' ? ('DONE' as const) : ('FAILED' as const),
  precision: wanted,
  total,
  done,
  changed,
  isUndone,
  startedAt: recordedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

function rulesRoutes(bind: Bind): void {
  bind.company(rulesContract.readLinkageRules, async (work, { query }) => ({
    inForce: shownVersion(await rulesInForce(work)),
    defaults: defaultLinkageRules,
    versions: (await rulesVersions(work, query.limit)).map(shownVersion),
  }))
  bind.company(rulesContract.tryLinkageRules, (work, { body }) => tryRules(work, body.rules))
  bind.company(rulesContract.changeLinkageRules, async (work, { body }) => {
    const { isChanged, ...version } = await changeRules(work, body)
    if (isChanged)
      await record(work, {
        action: 'linkage.rules-changed',
        subject: { kind: 'company', id: work.companyId },
        detail: { version: version.version },
      })
    return shownVersion(version)
  })
}

const shownVersion = ({ version, rules, decidedBy, recordedAt }: RulesVersion) => ({
  version,
  rules,
  decidedBy,
  recordedAt: recordedAt?.toISOString() ?? null,
})
