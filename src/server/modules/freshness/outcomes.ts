import type { AskOutcome } from '../../../contract/pool/freshness.ts'
import type { Ask } from './store-asks.ts'

/** Which questions each count is of: a state, or some of the answers. */
export const outcomes: Record<AskOutcome, { states: readonly Ask['state'][]; answers?: readonly Ask['answer'][] }> = {
  waiting: { states: ['PLANNED', 'SENT'] },
  confirmed: { states: ['ANSWERED'], answers: ['CONFIRMED', 'STAYS'] },
  changed: { states: ['ANSWERED'], answers: ['CHANGED'] },
  notInterested: { states: ['ANSWERED'], answers: ['NOT_INTERESTED', 'LEAVES'] },
  silent: { states: ['LAPSED'] },
  refused: { states: ['REFUSED'] },
}

export const outcomeOf = ({ state, answer }: Pick<Ask, 'state' | 'answer'>): AskOutcome =>
  (Object.keys(outcomes) as AskOutcome[]).find((outcome) => {
    const { states, answers } = outcomes[outcome]
    return states.includes(state) && (!answers || answers.includes(answer))
  }) ?? 'waiting'
