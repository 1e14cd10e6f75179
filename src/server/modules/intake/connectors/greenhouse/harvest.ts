import { z } from 'zod'
import { callOutside, type OutsideReply } from '../../../../kernel/http/outside.ts'
import type { AccessProblem, Called, FieldCalls, Site, Token } from '../kit/fields.ts'

/**
 * What is used of Harvest v3 (<https://harvestdocs.greenhouse.io>): client credentials, the list of custom fields, and
 * reading and changing those of one candidate.
 */

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) })
const Fields = z.array(
  z.object({
    name: z.string(),
    name_key: z.string().min(1).max(255),
    field_type: z.string(),
    value_type: z.string(),
    active: z.boolean().default(true),
    template_token_string: z.string().nullish(),
  }),
)
const Candidates = z.array(
  z.object({
    id: z.union([z.int(), z.string()]).transform(String),
    custom_fields: z.record(z.string(), z.object({ value: z.unknown() }).nullable()).nullish(),
  }),
)

/** A link fits into these alone. */
const textual = new Set(['short_text', 'long_text', 'url'])
/** Requests that are left to others who call in the same window of thirty seconds. */
const leftToOthers = 5
const windowMs = 30_000
const longestRestMs = 3_600_000

type Forbidden = 'SCOPE_FIELDS' | 'SCOPE_READ' | 'SCOPE_WRITE'
type Request = { method: 'GET' | 'PATCH'; path: string; body?: object; forbidden: Forbidden }

const call = async (site: Site, token: Token, { method, path, body, forbidden }: Request) =>
  judged(
    await callOutside({
      method,
      url: `${site.apiUrl}/v3/${path}`,
      headers: {
        authorization: `Bearer ${token.value}`,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : '',
      isPrivateAllowed: site.isPrivateAllowed,
    }),
    forbidden,
  )

type Judged = Called<{ status: number; text: string }>

function judged(reply: OutsideReply, forbidden: Forbidden): Judged {
  if ('failure' in reply) {
    const { failure } = reply
    return { ok: false, problem: failure === 'NOT_ALLOWED' ? 'UNREACHABLE' : failure, restMs: windowMs }
  }
  const { status, text } = reply
  const restMs = restOf(reply)
  const refuse = (problem: AccessProblem | 'TOKEN_REFUSED', wait = restMs): Judged => ({
    ok: false,
    problem,
    restMs: wait,
  })
  if ((status >= 200 && status < 300) || status === 404) return { ok: true, value: { status, text }, restMs }
  if (status === 401) return refuse('TOKEN_REFUSED')
  if (status === 403) return refuse(forbidden)
  if (status === 422 || status === 400) return refuse('FIELD_REFUSED')
  if (status === 429) return refuse('BUSY', Math.max(restMs, 1_000))
  return refuse('FAILING', Math.max(restMs, windowMs))
}

/** How long nothing is to be asked: told by `Retry-After`, or until the window ends in which little is left. */
function restOf({ status, headers }: Exclude<OutsideReply, { failure: unknown }>): number {
  const patience = Number(headers['retry-after'] ?? Number.NaN) * 1000
  if (Number.isFinite(patience) && patience > 0) return Math.min(patience, longestRestMs)
  const left = Number(headers['x-ratelimit-remaining'] ?? Number.NaN)
  if (status !== 429 && !(left <= leftToOthers)) return 0
  // By their own clock, which dates the answer.
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000 - Date.parse(headers.date ?? '')
  return Number.isFinite(reset) ? Math.min(Math.max(reset, 0), windowMs) : windowMs
}

/** The answer in its shape; anything else is a form of theirs that is not known here. */
function shaped<T>(answer: Judged, schema: z.ZodType<T>): Called<T> {
  if (!answer.ok) return answer
  let json: unknown
  try {
    json = JSON.parse(answer.value.text)
  } catch {
    return { ok: false, problem: 'UNREADABLE', restMs: answer.restMs }
  }
  const read = schema.safeParse(json)
  return read.success
    ? { ok: true, value: read.data, restMs: answer.restMs }
    : { ok: false, problem: 'UNREADABLE', restMs: answer.restMs }
}

export const harvest: FieldCalls = {
  askToken: async (site, { clientId, secret, userId }) => {
    const reply = await callOutside({
      method: 'POST',
      url: `${site.authUrl}/token`,
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(userId && { sub: userId }) }).toString(),
      isPrivateAllowed: site.isPrivateAllowed,
    })
    const isRefused = 'status' in reply && [400, 401, 403, 422].includes(reply.status)
    if (isRefused) return { ok: false, problem: 'BAD_CREDENTIALS', restMs: 0 }
    const token = shaped(judged(reply, 'SCOPE_FIELDS'), TokenAnswer)
    if (!token.ok) return token
    const { access_token: value, expires_at: until } = token.value
    const date = 'status' in reply ? Date.parse(reply.headers.date ?? '') : Number.NaN
    const lifetimeMs = Date.parse(until) - date
    return { ...token, value: { value, lifetimeMs: Number.isFinite(lifetimeMs) ? lifetimeMs : 0 } }
  },

  listFields: async (site, token) => {
    const path = 'custom_fields?field_type=candidate&per_page=500'
    const answer = shaped(await call(site, token, { method: 'GET', path, forbidden: 'SCOPE_FIELDS' }), Fields)
    if (!answer.ok) return answer
    const value = answer.value
      .filter((field) => field.field_type === 'candidate' && field.active && textual.has(field.value_type))
      .map(({ name_key: key, name, template_token_string: token }) => ({ key, name, token: token ?? null }))
    return { ...answer, value }
  },

  readFields: async (site, token, remoteId) => {
    const path = `candidates?ids=${encodeURIComponent(remoteId)}`
    const answer = shaped(await call(site, token, { method: 'GET', path, forbidden: 'SCOPE_READ' }), Candidates)
    if (!answer.ok) return answer
    const found = answer.value.find(({ id }) => id === remoteId)
    if (!found) return { ...answer, value: null }
    const values = Object.entries(found.custom_fields ?? {}).flatMap(([key, field]) =>
      field === null || field.value === null || field.value === undefined ? [] : [[key, textOf(field.value)] as const],
    )
    return { ...answer, value: new Map(values) }
  },

  writeField: async (site, token, { remoteId, key, value }) => {
    const answer = await call(site, token, {
      method: 'PATCH',
      path: `candidates/${encodeURIComponent(remoteId)}`,
      body: { custom_fields: [{ name_key: key, value: value ?? '' }] },
      forbidden: 'SCOPE_WRITE',
    })
    return answer.ok ? { ...answer, value: answer.value.status !== 404 } : answer
  },
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
