import type { IntroductionState } from '../../../contract/introductions/introductions.ts'
import { notFound, refusal } from '../../kernel/errors.ts'

export const introductionNotFound = () => notFound({ what: 'introduction' })
export const openingNotOpen = refusal('introductions.opening-not-open', 409)
export const askedAlready = refusal('introductions.asked-already', 409)
/** The member's own limits: too many contacts, an earlier no to this company, or gone. Which of them is not told. */
export const notReachable = refusal('introductions.not-reachable', 409)
export const idTaken = refusal('introductions.id-taken', 422)
/** The introduction has ended, so nothing more can be asked. */
export const notOpen = refusal<{ state: string }>('introductions.not-open', 409)
export const forbiddenWords = refusal<{ word: string }>('introductions.forbidden-words', 422)
/** Before the yes, nothing by which the person could be reached or known goes to the company. */
export const contactInQuestion = refusal<{ word: string }>('introductions.contact-in-question', 422)
/** The operator decides without learning who objects. */
export const contactInObjection = refusal<{ word: string }>('introductions.contact-in-objection', 422)
export const ended = refusal<{ state: IntroductionState }>('introductions.ended', 409)
export const notAccepted = refusal<{ state: string }>('introductions.not-accepted', 409)
export const nobodyAsked = refusal('introductions.nobody-asked', 409)
export const consentNeeded = refusal('introductions.consent-needed', 422)
export const disclosureNotShown = refusal('introductions.not-shown', 409)
export const tooManyQuestions = refusal('introductions.too-many-questions', 409)
/** The employer may not be introduced to anybody at present: its mode, a suspension, or the network stands still. */
export const employerAway = refusal('introductions.employer-away', 409)
/** The operator has to verify the employer, or to verify it again. */
export const notVerified = refusal('introductions.not-verified', 409)
export const promiseSettled = refusal<{ state: string }>('introductions.promise-settled', 409)
export const promiseNotInTime = refusal<{ from: string; until: string }>('introductions.promise-not-in-time', 422)
/** The day of an interview lies before the yes, or is to come though the selection has ended. */
export const interviewNotThen = refusal<{ from: string; until: string }>('introductions.interview-not-then', 422)
export const promiseNotObjected = refusal('introductions.promise-not-objected', 409)
/** The operator decided otherwise over the request already, or it ran out or was taken back. */
export const gateClosed = refusal('introductions.gate-closed', 409)
