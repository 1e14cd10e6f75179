import { z } from 'zod'
import { SourceKind, sourceKinds } from '../people/person-fields.ts'

/** Why two persons may be one, and what speaks against it. */
export const linkReasons = [
  'SAME_MAIL',
  'SAME_KANA_BIRTH',
  'SAME_NAME_BIRTH',
  'SAME_PHONE',
  'SAME_KANA',
  'SAME_NAME',
  'SAME_BIRTH',
  'LIKE_NAME',
  'DIFFERENT_NAME',
  'DIFFERENT_BIRTH',
  'SHARED_CONTACT',
  'NO_IDENTIFIER',
  'MANY_RECORDS',
  'OWN_WORDS',
  'UNCONFIRMED_MAIL',
  'REFUSED_BEFORE',
] as const
export const LinkReason = z.enum(linkReasons)
export type LinkReason = (typeof linkReasons)[number]

/** What keeps a pair from being linked by itself, however likely it is. */
export const barringReasons: readonly LinkReason[] = [
  'DIFFERENT_NAME',
  'DIFFERENT_BIRTH',
  'SHARED_CONTACT',
  'NO_IDENTIFIER',
  'MANY_RECORDS',
  'OWN_WORDS',
  'UNCONFIRMED_MAIL',
  'REFUSED_BEFORE',
]

/** `JOINED`: linked by itself. `SAME` and `NOT_SAME`: decided by a human. */
export const candidateStates = ['OPEN', 'SAME', 'NOT_SAME', 'LATER', 'JOINED'] as const
export const CandidateState = z.enum(candidateStates)
export type CandidateState = (typeof candidateStates)[number]

const probability = z.number().min(0.5).max(0.99999)

/** What happens to pairs that are certain: they are linked by themselves, or wait for a human with the others. */
export const RouteRule = z.object({ treat: z.enum(['AUTO_MERGE', 'FLAG']), certainFrom: probability })
export type RouteRule = z.output<typeof RouteRule>

/** What a company decides by itself about who is one person, for each route by which records come in. */
export const LinkageRules = z
  .object({
    likelyFrom: z
      .number()
      .min(0.05)
      .max(0.99)
      .meta({ description: 'Pairs less likely than this are forgotten; likelier ones wait for a human' }),
    routes: z.record(SourceKind, RouteRule),
  })
  .refine(({ likelyFrom, routes }) => Object.values(routes).every(({ certainFrom }) => certainFrom > likelyFrom), {
    path: ['likelyFrom'],
    message: 'not below every threshold of certainty',
  })
  .meta({ id: 'LinkageRules' })
export type LinkageRules = z.output<typeof LinkageRules>

/** The product's defaults (docs/rules.md). */
export const defaultLinkageRules: LinkageRules = {
  likelyFrom: 0.5,
  routes: Object.fromEntries(
    sourceKinds.map((kind) => [kind, { treat: 'AUTO_MERGE', certainFrom: 0.995 }]),
  ) as LinkageRules['routes'],
}
