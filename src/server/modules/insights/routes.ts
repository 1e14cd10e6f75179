import { readFirstSteps } from '../../../contract/first-steps.ts'
import { readEvaluationTrends, readOverview, readPassages, readPeopleBehind } from '../../../contract/insights.ts'
import { readNetwork, tryNetworkTerms } from '../../../contract/network.ts'
import { readWorkList } from '../../../contract/work-list.ts'
import { record } from '../audit/index.ts'
import type { Bind } from '../../kernel/http.ts'
import { passagesBy, peopleBehind, trendsByInterviewer } from './insights.ts'
import { networkOverview, tryTerms } from './network.ts'
import { overview } from './overview.ts'
import { stepsDone } from './first-steps.ts'
import { workList } from './work-list.ts'

export function routes(bind: Bind): void {
  bind.company(readNetwork, networkOverview)
  bind.company(tryNetworkTerms, (work, { query }) => tryTerms(work, query))
  bind.company(readFirstSteps, async (work) => ({ steps: await stepsDone(work) }))
  bind.company(readWorkList, (work) => workList(work))
  bind.company(readOverview, (work) => overview(work))
  bind.company(readPassages, (work, { query }) => passagesBy(work, query))
  bind.company(readEvaluationTrends, (work, { query }) => trendsByInterviewer(work, query))
  bind.company(readPeopleBehind, async (work, { query }) => {
    const behind = await peopleBehind(work, query)
    await record(work, {
      action: 'insights.people-read',
      detail: { measure: query.measure, people: behind.people.length },
    })
    return behind
  })
}
