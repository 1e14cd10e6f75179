import { readFirstSteps } from '../../../contract/accounts/first-steps.ts'
import {
  readEvaluationTrends,
  readOverview,
  readPassages,
  readPeopleBehind,
} from '../../../contract/selection/insights.ts'
import * as contract from '../../../contract/selection/insight-outcomes.ts'
import { readNetworkHealth } from '../../../contract/network/network-health.ts'
import { readNetwork } from '../../../contract/network/network.ts'
import { forecastNetwork, tryNetworkTerms } from '../../../contract/network/network-terms.ts'
import { done } from '../../../contract/route.ts'
import { readWorkList } from '../../../contract/work-list.ts'
import { record } from '../audit/index.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { peopleBehind } from './figures/behind.ts'
import { costPerHire, dropCost, keepCost } from './figures/costs.ts'
import { durations } from './figures/durations.ts'
import { exportRoute } from './export.ts'
import { passagesBy, trendsByInterviewer } from './insights.ts'
import { networkHealth } from './network/health.ts'
import { networkOverview, tryTerms } from './network/network.ts'
import { forecast } from './network/forecast.ts'
import { outcomes } from './figures/outcomes.ts'
import { overview } from './figures/overview.ts'
import { stepsDone } from './first-steps.ts'
import { listCosts } from './figures/store-costs.ts'
import { workList } from './work-list.ts'

export function routes(bind: Bind): void {
  bind.company(readNetwork, networkOverview)
  bind.company(readNetworkHealth, networkHealth)
  bind.company(forecastNetwork, (work, { query }) => forecast(work, query))
  bind.company(tryNetworkTerms, (work, { query }) => tryTerms(work, query))
  bind.company(readFirstSteps, async (work) => ({ steps: await stepsDone(work) }))
  bind.company(readWorkList, (work) => workList(work))
  bind.company(readOverview, (work) => overview(work))
  bind.company(readPassages, (work, { query }) => passagesBy(work, query))
  bind.company(readEvaluationTrends, (work, { query }) => trendsByInterviewer(work, query))
  bind.company(contract.readDurations, (work, { query }) => durations(work, query))
  bind.company(contract.readOutcomes, (work) => outcomes(work))
  bind.company(readPeopleBehind, async (work, { query }) => {
    const behind = await peopleBehind(work, query)
    await record(work, {
      action: 'insights.people-read',
      detail: { measure: query.measure, ids: behind.rows.map(({ personId }) => personId) },
    })
    return behind
  })
  costRoutes(bind)
  exportRoute(bind)
}

function costRoutes(bind: Bind): void {
  bind.company(contract.readCostPerHire, (work, { query }) => costPerHire(work, query))
  bind.company(contract.listCosts, async (work, { query: { cursor, limit } }) => {
    const found = await listCosts(work, { after: cursor ? readCursor(cursor) : undefined, limit: limit + 1 })
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return { items, nextCursor: found.length > limit && last ? `${last.month}/${last.id}` : null }
  })
  bind.company(contract.keepCost, async (work, { params, body }) => {
    await keepCost(work, { id: params.id, ...body })
    return done
  })
  bind.company(contract.dropCost, async (work, { params }) => {
    await dropCost(work, params.id)
    return done
  })
}

function readCursor(cursor: string): { month: string; id: string } | undefined {
  const [month = '', id = ''] = cursor.split('/')
  return /^\d{4}-\d{2}$/.test(month) && /^[0-9a-f-]{36}$/.test(id) ? { month, id } : undefined
}
