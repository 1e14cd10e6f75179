import { z } from 'zod'
import { Tag } from '../people/people.ts'
import { PeopleFilter } from './pool-terms.ts'
import { Done, route } from '../route.ts'

export const listTags = route({
  id: 'listTags',
  method: 'GET',
  path: '/v1/tags',
  summary: 'The company’s tags',
  permission: 'people:read',
  status: 200,
  response: z.object({ items: z.array(Tag) }),
})

export const createTag = route({
  id: 'createTag',
  method: 'POST',
  path: '/v1/tags',
  summary: 'Keep a tag; one of the same name, however written, is the same',
  permission: 'people:write',
  body: z.object({ name: z.string().trim().min(1).max(60), tone: z.string().max(20).default('plain') }),
  status: 201,
  response: Tag,
})

export const deleteTag = route({
  id: 'deleteTag',
  method: 'DELETE',
  path: '/v1/tags/:id',
  summary: 'Take a tag off everyone and forget it',
  permission: 'people:write',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Done,
})

export const tagPeople = route({
  id: 'tagPeople',
  method: 'POST',
  path: '/v1/tags/:id/people',
  summary: 'Put a tag on people or take it off, as one change that can be undone',
  permission: 'people:write',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    operationId: z.uuid().meta({ description: 'Chosen by the caller; names the change when it is undone' }),
    kind: z.enum(['ADD', 'REMOVE']),
    personIds: z.array(z.uuid()).min(1).max(1_000).optional(),
    filter: PeopleFilter.optional().meta({ description: 'Everyone a search finds, at most 5,000' }),
  }),
  status: 200,
  response: z.object({ changed: z.int() }),
})

export const undoTagging = route({
  id: 'undoTagging',
  method: 'POST',
  path: '/v1/tags/operations/:operationId/undo',
  summary: 'Undo one change of a tag, on exactly the people it changed',
  permission: 'people:write',
  params: z.object({ operationId: z.uuid() }),
  status: 200,
  response: z.object({ changed: z.int() }),
})

export const Segment = z
  .object({
    id: z.uuid(),
    name: z.string(),
    filter: PeopleFilter,
    isShared: z.boolean(),
    isOwn: z.boolean(),
  })
  .meta({ id: 'Segment' })
export type Segment = z.output<typeof Segment>

export const listSegments = route({
  id: 'listSegments',
  method: 'GET',
  path: '/v1/segments',
  summary: 'Saved searches: the company’s and one’s own',
  permission: 'people:read',
  status: 200,
  response: z.object({ items: z.array(Segment) }),
})

export const keepSegment = route({
  id: 'keepSegment',
  method: 'PUT',
  path: '/v1/segments/:id',
  summary: 'Keep a search under a name',
  permission: 'people:write',
  params: z.object({ id: z.uuid() }),
  body: z.object({ name: z.string().trim().min(1).max(80), filter: PeopleFilter, isShared: z.boolean().default(true) }),
  status: 200,
  response: Done,
})

export const deleteSegment = route({
  id: 'deleteSegment',
  method: 'DELETE',
  path: '/v1/segments/:id',
  summary: 'Forget a saved search',
  permission: 'people:write',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Done,
})
