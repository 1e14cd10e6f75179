import { z } from 'zod'
import { AskedDay, Instant, route } from '../route.ts'

/** As the EEO-1 report of the United States has them; `ANOTHER` is for who is neither, and is counted apart. */
export const sexes = ['FEMALE', 'MALE', 'ANOTHER'] as const
export const Sex = z.enum(sexes)
export type Sex = z.output<typeof Sex>

/** The race and ethnicity categories of EEO-1, component 1. All but the first mean "not Hispanic or Latino". */
export const races = [
  'HISPANIC_OR_LATINO',
  'WHITE',
  'BLACK_OR_AFRICAN_AMERICAN',
  'NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER',
  'ASIAN',
  'NATIVE_AMERICAN_OR_ALASKA_NATIVE',
  'TWO_OR_MORE_RACES',
] as const
export const Race = z.enum(races)
export type Race = z.output<typeof Race>

/**
 * Under whose law people may be asked. Japan is none of them: 職業安定法 5条の5 and its guideline forbid to ask
 * applicants for what could be a cause of discrimination, race and ethnicity among it.
 */
export const jurisdictions = ['US_NEW_YORK_CITY', 'US_OTHER', 'OUTSIDE_JAPAN_OTHER'] as const
export const Jurisdiction = z.enum(jurisdictions)
export type Jurisdiction = z.output<typeof Jurisdiction>

const Day = z.iso.date()
const words = (least: number, most: number) => z.string().trim().min(least).max(most)

export const ImpactSwitch = z
  .object({
    id: z.uuid(),
    isOn: z.boolean(),
    jurisdiction: Jurisdiction.nullable(),
    ground: z.string().nullable().meta({ description: 'The law that asks for the audit, and why it applies here' }),
    reviewedBy: z.string().nullable().meta({ description: 'Who examined that ground, by name and office' }),
    recordedBy: z.uuid(),
    recordedAt: Instant,
  })
  .meta({ id: 'ImpactSwitch' })
export type ImpactSwitch = z.output<typeof ImpactSwitch>

/** What is counted of the people whom the tool ranked. */
export const impactSteps = ['SCORED', 'SHOWN', 'ASKED', 'INTRODUCED'] as const
export const ImpactStep = z.enum(impactSteps)
export type ImpactStep = z.output<typeof ImpactStep>
export const impactKinds = ['SEX', 'RACE', 'INTERSECTION'] as const
export type ImpactKind = (typeof impactKinds)[number]

const Interval = z.object({
  low: z.number(),
  high: z.number().nullable().meta({ description: 'Null: without an end' }),
})
const Count = z.int().nullable().meta({ description: 'Null: withheld' })

export const ImpactLine = z
  .object({
    race: Race.nullable().meta({ description: 'Null where the line is of all of them' }),
    sex: Sex.nullable(),
    assessed: Count,
    selected: Count,
    rate: z.number().nullable(),
    rateInterval: Interval.nullable(),
    ratio: z.number().nullable().meta({ description: 'Rate / rate of the most selected category' }),
    ratioInterval: Interval.nullable(),
    fourFifths: z.enum(['BELOW', 'NOT_BELOW', 'UNCLEAR']).nullable().meta({
      description: 'A verdict only where the whole 95% interval lies on one side of 0.8',
    }),
    leftOut: z.enum(['WITHHELD', 'NOBODY', 'BELOW_MINIMUM_SHARE', 'NOBODY_SELECTED']).nullable(),
    isReference: z.boolean(),
  })
  .meta({ id: 'ImpactLine' })
export type ImpactLine = z.output<typeof ImpactLine>

export const ImpactTable = z.object({
  step: ImpactStep,
  kind: z.enum(impactKinds),
  lines: z.array(ImpactLine),
  unknown: Count.meta({ description: 'Assessed, of whom the category is not known; in no line' }),
})
export type ImpactTable = z.output<typeof ImpactTable>

export const ImpactReport = z
  .object({
    id: z.uuid(),
    from: Day,
    until: Day.meta({ description: 'The last day' }),
    jurisdiction: Jurisdiction,
    k: z.int(),
    excludesBelowTwoPercent: z.boolean(),
    exclusionReason: z.string().nullable(),
    assessed: Count.meta({ description: 'One for each person ranked for each opening' }),
    tables: z.array(ImpactTable),
    madeBy: z.uuid(),
    madeAt: Instant,
  })
  .meta({
    id: 'ImpactReport',
    description: 'As it was told when it was made. Of people nobody knows more: answers are never listed.',
  })
export type ImpactReport = z.output<typeof ImpactReport>

const ReportHead = ImpactReport.omit({ tables: true })
export type ImpactReportHead = z.output<typeof ReportHead>

export const readImpactAudit = route({
  id: 'readImpactAudit',
  method: 'GET',
  path: '/v1/network/impact',
  summary: 'Whether impact ratios are audited, on what ground, and the reports made so far, the newest first',
  permission: 'network:read',
  status: 200,
  response: z.object({
    isOn: z.boolean(),
    switches: z.array(ImpactSwitch).meta({ description: 'Newest first; the first is in force' }),
    reports: z.array(ReportHead),
    nextFrom: Day.nullable().meta({ description: 'The first day that no report has counted; null: any' }),
    lastUntil: Day.meta({ description: 'The last day that is over' }),
  }),
})

export const switchImpactAudit = route({
  id: 'switchImpactAudit',
  method: 'POST',
  path: '/v1/network/impact/switch',
  summary:
    'Begin to ask members, or stop. Beginning needs the ground, the jurisdiction and who examined it; stopping deletes every answer',
  permission: 'network:decide',
  body: z.discriminatedUnion('isOn', [
    z.object({
      isOn: z.literal(true),
      jurisdiction: Jurisdiction,
      ground: words(30, 2000),
      reviewedBy: words(3, 200),
    }),
    z.object({ isOn: z.literal(false) }),
  ]),
  status: 200,
  response: ImpactSwitch,
})

export const makeImpactReport = route({
  id: 'makeImpactReport',
  method: 'POST',
  path: '/v1/network/impact/reports',
  summary: 'Count the days of a period that no report has counted, and keep what may be told',
  permission: 'network:decide',
  body: z
    .object({
      id: z.uuid(),
      from: AskedDay,
      until: AskedDay,
      excludesBelowTwoPercent: z.boolean().default(false),
      exclusionReason: words(10, 1000).nullable().default(null),
    })
    .refine(({ from, until }) => from <= until, { path: ['until'] })
    .refine(({ excludesBelowTwoPercent, exclusionReason }) => !excludesBelowTwoPercent || exclusionReason !== null, {
      path: ['exclusionReason'],
    }),
  status: 201,
  response: ImpactReport,
})

const One = z.object({ id: z.uuid() })

export const readImpactReport = route({
  id: 'readImpactReport',
  method: 'GET',
  path: '/v1/network/impact/reports/:id',
  summary: 'One report: rates, impact ratios and intervals by step, sex, race and both together',
  permission: 'network:read',
  params: One,
  status: 200,
  response: ImpactReport,
})
