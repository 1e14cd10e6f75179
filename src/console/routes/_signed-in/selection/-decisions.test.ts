import { describe, expect, test } from 'vitest'
import { applicationStates, type FlowStep } from '../../../../contract/selection/selection-terms.ts'
import { decisionsFor, isOpen, neighbour, undoing } from './-decisions.ts'

const steps: FlowStep[] = [
  { stage: 'APPLIED' },
  { stage: 'DOCUMENT_SCREENING' },
  { stage: 'INTERVIEW_1' },
  { stage: 'OFFER' },
]

describe('the decisions about an application', () => {
  test('go to the next step of the flow, and from a stage outside of it to the next that comes later', () => {
    expect(neighbour(steps, 'DOCUMENT_SCREENING', 1)).toBe('INTERVIEW_1')
    expect(neighbour(steps, 'INTERVIEW_2', 1)).toBe('OFFER')
    expect(neighbour(steps, 'INTERVIEW_2', -1)).toBe('INTERVIEW_1')
    expect(neighbour(steps, 'OFFER', 1)).toBeUndefined()
    expect(neighbour(steps, 'APPLIED', -1)).toBeUndefined()
  })

  test('leave an ended application nothing but reopening', () => {
    for (const state of applicationStates.filter((one) => !isOpen(one))) expect(decisionsFor(state)).toEqual(['REOPEN'])
  })

  test('are undone to the stage and the state of before', () => {
    expect(undoing({ stage: 'INTERVIEW_1', state: 'ACTIVE' }, { kind: 'REJECT', reason: 'SKILL' })).toEqual([
      { kind: 'REOPEN', stage: 'INTERVIEW_1' },
    ])
    expect(undoing({ stage: 'INTERVIEW_1', state: 'ON_HOLD' }, { kind: 'REJECT', reason: 'SKILL' })).toEqual([
      { kind: 'REOPEN', stage: 'INTERVIEW_1' },
      { kind: 'HOLD' },
    ])
    expect(undoing({ stage: 'JOIN_SCHEDULED', state: 'OFFER_ACCEPTED' }, { kind: 'HIRE' })).toEqual([
      { kind: 'REOPEN', stage: 'JOIN_SCHEDULED' },
      { kind: 'OFFER' },
      { kind: 'ACCEPT' },
      { kind: 'STAGE', stage: 'JOIN_SCHEDULED' },
    ])
  })

  test('of an ended application offer no undo of its reopening', () => {
    expect(undoing({ stage: 'INTERVIEW_1', state: 'REJECTED' }, { kind: 'REOPEN' })).toEqual([])
  })
})
