import type { Answered, Route, Sent } from './route.ts'

/** Calls one route; the types of the request and of the answer come from the route itself. */
export type Call = <R extends Route>(route: R, sent: Sent<R>, options?: CallOptions) => Promise<Answered<R>>
export type CallOptions = { idempotencyKey?: string; signal?: AbortSignal }

type Wire = string | number | boolean | readonly string[] | undefined | null
type AnyRequest = { params?: Record<string, string>; query?: Record<string, Wire>; body?: unknown }

export type ClientSettings = {
  origin: string
  /** The company the signed-in person is working for; sent with every call once it is known. */
  company?: () => string | undefined
  headers?: () => Record<string, string>
  fetcher?: typeof fetch
}

/**
 * A client for every route of the contract. Each write carries an `Idempotency-Key`, so that a retry by the
 * network layer never happens twice. Throws `Refused` when the server declines.
 */
export function createClient({ origin, company, headers, fetcher = fetch }: ClientSettings): Call {
  return async (route, sent, options = {}) => {
    const { params = {}, query = {}, body }: AnyRequest = sent
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const url = new URL(`/api${path}`, origin)
    for (const [name, value] of Object.entries(query)) appendQuery(url, name, value)
    const request: RequestInit = { method: route.method, headers: { accept: 'application/json', ...headers?.() } }
    const head = request.headers as Record<string, string>
    const companyId = company?.()
    if (companyId) head['tasuki-company'] = companyId
    if (route.method !== 'GET') head['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID()
    if (body !== undefined) {
      request.body = JSON.stringify(body)
      head['content-type'] = 'application/json'
    }
    if (options.signal) request.signal = options.signal
    const answer = await fetcher(url, request)
    const answered: unknown = await answer.json().catch(() => undefined)
    if (!answer.ok) throw new Refused(answer.status, problemOf(answered))
    return route.response.parse(answered) as Answered<typeof route>
  }
}

function appendQuery(url: URL, name: string, value: Wire): void {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) for (const one of value) url.searchParams.append(name, String(one))
  else url.searchParams.set(name, String(value))
}

type ProblemBody = { code: string; detail: Record<string, unknown>; requestId: string }

function problemOf(answered: unknown): ProblemBody {
  if (typeof answered === 'object' && answered !== null && 'code' in answered) return answered as ProblemBody
  return { code: 'network.unreadable', detail: {}, requestId: '' }
}

/** The API declined the request; `problem.code` says why and is the key of the message to show. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly problem: ProblemBody
  constructor(status: number, problem: ProblemBody) {
    super(`${status} ${problem.code}`)
    this.status = status
    this.problem = problem
  }
}
