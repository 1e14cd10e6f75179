import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { newSecret } from './crypto.ts'

/** The Harvest API's own address: only another one, which the installation names, may be private. */
export const greenhouseApiUrl = 'https://harvest.greenhouse.io'

const flag = z.stringbool().optional()

/** Every setting the program reads from its environment; `docs/configuration.md` is printed from the descriptions. */
export const Settings = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .meta({ description: 'In `production` unsafe settings stop the start.' }),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).meta({ description: 'Port of the web server.' }),
  HOST: z
    .string()
    .default('127.0.0.1')
    .meta({ description: 'Address the web server listens on. `0.0.0.0` behind a proxy or in a container.' }),
  CONSOLE_URL: z
    .url()
    .optional()
    .meta({ description: 'Address of the console. Default `http://console.localhost:<PORT>`.' }),
  OPERATOR_URL: z
    .url()
    .optional()
    .meta({ description: 'Address of the operator console. Default `http://operator.localhost:<PORT>`.' }),
  PORTAL_URL: z
    .url()
    .optional()
    .meta({ description: 'Address of the portal. Default `http://portal.localhost:<PORT>`.' }),
  EXTRA_HOSTS: z.string().default('').meta({
    description:
      'Further host names, with commas between, under which the API answers and pages lead to the console. Any other host name but the three above and this machine’s own is refused.',
  }),
  DATA_DIR: z.string().default('./var').meta({
    description:
      'Folder for what is kept beside a database that is named: the generated secret, mails of the development mailbox, and `erasures.jsonl`, which a restore replays; and the embedded database, where none is named. Files of people lie encrypted in the database. A relative path begins at the working directory.',
  }),
  DATA_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('JP')
    .meta({
      description:
        'Country in which the database and files are kept (ISO 3166-1, two letters); consent receipts tell it as their place of storage.',
    }),
  DATABASE_URL: z.string().optional().meta({
    description: 'PostgreSQL 15.14 to 18, as the application role. Without it an embedded server runs in `DATA_DIR`.',
  }),
  DATABASE_OWNER_URL: z
    .string()
    .optional()
    .meta({ description: 'The same database as its owner; read by `tasuki migrate`, `backup` and `restore` alone.' }),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .meta({ description: 'Connections of the application role per process.' }),
  TASUKI_SECRET: z.string().min(32).optional().meta({
    description: 'At least 32 characters; keys are derived from it. Generated into `DATA_DIR` outside production.',
  }),
  FILE_KEY: z
    .string()
    .min(32)
    .regex(/^[^,]*$/, 'a comma parts keys')
    .optional()
    .meta({
      description:
        'At least 32 characters, no comma; wraps the keys of stored files. Without it a key derived from `TASUKI_SECRET` does. After a change, `tasuki files rewrap` wraps them again.',
    }),
  FILE_KEYS_BEFORE: z.string().default('').meta({
    description:
      'Earlier values of `FILE_KEY`, with commas between: they open what is not wrapped again yet, and backups of their time.',
  }),
  SMTP_URL: z.string().optional().meta({
    description: 'Outgoing mail, `smtp[s]://user:password@host:port`. Without it mail goes to the development mailbox.',
  }),
  MAIL_FROM: z
    .string()
    .default('no-reply@tasuki.example')
    .meta({ description: 'Envelope and From address of outgoing mail.' }),
  MAIL_DOMAIN: z
    .string()
    .default('reply.tasuki.example')
    .meta({ description: 'Domain of the reply addresses; its mail must reach the inbound SMTP port.' }),
  INBOUND_SMTP_PORT: z.coerce.number().int().min(0).max(65535).optional().meta({
    description: 'Port of the inbound mail server for replies and bounces; the development mailbox includes one.',
  }),
  OPERATING_MODE: z
    .enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'])
    .default('IN_HOUSE')
    .meta({ description: 'The most that the law lets this installation do; a company may be stricter.' }),
  MAX_UPLOAD_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(2048)
    .default(100)
    .meta({ description: 'Largest file that an import accepts.' }),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).max(1_000_000).default(3_000).meta({
    description:
      'Most requests that one network address may make in a minute; the staff of an office often share one. Built files do not count, and sign-in, links and codes have narrower limits of their own.',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'Least level that is logged. `warn` where `tasuki serve` runs on a terminal.' }),
  AUDIT_CHECKPOINT_DIR: z.string().min(1).optional().meta({
    description:
      'Folder outside of the database’s reach (a share of another machine, storage that only adds), into which a worker writes a signed checkpoint of the audit log four times a day; `tasuki verify` reads the newest. Without it nothing tells that the end of the log was cut off.',
  }),
  WEBHOOKS_TO_PRIVATE_ADDRESSES: flag.meta({
    description:
      'Lets webhooks go to plain http and to addresses of loopback and private networks: for development, or where every receiver is inside.',
  }),
  GREENHOUSE_API_URL: z.url().default(greenhouseApiUrl).meta({
    description:
      'Where the Harvest API of Greenhouse is called, into which letter links are written. Another address than the default is for tests and for a proxy of yours, and may be private.',
  }),
  GREENHOUSE_AUTH_URL: z
    .url()
    .default('https://auth.greenhouse.io')
    .meta({ description: 'Where its access tokens are asked for.' }),
  TRUST_PROXY: flag.meta({
    description:
      'Whether one proxy of yours stands in front: the last address in `X-Forwarded-For` is then the caller’s.',
  }),
})

export type Config = ReturnType<typeof readConfig>

/** Reads and completes the settings; throws with the name of each setting that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env) {
  const read = Settings.safeParse(environment)
  if (!read.success) throw new Error(`Configuration: ${z.prettifyError(read.error)}`)
  const settings = read.data
  const dataDir = resolve(settings.DATA_DIR)
  const production = settings.NODE_ENV === 'production'
  const at = (name: string) => `http://${name}.localhost:${settings.PORT}`
  return {
    ...settings,
    production,
    dataDir,
    consoleUrl: settings.CONSOLE_URL ?? at('console'),
    operatorUrl: settings.OPERATOR_URL ?? at('operator'),
    portalUrl: settings.PORTAL_URL ?? at('portal'),
    extraHosts: settings.EXTRA_HOSTS.split(',').flatMap((host) => host.trim().toLowerCase() || []),
    secret: settings.TASUKI_SECRET ?? generatedSecret(dataDir, production),
  }
}

/** A secret kept in the data folder, for installations that were given none. */
function generatedSecret(dataDir: string, production: boolean): string {
  if (production) throw new Error('Configuration: TASUKI_SECRET is required in production')
  const file = join(dataDir, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  const secret = newSecret()
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
  return secret
}
