import { z } from 'zod'
import type { Permission } from './accounts/permissions.ts'

/**
 * A route described as data. The server binds it, the programs call it, and the OpenAPI document is printed
 * from it, so none of the three can disagree with the others. The server serves every path below `/api`.
 */
export type Route = {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/v1/${string}`
  summary: string
  /** `public` needs no sign-in, `signed-in` needs a person of staff but no company yet. */
  permission: Permission | 'public' | 'signed-in'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  status: 200 | 201 | 202
  response: z.ZodType
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined
type In<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler receives: parsed values, with defaults applied. */
export type Received<R extends Route> = { params: Out<R['params']>; query: Out<R['query']>; body: Out<R['body']> }
/** What a caller sends. */
export type Sent<R extends Route> = {
  [K in 'params' | 'query' | 'body' as R[K] extends z.ZodType ? K : never]: In<R[K]>
}
/** What a handler returns, before it is serialised. */
export type Returned<R extends Route> = z.input<R['response']>
/** What a caller gets back. */
export type Answered<R extends Route> = z.output<R['response']>

export const route = <const R extends Route>(definition: R): R => definition

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({
    id: 'Problem',
    description: 'Why a request was declined (RFC 9457). `code` is stable; show it as a message in any language.',
  })

/** An instant on the wire: ISO 8601 in UTC. */
export const Instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601, UTC' })
/** A calendar day without a zone. */
export const Day = z.iso.date()
/** A day that somebody asks by or chooses: of a year that clocks, calendars and the database can all reckon with. */
export const AskedDay = Day.refine((day) => day >= '1900-01-01' && day < '2200-01-01', 'beyond every calendar')
/** The version of a row that was read. */
export const ReadVersion = z.int().min(0).max(2_147_483_647)

/** Asks for one page of a list; `cursor` is what the page before returned. */
export const Paging = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** The answer to a write that has nothing to tell. */
export const Done = z.object({ done: z.literal(true) })
export const done = { done: true } as const
