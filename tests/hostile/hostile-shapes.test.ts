import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from '../../src/contract/route.ts'
import { createApp, wiring } from '../../src/server/app.ts'
import { newId } from '../../src/server/kernel/ids.ts'
import { testInstallation } from '../../src/server/kernel/testing.ts'
import { aCompany, signedIn } from '../../src/server/modules/accounts/testing.ts'
import { everyRoute, type Json } from '../contract.ts'

/** These end the sign-in that the walk goes on with. */
const unwalked = new Set(['signOut', 'endOtherSessions'])

let app: FastifyInstance
let routes: Route[]
const callers: Record<string, Record<string, string>> = {}

beforeAll(async () => {
  const installation = await testInstallation({ ...wiring, emptyDatabase: 'hostile_shapes' })
  app = await createApp(installation)
  await app.ready()
  routes = (await everyRoute()).filter(({ id }) => !unwalked.has(id))
  for (const [site, kind] of [
    ['console', 'EMPLOYER'],
    ['operator', 'OPERATOR'],
  ] as const) {
    const { headers } = await signedIn(await aCompany({ installation, kind }), { role: 'owner', site })
    callers[site] = { ...headers, host: new URL(installation.config[`${site}Url`]).host }
  }
})
afterAll(() => app.close())

/** What no column holds, no calendar knows, or the log must not take, by what stands in its place. */
const hostile: Record<string, readonly unknown[]> = {
  text: ['a\0\ud800b', '髙橋 𠮷郎 <taro@sakura.example>'],
  number: [2 ** 53 - 1],
  date: ['0000-01-01'],
  'date-time': ['0000-01-01T00:00:00Z'],
}
const harmless: Record<string, unknown> = {
  uuid: newId(),
  date: '2026-04-01',
  'date-time': '2026-04-01T00:00:00Z',
  email: 'nobody@nowhere.example',
  uri: 'https://ats.example/tasuki',
}

/** Values of a schema with all that is optional, each with one hostile leaf: every leaf in turn, at most eight. */
function withHostileLeaves(schema: z.ZodType): unknown[] {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  let seen = 0
  let chosen: { leaf: number; variant: number } | undefined
  const leaf = ({ format = '', minLength = 1, minimum = 1, type }: Json): unknown => {
    const isNumber = type === 'number' || type === 'integer'
    const variants = hostile[isNumber ? 'number' : format] ?? (format === '' ? hostile['text']! : [])
    const isChosen = chosen?.leaf === seen
    seen += 1
    if (isChosen && chosen!.variant < variants.length) return variants[chosen!.variant]
    return isNumber ? minimum : (harmless[format] ?? 'x'.repeat(minLength))
  }
  const made = (json: Json): unknown => {
    if (json.$ref) return made(whole.$defs?.[json.$ref.split('/').at(-1) ?? ''] ?? {})
    const [option] = json.anyOf ?? json.oneOf ?? json.allOf ?? []
    if (option) return made(option)
    if ('const' in json) return json.const
    if (json.enum) return json.enum[0]
    if (json.type === 'array') return [made(json.items ?? {})]
    if (json.type === 'boolean') return true
    if (json.type === 'null') return null
    if (['string', 'number', 'integer'].includes(json.type ?? '')) return leaf(json)
    return Object.fromEntries(Object.entries(json.properties ?? {}).map(([key, inner]) => [key, made(inner)]))
  }
  const plain = made(whole)
  const leaves = Math.min(seen, 8)
  const values = [plain]
  for (let at = 0; at < leaves; at += 1)
    for (let variant = 0; variant < 2; variant += 1) {
      seen = 0
      chosen = { leaf: at, variant }
      values.push(made(whole))
    }
  return values
}

type Sent = { params: unknown; query: unknown; body: unknown }

/** A call of the route for each hostile leaf of its path, its query and its body. */
function hostileCalls({ method, params, query, body }: Route): Sent[] {
  const of = (schema: z.ZodType | undefined) => (schema ? withHostileLeaves(schema) : [undefined])
  const [paths, queries, bodies] = [of(params), of(query), of(body)]
  const plain = { params: paths[0], query: undefined, body: bodies[0] }
  return [
    ...bodies.map((one) => ({ ...plain, body: one })),
    ...(method === 'GET' ? queries.slice(1).map((one) => ({ ...plain, query: one })) : []),
    ...paths.slice(1).map((one) => ({ ...plain, params: one })),
  ]
}

let calls = 0
async function send(route: Route, { params, query, body }: Sent) {
  calls += 1
  const given = (params ?? {}) as Record<string, string>
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(tidy(given[name] ?? newId())))
  const asked = new URLSearchParams(
    Object.entries((query ?? {}) as object).map(([key, value]): [string, string] => [key, String(value)]),
  )
  return app.inject({
    method: route.method,
    url: `/api${path}?${asked.toString()}`,
    headers: callers[route.permission.startsWith('network:') ? 'operator' : 'console']!,
    ...(body !== undefined && { payload: body as object }),
    remoteAddress: `10.2.${calls >> 8}.${calls & 255}`,
  })
}

/** Half a pair stands in no address of the web. */
const tidy = (text: string): string => text.replace(/[\ud800-\udfff]/g, '')

test('no text, number or day that a caller may send makes a route fail, and nobody keeps its answer', async () => {
  const failed = new Set<string>()
  const kept = new Set<string>()
  for (const route of routes)
    for (const sent of hostileCalls(route)) {
      const { statusCode, headers } = await send(route, sent)
      if (statusCode >= 500) failed.add(`${route.id} ${JSON.stringify(sent).slice(0, 300)}`)
      if (headers['cache-control'] !== 'no-store') kept.add(route.id)
    }
  expect([...failed]).toEqual([])
  expect([...kept]).toEqual([])
})
