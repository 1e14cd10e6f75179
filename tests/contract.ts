import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Route } from '../src/contract/route.ts'

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value

/** Every route that the contract declares in any of its rooms, each once. */
export async function everyRoute(): Promise<Route[]> {
  const folder = join(import.meta.dirname, '../src/contract')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const routes = await Promise.all(
    files.map(async (file) => Object.values((await import(join(folder, file))) as object).filter(isRoute)),
  )
  return [...new Set(routes.flat())]
}

/** A schema of zod's as JSON Schema says it. */
export type Json = {
  $ref?: string
  $defs?: Record<string, Json>
  anyOf?: Json[]
  oneOf?: Json[]
  allOf?: Json[]
  const?: unknown
  enum?: unknown[]
  type?: string
  format?: string
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  minItems?: number
  items?: Json
  properties?: Record<string, Json>
  required?: string[]
}

/**
 * The smallest value that a schema takes, as far as its shape says: what is optional is left out, and every id is the
 * given one. With `isWhole` nothing is left out, and every list has something in it. A rule that no shape tells, such as
 * a pattern, is not followed.
 */
export function aSample(schema: z.ZodType, id: string, { isWhole = false } = {}): unknown {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  const texts: Record<string, string> = {
    uuid: id,
    date: '2026-04-01',
    'date-time': '2026-04-01T00:00:00Z',
    email: 'nobody@nowhere.example',
  }
  const text = ({ format = '', minLength = 1 }: Json) => texts[format] ?? 'x'.repeat(minLength)
  const object = ({ properties = {}, required = [] }: Json) =>
    Object.fromEntries((isWhole ? Object.keys(properties) : required).map((key) => [key, made(properties[key] ?? {})]))
  const array = ({ items = {}, minItems = 0 }: Json) =>
    Array.from({ length: Math.max(minItems, isWhole ? 1 : 0) }, () => made(items))
  const byType: Record<string, (json: Json) => unknown> = {
    string: text,
    object,
    array,
    boolean: () => false,
    null: () => null,
    number: ({ minimum, exclusiveMinimum }) => minimum ?? (exclusiveMinimum ?? 0) + 1,
  }
  const made = (json: Json): unknown => {
    if (json.$ref) return made(whole.$defs?.[json.$ref.split('/').at(-1) ?? ''] ?? {})
    const [option] = json.anyOf ?? json.oneOf ?? json.allOf ?? []
    if (option) return made(option)
    if ('const' in json) return json.const
    if (json.enum) return json.enum[0]
    return byType[json.type === 'integer' ? 'number' : (json.type ?? 'object')]?.(json)
  }
  return made(whole)
}
