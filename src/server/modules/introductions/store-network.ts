import type { IntroductionProgress, IntroductionState } from '../../../contract/introductions.ts'
import type { Work } from '../../kernel/work.ts'

export type Standing = {
  id: string
  employerId: string
  state: IntroductionState
  progress: IntroductionProgress | null
  askedAt: string
  endedAt: string | null
  version: number
}

/** In the operator's realm: keeps how an introduction stands; an older word than is kept changes nothing. */
export async function putStanding({ tx, companyId }: Work, standing: Standing): Promise<void> {
  await tx
    .insertInto('introductions_network')
    .values({
      company_id: companyId,
      id: standing.id,
      employer_id: standing.employerId,
      state: standing.state,
      progress: standing.progress,
      asked_at: new Date(standing.askedAt),
      ended_at: standing.endedAt === null ? null : new Date(standing.endedAt),
      version: standing.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet((e) => ({
          state: e.ref('excluded.state'),
          progress: e.ref('excluded.progress'),
          ended_at: e.ref('excluded.ended_at'),
          version: e.ref('excluded.version'),
        }))
        .where((e) => e('introductions_network.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

/** In the operator's realm: the network's introductions by state, and the accepted ones by how they went on. */
export async function countStandings({ tx, companyId }: Work): Promise<{
  byState: Partial<Record<IntroductionState, number>>
  byProgress: Partial<Record<IntroductionProgress, number>>
}> {
  const rows = await tx
    .selectFrom('introductions_network')
    .select((e) => ['state', 'progress', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy(['state', 'progress'])
    .execute()
  const byState: Partial<Record<IntroductionState, number>> = {}
  const byProgress: Partial<Record<IntroductionProgress, number>> = {}
  for (const { state, progress, count } of rows) {
    const key = state as IntroductionState
    byState[key] = (byState[key] ?? 0) + Number(count)
    if (progress === null) continue
    const reached = progress as IntroductionProgress
    byProgress[reached] = (byProgress[reached] ?? 0) + Number(count)
  }
  return { byState, byProgress }
}
