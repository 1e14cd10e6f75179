import { z } from 'zod'

/** Why a person gets no letter, from what is most final to what can be mended. */
export const noLetterReasons = [
  'ERASED',
  'WITHDRAWN',
  'ON_HOLD',
  'OFFERED',
  'HIRED',
  'DUPLICATE',
  'NOT_ENDED',
  'ALREADY_TOLD',
  'ALREADY_SCHEDULED',
  'HISTORY',
  'TOO_LATE',
  'BEFORE_SWITCH_ON',
  'LETTERS_OFF',
  'NO_BASIS',
  'IN_PROCESS_ELSEWHERE',
  'AGENCY',
  'NO_ADDRESS',
  'BOUNCED',
  'COMPLAINED',
  'OPTED_OUT',
  'UNREACHABLE',
  'STOP_REQUESTED',
  // Only on a pre-flight: named, but not what its filter asks for; or not readable, so that no letter goes.
  'OUTSIDE_FILTER',
  'NOT_JUDGED',
] as const
export const NoLetterReason = z.enum(noLetterReasons).meta({ id: 'NoLetterReason' })
export type NoLetterReason = (typeof noLetterReasons)[number]

export const letterStates = ['SCHEDULED', 'QUEUED', 'SENT', 'FAILED', 'UNKNOWN', 'CANCELLED'] as const
export const LetterState = z.enum(letterStates).meta({
  id: 'LetterState',
  description: 'SCHEDULED can be undone; UNKNOWN: the mail server’s answer was lost, a human decides.',
})
export type LetterState = (typeof letterStates)[number]

/** How a person was told that they were not selected, other than by a letter from here. */
export const toldHows = ['AGENCY', 'PHONE', 'POST', 'OTHER', 'OUTSIDE'] as const
export const ToldHow = z.enum(toldHows)
export type ToldHow = (typeof toldHows)[number]
