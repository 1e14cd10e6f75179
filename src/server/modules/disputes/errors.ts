import { notFound, refusal } from '../../kernel/errors.ts'

export const disputeNotFound = () => notFound({ what: 'dispute' })
/** Nothing of this kind can be contested there: it is not refused, not spent, or longer ago than the days to contest. */
export const notContestable = refusal<{ days: number }>('disputes.not-contestable', 409)
export const contestedAlready = refusal('disputes.contested-already', 409)
export const idTaken = refusal('disputes.id-taken', 422)
export const noNetwork = refusal('disputes.no-network', 409)
/** It waits for no statement of this side, or not any more. */
export const statementNotAsked = refusal('disputes.statement-not-asked', 409)
export const settledDispute = refusal<{ state: string }>('disputes.settled', 409)
export const notYours = refusal('disputes.not-yours', 409)
export const effectDoesNotFit = refusal('disputes.effect-does-not-fit', 422)
export const forbiddenWords = refusal<{ word: string }>('disputes.forbidden-words', 422)
