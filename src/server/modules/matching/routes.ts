import {
  changeMatchingSettings,
  listFittingOpenings,
  listMatches,
  listOpeningNews,
  listRankingLog,
  listRankings,
  readMatchingSettings,
  type MatchingSettings,
} from '../../../contract/matching.ts'
import { openingStatuses } from '../../../contract/selection/selection-terms.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { opening, openings } from '../selection/index.ts'
import { askedWords } from './asked-words.ts'
import { rankingKeptDays } from './contributions.ts'
import { rankForOpening } from './matches.ts'
import { openingNews, openingsFor } from './own-pool/news.ts'
import * as store from './store.ts'
import { conditionWords } from './words.ts'

export function routes(bind: Bind): void {
  bind.open(listMatches, async (context, { params, query }) => {
    const { actor, companyId } = await bind.identify(context, listMatches.permission)
    const caller = { actor, companyId, requestId: context.requestId }
    return rankForOpening(context.installation, caller, params.id, query)
  })
  bind.company(listRankings, async (work, { params, query }) => {
    const { id } = await opening(work, params.id)
    const rankings = await store.listRankings(work, { openingId: id, limit: query.limit })
    return {
      rankings: rankings.map((ranking) => ({ ...ranking, recordedAt: ranking.recordedAt.toISOString() })),
    }
  })
  bind.company(listRankingLog, async (work, { query: { cursor, limit } }) => {
    const found = await store.listLog(work, { before: cursor, limit: limit + 1 })
    const page = found.slice(0, limit)
    const titles = new Map((await openings(work, openingStatuses)).map(({ id, title }) => [id, title]))
    return {
      rankings: page.map(({ asked, excluded, ...one }) => ({
        ...one,
        openingTitle: titles.get(one.openingId) ?? '',
        asked: askedWords(asked as Parameters<typeof askedWords>[0]),
        excluded: excluded.map((left) => ({ ...left, ...conditionWords(left.condition) })),
        recordedAt: one.recordedAt.toISOString(),
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      keptDays: rankingKeptDays,
    }
  })
  bind.company(listOpeningNews, async (work) => ({ openings: await openingNews(work) }))
  bind.company(listFittingOpenings, (work, { params }) => openingsFor(work, params.id))
  bind.company(readMatchingSettings, settings)
  bind.company(changeMatchingSettings, async (work, { body }) => {
    const before = await settings(work)
    await store.putSettings(work, body)
    const after = await settings(work)
    await record(work, {
      action: 'matching.settings-changed',
      detail: { before: audited(before), after: audited(after) },
    })
    return after
  })
}

const settings = async (work: Work) => ({
  rankingOff: await store.isRankingOff(work),
  leftAlone: await store.leftAlone(work),
})

/** Names and reasons are words, which the audit does not hold: whose people are left alone stands there by fingerprint. */
const audited = ({ rankingOff, leftAlone }: MatchingSettings) => ({
  rankingOff,
  leftAlone: leftAlone.map(({ company: name }) => sha256(name).slice(0, 16)),
})
