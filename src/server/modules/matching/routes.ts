import { changeMatchingSettings, listMatches, listRankings, readMatchingSettings } from '../../../contract/matching.ts'
import type { Bind } from '../../kernel/http.ts'
import { record } from '../audit/index.ts'
import { opening } from '../selection/index.ts'
import { rankForOpening } from './matches.ts'
import * as store from './store.ts'

export function routes(bind: Bind): void {
  bind.open(listMatches, async (context, { params, query }) => {
    const { actor, companyId } = await bind.identify(context, listMatches.permission)
    const caller = { actor, companyId, requestId: context.requestId }
    return rankForOpening(context.installation, caller, params.id, query)
  })
  bind.company(listRankings, async (work, { params, query }) => {
    const { id } = await opening(work, params.id)
    const rankings = await store.listRankings(work, { openingId: id, limit: query.limit })
    return { rankings: rankings.map((ranking) => ({ ...ranking, recordedAt: ranking.recordedAt.toISOString() })) }
  })
  bind.company(readMatchingSettings, async (work) => ({ rankingOff: await store.isRankingOff(work) }))
  bind.company(changeMatchingSettings, async (work, { body }) => {
    const before = { rankingOff: await store.isRankingOff(work) }
    await store.putRankingOff(work, body.rankingOff)
    await record(work, { action: 'matching.settings-changed', detail: { before, after: body } })
    return body
  })
}
