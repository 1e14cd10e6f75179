import type { z } from 'zod'
import { readPassages, type Rate } from '../../../contract/selection/insights.ts'
import type { Duration } from '../../../contract/selection/insight-outcomes.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { inCompany, type Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import type { Stage } from '../../../contract/selection/selection-terms.ts'
import { selectionWords } from '../../../contract/selection/selection-words.ts'
import { byteOrderMark, line } from '../../kernel/csv.ts'
import { stageName } from '../relay/index.ts'
import { costPerHire } from './figures/costs.ts'
import { durations } from './figures/durations.ts'
import { passagesBy, trendsByInterviewer } from './insights.ts'
import { outcomes } from './figures/outcomes.ts'
import { overview } from './figures/overview.ts'

const { query: Query } = readPassages
type Asked = z.output<typeof Query>
type Cell = string | number | null
type Shown = z.input<typeof Rate>

const header = [
  '区分',
  '対象',
  'ステップ',
  '指標',
  '値',
  '95%区間(下)',
  '95%区間(上)',
  '件数',
  '母数',
  '基準日',
  '開始日',
  '終了日',
  '備考',
]

/** `GET /api/v1/insights/export.csv` with the filters of the page: every number with its n, interval and date basis. */
export function exportRoute(bind: Bind): void {
  bind.raw((app, installation) => {
    app.get('/api/v1/insights/export.csv', { schema: { hide: true, querystring: Query } }, async (request, reply) => {
      const caller = await bind.identify({ request, reply }, 'insights:read')
      const asked = request.query as Asked
      const rows = await inCompany(installation, caller, async (work) => {
        const found = await lines(work, asked)
        await record(work, { action: 'insights.exported', detail: { rows: found.length } })
        return found
      })
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="insights.csv"')
        .send(byteOrderMark + [header, ...rows].map(line).join(''))
    })
  })
}

const bases = { APPLIED_COHORT: '応募日', EVENT_DATE: '結果が出た日' }
const whole = ['全期間', null, null]

/** Every line of the file, both date bases of the stages included; limited as the page is for who takes it. */
export async function lines(work: Work, asked: Asked): Promise<Cell[][]> {
  const period = (basis: Asked['basis']) => [bases[basis], asked.from ?? null, asked.until ?? null]
  const found: Cell[][] = []
  for (const basis of ['APPLIED_COHORT', 'EVENT_DATE'] as const) {
    const { groups } = await passagesBy(work, { ...asked, basis })
    for (const { key, label, stages } of groups)
      for (const stage of stages) {
        const of = ['選考ステップ', key === 'all' ? '全体' : channelName(label), named(stage.stage)]
        found.push(rateLine([...of, '通過率'], stage.passRate, period(basis)))
        found.push(rateLine([...of, '歩留まり'], stage.yieldRate, period(basis)))
        found.push(rateLine([...of, '辞退率'], stage.withdrawalRate, period(basis)))
      }
  }
  const rates = await overview(work)
  const pool = ['人材プール', '全体', null]
  found.push(rateLine([...pool, '更新率'], rates.updateRate, whole))
  found.push(rateLine([...pool, '再応募率'], rates.reapplicationRate, whole))
  found.push(rateLine([...pool, '辞退率'], rates.withdrawalRate, whole))
  found.push(rateLine([...pool, '内定承諾率'], rates.offerAcceptanceRate, whole))
  found.push(rateLine([...pool, '枠利用率'], rates.slotUseRate, whole))
  const { hiredHere, placedElsewhere } = await outcomes(work)
  found.push(rateLine(['不採用後', '全体', null, '当社に採用'], hiredHere, whole))
  found.push(rateLine(['不採用後', '全体', null, '他社に就職(本人の同意による)'], placedElsewhere, whole))
  const { toHire, stages } = await durations(work, asked)
  found.push(daysLine(['日数', '全体', null, '応募から内定承諾(中央値)'], toHire, period(asked.basis)))
  for (const { stage, duration } of stages)
    found.push(daysLine(['日数', '全体', named(stage), '滞留日数(中央値)'], duration, period(asked.basis)))
  return [...found, ...(await costLines(work, asked)), ...(await trendLines(work, asked))]
}

const tooFew = '少数のため非表示'

function rateLine(of: Cell[], rate: Shown, period: Cell[]): Cell[] {
  if (rate.suppressed) return [...of, null, null, null, null, rate.trials, ...period, tooFew]
  const { value, interval, successes, trials } = rate
  return [...of, rounded(value), rounded(interval.low), rounded(interval.high), successes, trials, ...period, null]
}

function daysLine(of: Cell[], duration: Duration, period: Cell[]): Cell[] {
  if (duration.suppressed) return [...of, null, null, null, null, duration.count, ...period, tooFew]
  const { median, interval, count } = duration
  return [...of, rounded(median), rounded(interval.low), rounded(interval.high), null, count, ...period, null]
}

async function costLines(work: Work, asked: Asked): Promise<Cell[][]> {
  const { total, channels } = await costPerHire(work, asked)
  return [total, ...channels].map(({ channel, perHireYen, interval, amountYen, hires }) => [
    '採用単価(円)',
    channel === null ? '全体' : channelName(channel),
    null,
    `費用 ${amountYen}円`,
    perHireYen,
    interval?.low ?? null,
    interval?.high ?? null,
    null,
    hires,
    bases.EVENT_DATE,
    asked.from ?? null,
    asked.until ?? null,
    null,
  ])
}

async function trendLines(work: Work, asked: Asked): Promise<Cell[][]> {
  const { interviewers } = await trendsByInterviewer(work, asked)
  return interviewers.map(({ name, evaluations, compared }) => {
    const of = ['評価の傾向', name, null, '同じステップの他の面接官との差']
    const period = ['評価日', asked.from ?? null, asked.until ?? null]
    if (compared.suppressed) return [...of, null, null, null, null, evaluations, ...period, tooFew]
    const { difference, interval } = compared
    const values = [difference, interval.low, interval.high].map(rounded)
    return [...of, ...values, null, evaluations, ...period, null]
  })
}

/** A channel as it is written in a file; whatever else is asked keeps its own name. */
const channelName = (channel: string): string => selectionWords.ja.channel[channel] ?? channel
const named = (stage: string) => stageName(stage as Stage, 'ja')
const rounded = (value: number) => Math.round(value * 10_000) / 10_000
