import { describe, expect, test } from 'vitest'
import { describeReason, score, workOf } from '../index.ts'
import { aCandidate, anOpening, asOf } from '../testing.ts'

describe('a title', () => {
  test.each([
    ['法人営業（主任）', '07-048-field'],
    ['営業事務', '06-040-sales'],
    ['営業', '07-048-sales'],
    ['ＳＥ', '02-009-business'],
    ['inside sales', '07-048-inside'],
    ['給与・社会保険の担当', '06-033-payroll'],
    ['副園長', '05-029-nursery'],
  ])('%s is %s', (title, code) => {
    expect(workOf(title)[0]).toBe(code)
  })

  test('that names no known work meets only the same title', () => {
    expect(workOf('宇宙飛行士')).toEqual(workOf('宇宙 飛行士'))
    expect(workOf('宇宙飛行士')).toEqual(['title:宇宙飛行士'])
  })
})

describe('the nearness of work', () => {
  const points = (title: string, isPast = false) =>
    score({
      opening: anOpening({ title: 'インサイドセールス' }),
      candidate: aCandidate({ roles: [{ title, ...(isPast && { isPast }) }] }),
      asOf,
    }).parts.find(({ part }) => part === 'WORK')!

  test('is most for the same work today, less for the same work earlier, less for near work, none for other work', () => {
    const found = [points('SDR'), points('SDR', true), points('法人営業'), points('看護師')]
    expect(found.map(({ contribution }) => contribution)).toEqual([240, 168, 144, 0])
    expect(describeReason(found[2]!.reasons[0]!, 'ja')).toBe('近い仕事（法人営業）をしています')
  })

  test('is asked about where nobody knows what the person did', () => {
    const { missingFacts } = score({ opening: anOpening({ title: '経理' }), candidate: aCandidate(), asOf })
    expect(missingFacts).toContain('roles')
  })
})

test('a skill named in the work history counts, but less than one that is listed', () => {
  const of = (mentioned: boolean) =>
    score({
      opening: anOpening({ requiredSkills: [{ skill: '月次決算' }] }),
      candidate: aCandidate({ skills: [{ skill: '月次締め', mentioned }] }),
      asOf,
    })
  expect(of(true).score).toBeLessThan(of(false).score)
  expect(of(true).toVerify.map((reason) => describeReason(reason, 'ja'))).toEqual(['月次決算は経歴の記載から'])
})
