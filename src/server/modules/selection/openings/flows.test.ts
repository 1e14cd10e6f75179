import { describe, expect, test } from 'vitest'
import { keepFlow as contract } from '../../../../contract/selection/openings.ts'
import type { Stage } from '../../../../contract/selection/selection-terms.ts'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { flowOf, flowsInUse, keepFlow } from './flows.ts'
import { anApplication, anOpening } from '../testing.ts'

const flow = (...stages: Stage[]) => ({
  id: newId(),
  name: '中途',
  steps: stages.map((stage) => ({ stage })),
  isDefault: false,
})

describe('a hiring flow', () => {
  test('keeps a step at which open applications stand, and lets it go when they have moved on', async () => {
    const company = await aCompany()
    const first = flow('APPLIED', 'INTERVIEW_1', 'OFFER')
    await company.work((work) => keepFlow(work, first))
    const openingId = await anOpening(company, { flowId: first.id })
    await anApplication(company, { openingId, course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }] })
    await anApplication(company, { openingId, course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }, { kind: 'REJECT' }] })
    const [shown] = await company.work(flowsInUse)
    expect(shown?.standing).toContainEqual({ stage: 'INTERVIEW_1', count: 1 })
    const without = { ...first, steps: [{ stage: 'APPLIED' as const }, { stage: 'OFFER' as const }] }
    await expect(company.work((work) => keepFlow(work, without))).rejects.toMatchObject({
      code: 'selection.stage-in-use',
      detail: { stages: ['INTERVIEW_1'], count: 1 },
    })
    const reordered = { ...first, steps: first.steps.toReversed() }
    await company.work((work) => keepFlow(work, reordered))
    expect(await company.work((work) => flowOf(work, { flowId: first.id }))).toEqual(reordered.steps)
  })

  test('is one default among many that are kept at once', async () => {
    const company = await aCompany()
    const made = Array.from({ length: 8 }, () => ({ ...flow('APPLIED', 'OFFER'), isDefault: true }))
    await Promise.all(made.map((one) => company.work((work) => keepFlow(work, one))))
    const kept = await company.work(flowsInUse)
    expect([kept.length, kept.filter(({ isDefault }) => isDefault).length]).toEqual([8, 1])
  })

  test('that becomes the default keeps the steps of openings that chose none', async () => {
    const company = await aCompany()
    await anApplication(company, { course: [{ kind: 'STAGE', stage: 'FINAL_INTERVIEW' }] })
    const short = flow('APPLIED', 'INTERVIEW_1')
    await expect(company.work((work) => keepFlow(work, short))).rejects.toMatchObject({
      code: 'selection.stage-in-use',
    })
    await company.work((work) => keepFlow(work, flow('APPLIED', 'FINAL_INTERVIEW')))
    // A second flow that is not the default takes nothing from anybody.
    await company.work((work) => keepFlow(work, short))
    expect(await company.work(flowsInUse)).toHaveLength(2)
  })

  test('names each stage once', () => {
    const { name, steps } = flow('APPLIED', 'INTERVIEW_1', 'INTERVIEW_1')
    expect(contract.body.safeParse({ name, steps }).success).toBe(false)
    expect(contract.body.safeParse({ name, steps: steps.slice(0, 2) }).success).toBe(true)
  })
})
