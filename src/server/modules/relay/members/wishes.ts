import { z } from 'zod'

export const remoteWishes = ['NO_WISH', 'ON_SITE', 'PARTLY', 'FULLY'] as const

const text = (longest: number) => z.string().trim().max(longest)
const list = z.array(text(80).min(1)).max(50)

/** What a member wishes and can do, as the member states it. Nothing here says who the member is. */
export const Wishes = z.object({
  occupations: list.default([]),
  prefectures: list.default([]),
  remote: z.enum(remoteWishes).default('NO_WISH'),
  /** Least wished, yen a year. */
  salaryMin: z.int().min(0).max(1_000_000_000).nullable().default(null),
  startFrom: z.iso.date().nullable().default(null),
  employmentTypes: list.default([]),
  skills: list.default([]),
  workHistory: text(2000).default(''),
})
export type Wishes = z.output<typeof Wishes>

/**
 * What the anonymous profile is made from: the free text of the career stays with the member, since an employer's name
 * or a project can tell who wrote it.
 */
export const ShownWishes = Wishes.omit({ workHistory: true })
export type ShownWishes = z.output<typeof ShownWishes>
