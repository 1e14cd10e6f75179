import { z } from 'zod'

/** Why two persons may be one, and what speaks against it. */
export const linkReasons = [
  'SAME_MAIL',
  'SAME_KANA_BIRTH',
  'SAME_NAME_BIRTH',
  'SAME_PHONE',
  'SAME_KANA',
  'SAME_NAME',
  'DIFFERENT_NAME',
  'DIFFERENT_BIRTH',
  'MANY_RECORDS',
  'REFUSED_BEFORE',
] as const
export const LinkReason = z.enum(linkReasons)
export type LinkReason = (typeof linkReasons)[number]

export const candidateStates = ['OPEN', 'SAME', 'NOT_SAME', 'LATER'] as const
export const CandidateState = z.enum(candidateStates)
export type CandidateState = (typeof candidateStates)[number]
