import { z } from 'zod'
import { Settings } from '../src/server/kernel/config.ts'

type Described = {
  description?: string
  default?: unknown
  enum?: string[]
  type?: string
  minimum?: number
  maximum?: number
  minLength?: number
}

/** `docs/configuration.md`: every setting with what it means, as the program itself reads them. */
export function configurationText(): string {
  const described = z.toJSONSchema(Settings, { io: 'input', unrepresentable: 'any' }).properties as Record<
    string,
    Described
  >
  const rows = Object.entries(described).map(
    ([name, setting]) => `| \`${name}\` | ${valueOf(setting)} | ${defaultOf(setting)} | ${setting.description ?? ''} |`,
  )
  return `<!-- Printed from src/server/kernel/config.ts by \`npm run generate\`; never edited. -->

# Configuration

Settings are read from the environment when the program starts; one that is wrong stops the start with its name.
\`tasuki doctor\` says what is missing or unsafe, and what to do about it.

| setting | value | default | meaning |
|---|---|---|---|
${rows.join('\n')}
`
}

function valueOf({ enum: choices, type, minimum, maximum, minLength }: Described): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ')
  if (type === 'integer') return `${minimum ?? ''} to ${maximum ?? ''}`
  if (minLength !== undefined) return `text, at least ${minLength} characters`
  return type === 'boolean' ? '`true`, `false`' : 'text'
}

const defaultOf = ({ default: value }: Described): string =>
  typeof value === 'string' || typeof value === 'number' ? `\`${value}\`` : ''
