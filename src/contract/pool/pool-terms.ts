import { z } from 'zod'
import { ApplicationState, Channel, Recommendation, Stage } from '../selection/selection-terms.ts'

/** The eight regions of Japan (八地方区分). */
export const regions = [
  'HOKKAIDO',
  'TOHOKU',
  'KANTO',
  'CHUBU',
  'KINKI',
  'CHUGOKU',
  'SHIKOKU',
  'KYUSHU_OKINAWA',
] as const
export const Region = z.enum(regions)

/** What a person can be found by beside text. */
export const facetKinds = [
  'TAG',
  'SKILL',
  'REGION',
  'PREFECTURE',
  'CHANNEL',
  'STAGE',
  'STATE',
  'REASON',
  'EVALUATION',
  'OPENING',
  'BIRTH_MONTH',
] as const
export type FacetKind = (typeof facetKinds)[number]

/** One value, or several of a repeated parameter. */
const several = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).max(50)])

/**
 * Who is looked for: everything given must hold; of several values of one filter any suffices, but all tags and all
 * skills must be there.
 */
export const PeopleFilter = z.object({
  text: z.string().max(200).optional().meta({ description: 'Words in Japanese or English; all must be found' }),
  tags: several(z.uuid()).optional(),
  skills: several(z.string().max(100)).optional(),
  regions: several(Region).optional(),
  prefectures: several(z.string().max(10)).optional(),
  channels: several(Channel).optional(),
  stages: several(Stage).optional().meta({ description: 'The furthest stage reached in any application' }),
  states: several(ApplicationState).optional().meta({ description: 'Where any application stands' }),
  reasons: several(z.string().max(40)).optional().meta({ description: 'Why any application ended' }),
  evaluations: several(Recommendation).optional().meta({ description: 'The best evaluation' }),
  openings: several(z.uuid()).optional(),
  changedSince: z.iso.date().optional(),
  observedBefore: z.iso.date().optional().meta({ description: 'Nothing heard of them since this day' }),
  ageFrom: z.coerce.number().int().min(15).max(99).optional(),
  ageTo: z.coerce.number().int().min(15).max(99).optional(),
})
export type PeopleFilter = z.output<typeof PeopleFilter>

export const peopleSorts = ['-changed', 'name', 'observed'] as const
export const PeopleSort = z.enum(peopleSorts)
export type PeopleSort = (typeof peopleSorts)[number]
