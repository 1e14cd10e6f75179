/** A worker of an installation under test, in a process of its own so that it can be killed: does what is due for ever. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { wiring } from '../../src/server/app.ts'
import { readConfig } from '../../src/server/kernel/config.ts'
import { openDatabases } from '../../src/server/kernel/database/database.ts'
import type { Installation } from '../../src/server/kernel/installation.ts'
import { runDue } from '../../src/server/kernel/intents.ts'
import { createLog } from '../../src/server/kernel/log.ts'

const Told = z.object({
  appUrl: z.string(),
  companyId: z.uuid(),
  others: z.array(z.uuid()).default([]),
  offsetMs: z.int().default(0),
  secret: z.string(),
  dataDir: z.string(),
})
const { appUrl, companyId, others, offsetMs, secret, dataDir } = Told.parse(JSON.parse(process.argv[2] ?? '{}'))

const installation: Installation = {
  ...wiring,
  config: readConfig({
    NODE_ENV: 'test',
    OPERATING_MODE: 'PLACEMENT',
    TASUKI_SECRET: secret,
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
  }),
  log: createLog('silent'),
  databases: openDatabases({ url: appUrl, size: 3 }),
  mailer: {
    close: () => {},
    send: async ({ messageId, to, subject }) => {
      appendFileSync(join(dataDir, 'mails-of-workers'), `${JSON.stringify({ messageId, to, subject })}\n`)
      return { outcome: 'sent', answer: '250 OK' }
    },
  },
  clock: { offsetMs: () => offsetMs },
  queue: { send: async () => {} },
  wake: () => {},
}
for (;;) {
  await runDue(installation, { realmIds: [companyId, ...others] })
  await setTimeout(10)
}
