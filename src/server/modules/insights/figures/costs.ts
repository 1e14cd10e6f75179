import type { z } from 'zod'
import type { Cost, CostPerHire } from '../../../../contract/selection/insight-outcomes.ts'
import { channels, type Channel } from '../../../../contract/selection/selection-terms.ts'
import { suppressCounts, type SafeCell } from '../../../../engines/anonymity/index.ts'
import { findForbidden } from '../../../../engines/forbidden/index.ts'
import { poissonInterval } from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { hiresOf } from './durations.ts'
import { costNotFound, forbiddenCostNote } from '../errors.ts'
import { question } from '../insights.ts'
import { limitFor } from './limits.ts'
import { readCourses } from './passage.ts'
import * as store from './store-costs.ts'

/** Keeps a cost under its id; said again, it changes. */
export async function keepCost(work: Work, cost: Cost): Promise<void> {
  const found = findForbidden(cost.note ?? '')
  if (found) throw forbiddenCostNote({ field: 'note', ...found })
  await store.putCost(work, cost)
  const { id, month, kind, amountYen } = cost
  await record(work, { action: 'cost.kept', subject: { kind: 'cost', id }, detail: { month, kind, amountYen } })
}

export async function dropCost(work: Work, id: string): Promise<void> {
  if (!(await store.deleteCost(work, id))) throw costNotFound()
  await record(work, { action: 'cost.dropped', subject: { kind: 'cost', id } })
}

type Asked = { from?: string | undefined; until?: string | undefined }

/**
 * What the months of the period cost for each person hired in them (the offer was accepted, or they joined). Whole
 * months, since costs are told by month. The interval says what it would be had chance made more or fewer hires.
 */
export async function costPerHire(work: Work, { from, until }: Asked) {
  const limit = await limitFor(work)
  const [first, last] = [from?.slice(0, 7), until?.slice(0, 7)]
  const asked = await question(work, {
    from: first && `${first}-01`,
    until: last && lastDayOf(last),
    basis: 'EVENT_DATE',
  })
  const costs = await store.sumCosts(work, { first, last })
  const hires = hiresOf(await readCourses(work, asked), asked)
  const hired = (channel: Channel) => hires.filter(({ course }) => course.channel === channel).length
  const all = [...costs.values()].reduce((sum, yen) => sum + yen, 0)
  const rows = channels
    .map((channel) => ({ channel, amountYen: costs.get(channel) ?? 0, hires: hired(channel) }))
    .filter((one) => one.amountYen > 0 || one.hires > 0)
  const counts = rows.map((one) => one.hires)
  const told = limit ? suppressCounts([counts], limit.k) : undefined
  const tell = (count: number, cell: SafeCell | undefined) => (cell && 'suppressed' in cell ? null : count)
  return {
    total: costOf({ channel: null, amountYen: all, hires: tell(hires.length, told?.total) }),
    channels: rows.map((one, at) => costOf({ ...one, hires: tell(one.hires, told?.cells[0]?.[at]) })),
    sharedYen: costs.get(null) ?? 0,
  }
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

type Counted = Pick<z.input<typeof CostPerHire>, 'channel' | 'amountYen' | 'hires'>

function costOf(counted: Counted): z.input<typeof CostPerHire> {
  const { amountYen, hires } = counted
  if (amountYen === 0 || !hires) return { ...counted, perHireYen: null, interval: null }
  const { low, high } = poissonInterval(hires)
  return {
    ...counted,
    perHireYen: Math.round(amountYen / hires),
    interval: { low: Math.round(amountYen / high), high: low > 0 ? Math.round(amountYen / low) : null },
  }
}
