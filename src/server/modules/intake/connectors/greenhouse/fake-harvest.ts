import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** How the fake misbehaves, from the next request on. */
export type Faults = {
  /** Answers this status instead, to requests of this kind only. */
  status?: { at: 'TOKEN' | 'FIELDS' | 'READ' | 'WRITE'; is: number; retryAfter?: number }
  /** Takes every write for the whole of the candidate's fields. */
  replacesAll?: boolean
  /** Shows what was written only from this many reads on. */
  staleReads?: number
  /** Keeps every request waiting. */
  waits?: () => Promise<void>
}

type FakeCandidate = { id: number; fields: Map<string, string> }
type Field = { name: string; name_key: string; value_type: string; active?: boolean; template_token_string?: string }

const clientId = 'fake-client'
const clientSecret = 'fake-client-secret'
const windowMs = 30_000

type Fake = {
  perWindow: number
  candidates: Map<string, FakeCandidate>
  fields: Field[]
  scopes: Set<string>
  faults: Faults
  writes: { id: string; key: string; value: string }[]
  calls: string[]
  token: string
  tokens: number
  windowEnds: number
  left: number
  stale: number
  /** What candidates said before the last write. */
  before: Map<string, Map<string, string>>
}

type Headers = Record<string, string>

function answer(fake: Fake, response: ServerResponse, status: number, body: object, headers: Headers = {}): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-ratelimit-limit': String(fake.perWindow),
    'x-ratelimit-remaining': String(fake.left),
    'x-ratelimit-reset': String(Math.ceil(fake.windowEnds / 1000)),
    ...headers,
  })
  response.end(JSON.stringify(body))
}

function isBroken(fake: Fake, response: ServerResponse, at: NonNullable<Faults['status']>['at']): boolean {
  const broken = fake.faults.status
  if (broken?.at !== at) return false
  const { is, retryAfter } = broken
  answer(fake, response, is, { message: 'broken' }, retryAfter ? { 'retry-after': String(retryAfter) } : {})
  return true
}

function isLimited(fake: Fake, response: ServerResponse): boolean {
  const now = Date.now()
  if (now >= fake.windowEnds) Object.assign(fake, { windowEnds: now + windowMs, left: fake.perWindow })
  if (fake.left === 0) {
    const seconds = Math.max(1, Math.ceil((fake.windowEnds - now) / 1000))
    answer(fake, response, 429, { message: 'Too many requests' }, { 'retry-after': String(seconds) })
    return true
  }
  fake.left -= 1
  return false
}

function giveToken(fake: Fake, request: IncomingMessage, response: ServerResponse, body: string): void {
  if (isBroken(fake, response, 'TOKEN')) return
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  const isGrant = new URLSearchParams(body).get('grant_type') === 'client_credentials'
  if (request.headers.authorization !== basic || !isGrant)
    return answer(fake, response, 401, { error: 'invalid_client' })
  fake.tokens += 1
  fake.token = `token-${fake.tokens}`
  const expires_at = new Date(Date.now() + 3_600_000).toISOString()
  return answer(fake, response, 200, { token_type: 'Bearer', access_token: fake.token, expires_at })
}

function may(fake: Fake, request: IncomingMessage, response: ServerResponse, scope: string): boolean {
  if (isLimited(fake, response)) return false
  if (request.headers.authorization !== `Bearer ${fake.token}`) answer(fake, response, 401, { message: 'Unauthorized' })
  else if (fake.scopes.has(scope)) return true
  else answer(fake, response, 403, { message: `This token lacks ${scope}` })
  return false
}

function read(fake: Fake, response: ServerResponse, ids: readonly string[]): void {
  const useOld = fake.stale > 0
  if (useOld) fake.stale -= 1
  const found = ids.flatMap((id) => {
    const candidate = fake.candidates.get(id)
    if (!candidate) return []
    const values = (useOld && fake.before.get(id)) || candidate.fields
    const custom_fields = Object.fromEntries(
      fake.fields.map(({ name, name_key: key, value_type: type }) => [
        key,
        { name, type, value: values.get(key) ?? null },
      ]),
    )
    return [{ id: candidate.id, first_name: '—', last_name: '—', custom_fields }]
  })
  answer(fake, response, 200, found)
}

