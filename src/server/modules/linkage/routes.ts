import * as contract from '../../../contract/linkage.ts'
import * as rulesContract from '../../../contract/linkage-rules.ts'
import { defaultLinkageRules } from '../../../contract/linkage-terms.ts'
import type { Bind } from '../../kernel/http.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { people } from '../people/index.ts'
import { applicationsOf } from '../selection/index.ts'
import { decide, decidedPairs, duplicates, undoDecision } from './duplicates.ts'
import { changeRules, tryRules } from './rules.ts'
import { rulesInForce, rulesVersions, type RulesVersion } from './store-rules.ts'
import { countOpen, type Candidate } from './store.ts'

export function routes(bind: Bind): void {
  rulesRoutes(bind)
  bind.company(contract.listDuplicates, async (work, { query }) => {
    const { decided, limit, offset } = query
    const found = decided
      ? { candidates: await decidedPairs(work, limit), open: await countOpen(work) }
      : await duplicates(work, { limit, offset })
    await record(work, { action: 'duplicates.listed', detail: { ids: found.candidates.map(({ id }) => id) } })
    return { items: await Promise.all(found.candidates.map((one) => shown(work, one))), open: found.open }
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
  bind.company(contract.undoDuplicate, async (work, { params }) => {
    const { state, mergeId } = await undoDecision(work, params.id)
    await record(work, { action: 'duplicate.undone', subject: { kind: 'duplicate', id: params.id } })
    return { state, mergeId }
  })
}

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

async function shown(work: Work, candidate: Candidate) {
  const { id, reasons, score, state, mergeId, decidedAt } = candidate
  return {
    id,
    one: await side(work, candidate.onePersonId),
    other: await side(work, candidate.otherPersonId),
    reasons,
    score,
    state,
    mergeId,
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}

async function side(work: Work, personId: string) {
  const [profile] = await people(work, [personId])
  const applications = await applicationsOf(work, personId)
  return {
    personId,
    fields: profile?.fields ?? {},
    recordCount: profile?.recordCount ?? 0,
    applications: applications.slice(0, 5).map(({ openingTitle, state, appliedAt }) => ({
      openingTitle,
      state,
      appliedAt: appliedAt.toISOString(),
    })),
  }
}
