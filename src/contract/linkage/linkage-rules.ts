import { z } from 'zod'
import { LinkageRules } from './linkage-terms.ts'
import { Instant, route } from '../route.ts'

const Version = z.object({
  version: z.int().meta({ description: '0: the product’s own' }),
  rules: LinkageRules,
  decidedBy: z.string().nullable(),
  recordedAt: Instant.nullable(),
})

export const readLinkageRules = route({
  id: 'readLinkageRules',
  method: 'GET',
  path: '/v1/linkage/rules',
  summary: 'What is linked by itself, for each route of intake, and the versions before',
  permission: 'company:read',
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Versions' }) }),
  status: 200,
  response: z.object({ inForce: Version, defaults: LinkageRules, versions: z.array(Version) }),
})

export const LinkageWhatIf = z
  .object({
    looked: z.int().meta({ description: 'Pairs on record, the latest 20,000 at most' }),
    since: Instant.nullable(),
    differ: z.int().meta({ description: 'How many of them would have gone another way' }),
    wouldJoin: z
      .object({ pairs: z.int(), same: z.int(), notSame: z.int() })
      .meta({ description: 'Pairs that waited and would be linked by themselves; what humans said of them' }),
    wouldWait: z.int().meta({ description: 'Pairs that were linked by themselves and would wait for a human' }),
    wouldForget: z
      .object({ pairs: z.int(), same: z.int() })
      .meta({ description: 'Pairs on record that would not be shown; what humans said was the same' }),
  })
  .meta({ id: 'LinkageWhatIf' })
export type LinkageWhatIf = z.output<typeof LinkageWhatIf>

export const tryLinkageRules = route({
  id: 'tryLinkageRules',
  method: 'POST',
  path: '/v1/linkage/rules/preview',
  summary: 'What rules would have made of the pairs on record; changes nothing',
  permission: 'company:manage',
  body: z.object({ rules: LinkageRules }),
  status: 200,
  response: LinkageWhatIf,
})

export const changeLinkageRules = route({
  id: 'changeLinkageRules',
  method: 'PUT',
  path: '/v1/linkage/rules',
  summary: 'Put rules in force as a version of their own, for records that come in from here on',
  permission: 'company:manage',
  body: z.object({
    rules: LinkageRules,
    basedOn: z.int().min(0).meta({ description: 'The version that was looked at; another in force is refused' }),
  }),
  status: 200,
  response: Version,
})