function write(fake: Fake, response: ServerResponse, id: string, body: string): void {
  const candidate = fake.candidates.get(id)
  if (!candidate) return answer(fake, response, 404, { message: 'Not found' })
  const { custom_fields = [] } = JSON.parse(body) as { custom_fields?: { name_key: string; value: string }[] }
  const isKnown = (key: string) => fake.fields.some((one) => one.name_key === key && one.active !== false)
  const unknown = custom_fields.find(({ name_key: key }) => !isKnown(key))
  if (unknown)
    return answer(fake, response, 422, { message: 'Validation error', errors: [{ field: unknown.name_key }] })
  fake.before.set(id, new Map(candidate.fields))
  fake.stale = fake.faults.staleReads ?? 0
  if (fake.faults.replacesAll) candidate.fields.clear()
  for (const { name_key: key, value } of custom_fields) {
    fake.writes.push({ id, key, value })
    if (value === '') candidate.fields.delete(key)
    else candidate.fields.set(key, value)
  }
  return answer(fake, response, 200, { id: candidate.id })
}

function serve(fake: Fake, request: IncomingMessage, response: ServerResponse, body: string): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://fake')
  const asked = `${request.method} ${pathname}`
  fake.calls.push(asked)
  if (asked === 'POST /token') return giveToken(fake, request, response, body)
  if (asked === 'GET /v3/custom_fields') {
    if (isBroken(fake, response, 'FIELDS') || !may(fake, request, response, 'harvest:custom_fields:list')) return
    const listed = fake.fields.map((field, id) => ({ id, field_type: 'candidate', active: true, ...field }))
    return answer(fake, response, 200, listed)
  }
  if (asked === 'GET /v3/candidates') {
    if (isBroken(fake, response, 'READ') || !may(fake, request, response, 'harvest:candidates:list')) return
    return read(fake, response, (searchParams.get('ids') ?? '').split(','))
  }
  const id = /^PATCH \/v3\/candidates\/(\d+)$/.exec(asked)?.[1]
  if (!id) return answer(fake, response, 404, { message: 'Not found' })
  if (isBroken(fake, response, 'WRITE') || !may(fake, request, response, 'harvest:candidates:update')) return
  return write(fake, response, id, body)
}

const aFake = (perWindow: number): Fake => ({
  perWindow,
  candidates: new Map(),
  fields: [
    { name: '専用リンク', name_key: 'tasuki_link', value_type: 'url', template_token_string: '{{TASUKI_LINK}}' },
    { name: '志望度', name_key: 'interest', value_type: 'short_text', template_token_string: '{{INTEREST}}' },
    { name: '希望年収', name_key: 'wish', value_type: 'currency' },
    { name: '使わない項目', name_key: 'old', value_type: 'short_text', active: false },
  ],
  scopes: new Set(['harvest:custom_fields:list', 'harvest:candidates:list', 'harvest:candidates:update']),
  faults: {},
  writes: [],
  calls: [],
  token: '',
  tokens: 0,
  windowEnds: 0,
  left: perWindow,
  stale: 0,
  before: new Map(),
})

/**
 * Harvest v3 of Greenhouse as far as it is used: tokens of which only the last is good, scopes, custom fields, and
 * candidates whose fields can be read and changed; fifty requests in thirty seconds, told in the headers.
 */
export async function fakeHarvest({ perWindow = 50, port = 0 } = {}) {
  const fake = aFake(perWindow)
  const { candidates, faults, scopes, writes, calls } = fake
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      await faults.waits?.()
      serve(fake, request, response, body)
    })
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { clientId, secret: clientSecret },
    faults,
    scopes,
    writes,
    calls,
    /** Ends the window in which requests are counted. */
    nextWindow: () => void (fake.windowEnds = 0),
    tokensGiven: () => fake.tokens,
    /** Somebody else asked for a token: the one in use is no good any more. */
    loseToken: () => void (fake.token = 'of somebody else'),
    put: (id: string, values: Record<string, string> = {}) =>
      void candidates.set(id, { id: Number(id), fields: new Map(Object.entries(values)) }),
    valuesOf: (id: string) => Object.fromEntries(candidates.get(id)?.fields ?? []),
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((closed) => void server.close(() => closed()))
    },
  }
}
