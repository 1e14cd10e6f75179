import { readEvaluationTrends, readOverview, readPassages, readPeopleBehind } from '../../../contract/insights.ts'
import { record } from '../audit/index.ts'
import type { Bind } from '../../kernel/http.ts'
import { passagesBy, peopleBehind, trendsByInterviewer } from './insights.ts'
import { overview } from './overview.ts'

export function routes(bind: Bind): void {
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
