import { z } from 'zod'

/** The stages of every selection, whatever an outside system calls its own (glossary, 1), in their usual order. */
export const stages = [
  'APPLIED',
  'DOCUMENT_SCREENING',
  'APTITUDE_TEST',
  'CASUAL_MEETING',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'INTERVIEW_3',
  'FINAL_INTERVIEW',
  'REFERENCE_CHECK',
  'OFFER_MEETING',
  'INFORMAL_OFFER',
  'OFFER',
  'JOIN_SCHEDULED',
  'JOINED',
] as const
export const Stage = z.enum(stages)
export type Stage = (typeof stages)[number]

export const applicationStates = [
  'ACTIVE',
  'ON_HOLD',
  'REJECTED',
  'WITHDRAWN',
  'OFFERED',
  'OFFER_ACCEPTED',
  'OFFER_DECLINED',
  'HIRED',
  'CLOSED_DUPLICATE',
] as const
export const ApplicationState = z.enum(applicationStates)
export type ApplicationState = (typeof applicationStates)[number]

export const transitionKinds = [
  'STAGE',
  'HOLD',
  'REJECT',
  'WITHDRAW',
  'OFFER',
  'ACCEPT',
  'DECLINE',
  'HIRE',
  'REOPEN',
  'DUPLICATE',
] as const
export const TransitionKind = z.enum(transitionKinds)
export type TransitionKind = (typeof transitionKinds)[number]

export const channels = [
  'DIRECT',
  'JOB_BOARD',
  'AGENCY',
  'EMPLOYEE_REFERRAL',
  'EVENT',
  'ALUMNI',
  'SCOUT',
  'RELAY',
  'OTHER',
] as const
export const Channel = z.enum(channels)
export type Channel = (typeof channels)[number]

export const withdrawalTimings = ['UNSCHEDULED', 'BEFORE_STEP', 'AFTER_STEP'] as const
export const WithdrawalTiming = z.enum(withdrawalTimings)
export type WithdrawalTiming = (typeof withdrawalTimings)[number]

export const rejectionReasons = [
  'EXPERIENCE',
  'SKILL',
  'CONDITIONS',
  'VALUES',
  'COMMUNICATION',
  'POSITION_FILLED',
  'OTHER_CANDIDATE',
  'OTHER',
] as const
export const withdrawalReasons = [
  'OTHER_OFFER',
  'CONDITIONS',
  'JOB_CONTENT',
  'PERSONAL',
  'UNREACHABLE',
  'OTHER',
] as const
export const endReasons = [...new Set([...rejectionReasons, ...withdrawalReasons])] as [string, ...string[]]

/** What an evaluator recommends; every scale of an outside system is read as one of these four. */
export const recommendations = ['STRONG_NO', 'NO', 'YES', 'STRONG_YES'] as const
export const Recommendation = z.enum(recommendations)
export type Recommendation = (typeof recommendations)[number]

export const openingStatuses = ['DRAFT', 'OPEN', 'PAUSED', 'CLOSED'] as const
export const OpeningStatus = z.enum(openingStatuses)
export type OpeningStatus = (typeof openingStatuses)[number]

const names = z.array(z.string().min(1).max(100)).max(100)
const AskedSkill = z.object({ skill: z.string().min(1).max(100), years: z.number().min(0).max(60).optional() })
const AskedLanguage = z.object({
  language: z.string().min(2).max(35),
  level: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE']).optional(),
})

/**
 * What an opening asks, as the matching engine reads it. An empty list asks nothing. Gender is no condition anywhere;
 * an age limit needs the company's recorded exception (労働施策総合推進法施行規則 1条の3).
 */
export const OpeningConditions = z.object({
  prefectures: names.default([]),
  remoteAllowed: z.boolean().default(false),
  occupations: names.default([]),
  employmentTypes: names.default([]),
  salaryOffered: z
    .object({ minimum: z.int().min(0).optional(), maximum: z.int().min(0) })
    .refine(({ minimum, maximum }) => minimum === undefined || minimum <= maximum, 'minimum above maximum')
    .optional(),
  workPermitRequired: z.boolean().default(true),
  languages: z.array(AskedLanguage).max(20).default([]),
  startBy: z.iso.date().optional(),
  requiredSkills: z.array(AskedSkill).max(50).default([]),
  preferredSkills: z.array(AskedSkill).max(50).default([]),
  experienceYears: z.number().min(0).max(60).optional(),
  ageLimit: z
    .object({ minimum: z.int().min(15).max(99).optional(), maximum: z.int().min(15).max(99).optional() })
    .optional(),
})
export type OpeningConditions = z.output<typeof OpeningConditions>

export const FlowStep = z.object({ stage: Stage, label: z.string().max(60).optional() })
export type FlowStep = z.output<typeof FlowStep>
