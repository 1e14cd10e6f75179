import { z } from 'zod'
import { FieldValue, personFields, PersonField, SourceKind } from './person-fields.ts'
import { PeopleFilter, PeopleSort, facetKinds } from '../pool/pool-terms.ts'
import { AskedDay, Instant, Paging, route } from '../route.ts'
import { ApplicationState, Channel, Stage } from '../selection/selection-terms.ts'
import { Evaluation, Interview } from '../selection/interviews.ts'
import { Application } from '../selection/selection.ts'

export const ProfileField = z
  .object({
    value: FieldValue,
    source: z.object({ kind: SourceKind, label: z.string(), recordId: z.uuid() }),
    observedAt: Instant,
    confidence: z.number(),
    disagreeing: z.int().meta({ description: 'How many other values the sources state' }),
  })
  .meta({ id: 'ProfileField', description: 'The value shown, where it came from and when it was observed' })
export type ProfileField = z.output<typeof ProfileField>

export const Tag = z.object({ id: z.uuid(), name: z.string(), tone: z.string() }).meta({ id: 'Tag' })
export type Tag = z.output<typeof Tag>

export const PersonRow = z
  .object({
    id: z.uuid(),
    name: z.string().nullable(),
    nameKana: z.string().nullable(),
    employer: z.string().nullable(),
    title: z.string().nullable(),
    prefecture: z.string().nullable(),
    skills: z.array(z.string()),
    tags: z.array(Tag),
    application: z
      .object({ id: z.uuid(), openingTitle: z.string(), stage: Stage, state: ApplicationState, appliedAt: Instant })
      .nullable()
      .meta({ description: 'The latest one' }),
    recordCount: z.int(),
    observedAt: Instant.meta({ description: 'When anything was last heard of them' }),
    changedAt: Instant,
  })
  .meta({ id: 'PersonRow' })
export type PersonRow = z.output<typeof PersonRow>

export const listPeople = route({
  id: 'listPeople',
  method: 'GET',
  path: '/v1/people',
  summary: 'Search the talent pool',
  permission: 'people:read',
  query: PeopleFilter.extend({ sort: PeopleSort.default('-changed'), ...Paging.shape }),
  status: 200,
  response: z.object({ items: z.array(PersonRow), nextCursor: z.string().nullable() }),
})

export const countPeople = route({
  id: 'countPeople',
  method: 'GET',
  path: '/v1/people/count',
  summary: 'How many people a search finds',
  permission: 'people:read',
  query: PeopleFilter,
  status: 200,
  response: z.object({
    count: z.int(),
    isExact: z.boolean().meta({ description: 'False where a long text was counted by its postings alone' }),
  }),
})

export const listFacets = route({
  id: 'listFacets',
  method: 'GET',
  path: '/v1/people/facets',
  summary: 'The values the pool can be filtered by, with how many people hold each',
  permission: 'people:read',
  status: 200,
  response: z.object({
    facets: z.array(z.object({ kind: z.enum(facetKinds), key: z.string(), label: z.string(), count: z.int() })),
    ageFilter: z.boolean().meta({ description: 'Whether the company recorded the exception that allows it' }),
  }),
})

const Fields = z.object(Object.fromEntries(personFields.map((field) => [field, FieldValue.optional()]))) as z.ZodObject<
  Record<PersonField, z.ZodOptional<typeof FieldValue>>
>

export const createPerson = route({
  id: 'createPerson',
  method: 'POST',
  path: '/v1/people',
  summary: 'Add a person by form, with an application if there is one',
  permission: 'people:write',
  body: z.object({
    fields: Fields,
    application: z
      .object({
        openingId: z.uuid(),
        channel: Channel,
        channelLabel: z.string().max(200).optional(),
        agency: z.string().max(200).optional(),
        appliedOn: AskedDay.optional(),
      })
      .optional(),
  }),
  status: 201,
  response: z.object({
    personId: z.uuid(),
    applicationId: z.uuid().nullable(),
    outcome: z
      .enum(['LINKED', 'QUEUED', 'ALONE'])
      .meta({ description: 'Joined to a person already known, put up for review, or someone not known before' }),
  }),
})

const PersonId = z.object({ id: z.uuid() })

export const Merge = z
  .object({
    id: z.uuid(),
    survivorId: z.uuid(),
    dissolvedId: z.uuid(),
    reason: z.string(),
    mergedAt: Instant,
    mergedBy: z.string(),
    undoneAt: Instant.nullable(),
    recordIds: z
      .array(z.uuid())
      .meta({ description: 'The records that undoing it gives back; none once it is undone' }),
  })
  .meta({ id: 'Merge' })
export type Merge = z.output<typeof Merge>

export const SourceRecord = z
  .object({
    id: z.uuid(),
    kind: SourceKind,
    label: z.string(),
    connectionId: z.uuid().nullable(),
    observedAt: Instant,
    recordedAt: Instant,
  })
  .meta({ id: 'SourceRecord' })

