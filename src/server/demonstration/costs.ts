import { newId } from '../kernel/ids.ts'
import { keepCost } from '../modules/insights/index.ts'
import { dayMs, type Stage } from './stage.ts'

const monthly = [
  { kind: 'ADVERTISING', channel: 'JOB_BOARD', amountYen: 240_000 },
  { kind: 'HOURS', channel: null, amountYen: 180_000 },
] as const

/** What the first employer spent on hiring in the last two years, so that a hire has a price. */
export async function keepCosts({ desks, clock }: Stage): Promise<void> {
  const desk = desks[0]
  if (!desk) return
  await desk.work(async (work) => {
    for (let ago = 0; ago < 24; ago += 1) {
      const month = new Date(Date.now() + clock.offsetMs() - ago * 30 * dayMs).toISOString().slice(0, 7)
      for (const cost of monthly) await keepCost(work, { id: newId(), month, note: null, ...cost })
      if (ago % 8 === 0)
        await keepCost(work, {
          id: newId(),
          month,
          note: null,
          kind: 'AGENCY_FEE',
          channel: 'AGENCY',
          amountYen: 1_600_000,
        })
    }
  })
}
