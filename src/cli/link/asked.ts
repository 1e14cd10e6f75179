import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LinkageModel, roles, shippedModels, type Role } from '../../engines/linkage/index.ts'
import { refusal } from '../../server/kernel/errors.ts'
import type { Options } from './options.ts'
import { bitsOf } from './thresholds.ts'

const invalidJson = refusal<{ file: string; reason: string }>('cli.link-json-invalid', 422)
const unknownRole = refusal<{ file: string; header: string; role: string; roles: string }>('cli.link-role-unknown', 422)
const unknownModel = refusal<{ given: string; models: string }>('cli.link-model-unknown', 422)
const invalidThreshold = refusal<{ given: string }>('cli.link-threshold', 422)

/** What a run is to go by: a model to begin with, what columns mean by their headers, and the weight in bits to join from. */
export type Asked = {
  model: LinkageModel | undefined
  mapping: Record<string, Role>
  train: boolean
  threshold: number
}

/**
 * Reads what was asked for. Refuses a threshold that is no probability (`cli.link-threshold`), a model or role there is not
 * (`cli.link-model-unknown`, `cli.link-role-unknown`), and files that cannot be read as such (`cli.link-json-invalid`).
 */
export async function askedOf({ model: named, mapping: file, train, threshold }: Options): Promise<Asked> {
  const bits = thresholdBits(threshold)
  const model = named ? await modelNamed(named) : undefined
  const mapping = file ? await mappingOf(file) : {}
  return { model, mapping, train: train === true || model === undefined, threshold: bits }
}

/** A model that Tasuki ships, by its name, or one from a file. */
async function modelNamed(given: string): Promise<LinkageModel> {
  const shipped = Object.entries(shippedModels).find(([name]) => name === given)
  if (shipped) return shipped[1]
  if (!existsSync(given)) throw unknownModel({ given, models: Object.keys(shippedModels).join(', ') })
  return json(given, LinkageModel)
}

/** What columns mean, by their headers. */
async function mappingOf(file: string): Promise<Record<string, Role>> {
  const mapping = await json(file, z.record(z.string(), z.string()))
  for (const [header, role] of Object.entries(mapping))
    if (!isRole(role)) throw unknownRole({ file, header, role, roles: roles.join(', ') })
  return mapping as Record<string, Role>
}

const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word)

async function json<Value>(path: string, schema: z.ZodType<Value>): Promise<Value> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw invalidJson({ file: path, reason: error instanceof z.ZodError ? z.prettifyError(error) : String(error) })
  }
}

function thresholdBits(given: string | undefined): number {
  const probability = given === undefined ? 0.5 : Number(given)
  if (!(probability > 0 && probability < 1)) throw invalidThreshold({ given: given ?? '' })
  return bitsOf(probability)
}