export const Person = z
  .object({
    id: z.uuid(),
    state: z.enum(['ACTIVE', 'ERASED']),
    isUseStopped: z.boolean().meta({
      description:
        'They asked that their data is used no more or erased, and were not declined: no letter goes, and matching leaves them out',
    }),
    fields: z.partialRecord(PersonField, ProfileField),
    records: z.array(SourceRecord),
    tags: z.array(Tag),
    merges: z.array(Merge),
    applications: z.array(Application),
    evaluations: z.array(Evaluation),
    interviews: z.array(Interview),
    observedAt: Instant.nullable(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'Person' })
export type Person = z.output<typeof Person>

export const readPerson = route({
  id: 'readPerson',
  method: 'GET',
  path: '/v1/people/:id',
  summary: 'One person: every field with its source and date, applications, evaluations, tags, merges',
  permission: 'people:read',
  params: PersonId,
  status: 200,
  response: Person,
})

export const TimelineEntry = z.object({
  id: z.string(),
  at: Instant,
  kind: z.enum(['RECORD', 'FILE', 'CORRECTION', 'APPLICATION', 'TRANSITION', 'EVALUATION', 'MERGE', 'UNMERGE']),
  code: z.string().nullable().meta({ description: 'The kind of record, transition or reason' }),
  label: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string().nullable().meta({ description: 'Who did it, where it was a member of staff' }),
})
export type TimelineEntry = z.output<typeof TimelineEntry>

export const readTimeline = route({
  id: 'readTimeline',
  method: 'GET',
  path: '/v1/people/:id/timeline',
  summary: 'What happened with a person, newest first',
  permission: 'people:read',
  params: PersonId,
  status: 200,
  response: z.object({ items: z.array(TimelineEntry) }),
})

export const listClaims = route({
  id: 'listClaims',
  method: 'GET',
  path: '/v1/people/:id/claims',
  summary: 'Everything the sources state about a person, newest first',
  permission: 'people:read',
  params: PersonId,
  query: z.object({ field: PersonField.optional() }),
  status: 200,
  response: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        field: PersonField,
        value: FieldValue.nullable(),
        source: z.object({ kind: SourceKind, label: z.string(), recordId: z.uuid() }),
        observedAt: Instant,
        recordedAt: Instant,
        confidence: z.number(),
        isWithdrawn: z
          .boolean()
          .meta({ description: 'Taken back, or said again by the record it was taken back from' }),
        isShown: z.boolean(),
      }),
    ),
  }),
})

export const correctField = route({
  id: 'correctField',
  method: 'PUT',
  path: '/v1/people/:id/fields/:field',
  summary: 'Correct a field; what the sources say stays beside it',
  permission: 'people:write',
  params: z.object({ id: z.uuid(), field: PersonField }),
  body: z.object({ value: FieldValue }),
  status: 200,
  response: z.object({
    personId: z.uuid(),
    isShown: z
      .boolean()
      .meta({ description: 'False where the person said something else themselves: that stays shown' }),
  }),
})

export const withdrawClaim = route({
  id: 'withdrawClaim',
  method: 'POST',
  path: '/v1/people/:id/claims/:claimId/withdrawal',
  summary: 'Take a claim back, so that it loses to every other',
  permission: 'people:write',
  params: z.object({ id: z.uuid(), claimId: z.uuid() }),
  body: z.object({ recordId: z.uuid() }),
  status: 200,
  response: z.object({ personId: z.uuid() }),
})

export const mergePeople = route({
  id: 'mergePeople',
  method: 'POST',
  path: '/v1/people/merges/:mergeId',
  summary: 'Treat two people as one, under an id chosen by the caller; the older survives',
  permission: 'linkage:decide',
  params: z.object({ mergeId: z.uuid() }),
  body: z.object({ oneId: z.uuid(), otherId: z.uuid() }),
  status: 200,
  response: z.object({ survivorId: z.uuid(), dissolvedId: z.uuid(), recordCount: z.int() }),
})

export const undoMerge = route({
  id: 'undoMerge',
  method: 'POST',
  path: '/v1/people/merges/:mergeId/undo',
  summary: 'Undo a merge: exactly the records that came by it go back',
  permission: 'linkage:decide',
  params: z.object({ mergeId: z.uuid() }),
  body: z.object({ staffEditsStayWith: z.enum(['SURVIVOR', 'DISSOLVED']).default('SURVIVOR') }),
  status: 200,
  response: z.object({ survivorId: z.uuid(), dissolvedId: z.uuid(), recordCount: z.int() }),
})

export const separateRecord = route({
  id: 'separateRecord',
  method: 'POST',
  path: '/v1/people/records/:recordId/separation',
  summary: 'Take a record out that is not this person’s; it becomes a person of its own',
  permission: 'linkage:decide',
  params: z.object({ recordId: z.uuid() }),
  status: 200,
  response: z.object({ personId: z.uuid() }),
})
