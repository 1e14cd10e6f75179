import { idFrom } from '../../kernel/ids.ts'
import { job, nothing } from '../../kernel/jobs.ts'
import { inCompany, systemActor, type Work } from '../../kernel/work.ts'
import { forEachCompany } from '../accounts/index.ts'
import { answerDays, approvePlan, planAsk } from './asking.ts'
import { planOfToday } from './plan.ts'
import { endingPoolConsent, poolConsentsEnding } from './pool-consents.ts'
import { settings } from './settings.ts'
import * as store from './store-asks.ts'

const actor = systemActor('freshness.daily')
const dayMs = 86_400_000

/**
 * What happens every day where asking is switched on: silence of a month is put down, who is about to leave the pool by
 * the end of their consent is asked, and the plan of the day goes out by itself where the company said so once.
 */
export async function askDaily(work: Work): Promise<void> {
  await store.lapseAsks(work, new Date(work.now.getTime() - answerDays * dayMs))
  const { onSince, mode } = await settings(work)
  if (onSince === null) return
  const day = work.now.toISOString().slice(0, 10)
  for (const { personId, sourceRecordId } of await poolConsentsEnding(work)) {
    if (!(await endingPoolConsent(work, personId))) continue
    const before = await store.asksOf(work, [sourceRecordId])
    const since = work.now.getTime() - 2 * answerDays * dayMs
    if (before.some(({ kind, plannedAt }) => kind === 'POOL' && plannedAt.getTime() > since)) continue
    const id = idFrom('freshness.pool', work.companyId, sourceRecordId, day)
    await planAsk(work, { id, kind: 'POOL', personId, sourceRecordId, fields: [] })
  }
  if (mode !== 'EVERY_DAY') return
  const { people } = await planOfToday(work)
  if (people.length === 0) return
  const personIds = people.map(({ personId }) => personId)
  await approvePlan(work, { id: idFrom('freshness.daily', work.companyId, day), personIds })
}

/** 23:50 UTC is ten to nine in the morning in Japan, before the send window opens. */
export const dailyAsking = job({
  name: 'freshness.daily',
  payload: nothing,
  schedule: '50 23 * * *',
  run: (installation) => forEachCompany(installation, actor, (opening) => inCompany(installation, opening, askDaily)),
})
