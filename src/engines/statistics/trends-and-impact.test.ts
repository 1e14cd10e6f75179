import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluationTrends } from './index.ts'
import type { Evaluation, InterviewerTrend } from './index.ts'

const many = (count: number, evaluation: Evaluation): Evaluation[] => Array.from({ length: count }, () => evaluation)
const passes = (interviewerId: string, stage: string, passed: number, failed: number): Evaluation[] => [
  ...many(passed, { interviewerId, stage, value: 1 }),
  ...many(failed, { interviewerId, stage, value: 0 }),
]
const of = (trends: readonly InterviewerTrend[], interviewerId: string) =>
  trends.find((trend) => trend.interviewerId === interviewerId)!.compared

describe('evaluation trends by interviewer', () => {
  test('an interviewer who sees the harder stage more often is not called strict for it', () => {
    const evaluations = [
      ...passes('sato', 'INTERVIEW_1', 16, 4),
      ...passes('sato', 'FINAL_INTERVIEW', 16, 64),
      ...passes('suzuki', 'INTERVIEW_1', 64, 16),
      ...passes('suzuki', 'FINAL_INTERVIEW', 4, 16),
    ]
    const sato = of(evaluationTrends(evaluations, { minimumN: 10 }), 'sato')
    expect(sato).toMatchObject({ suppressed: false, crude: 0.32, tendency: 'UNCLEAR' })
    if (!sato.suppressed) expect(sato.difference).toBeCloseTo(0, 12)
  })

  test('an interviewer who fails more at the same stage is called stricter, once there are enough evaluations', () => {
    const evaluations = [...passes('sato', 'INTERVIEW_1', 8, 32), ...passes('suzuki', 'INTERVIEW_1', 30, 10)]
    const trends = evaluationTrends(evaluations, { minimumN: 10 })
    expect(of(trends, 'sato')).toMatchObject({ tendency: 'STRICTER', adjusted: 0.2, others: 0.75 })
    expect(of(trends, 'suzuki')).toMatchObject({ tendency: 'MILDER' })
    expect(of(evaluationTrends(evaluations, { minimumN: 50 }), 'sato')).toEqual({
      suppressed: true,
      reason: 'BELOW_MINIMUM',
    })
  })

  test('a stage that nobody else evaluates is not compared', () => {
    const evaluations = [...passes('sato', 'FINAL_INTERVIEW', 8, 12), ...passes('suzuki', 'INTERVIEW_1', 12, 8)]
    const trends = evaluationTrends(evaluations, { minimumN: 10 })
    expect(trends.map((trend) => [trend.coverage, trend.compared])).toEqual([
      [0, { suppressed: true, reason: 'NOT_COMPARABLE' }],
      [0, { suppressed: true, reason: 'NOT_COMPARABLE' }],
    ])
  })

  test('periods stand apart, against the same company-wide stage mix', () => {
    const inPeriod = (period: string, evaluations: Evaluation[]) =>
      evaluations.map((evaluation) => ({ ...evaluation, period }))
    const evaluations = [
      ...inPeriod('2026-Q1', passes('sato', 'INTERVIEW_1', 10, 10)),
      ...inPeriod('2026-Q2', passes('sato', 'INTERVIEW_1', 18, 2)),
      ...inPeriod('2026-Q1', passes('suzuki', 'INTERVIEW_1', 10, 10)),
    ]
    const adjusted = evaluationTrends(evaluations, { minimumN: 10 }).map(({ period, compared }) =>
      compared.suppressed ? period : [period, compared.adjusted],
    )
    expect(adjusted).toEqual([
      ['2026-Q1', 0.5],
      ['2026-Q2', 0.9],
      ['2026-Q1', 0.5],
    ])
  })

  test('whoever judges each stage alike has no difference, whatever the mix', () => {
    const counts = fc.integer({ min: 1, max: 8 })
    fc.assert(
      fc.property(fc.array(fc.tuple(counts, counts, counts, counts), { minLength: 1, maxLength: 6 }), (stages) => {
        const evaluations = stages.flatMap(([own, others, passed, failed], stage) => [
          ...passes('sato', `${stage}`, 3 * own * passed, 3 * own * failed),
          ...passes('suzuki', `${stage}`, 3 * others * passed, 3 * others * failed),
        ])
        const sato = of(evaluationTrends(evaluations, { minimumN: 1 }), 'sato')
        if (sato.suppressed) throw new Error('comparable at every stage')
        expect(sato.difference).toBeCloseTo(0, 9)
      }),
    )
  })
})
