import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { wiring } from '../../src/server/app.ts'
import type { TestInstallation } from '../../src/server/kernel/testing.ts'
import { inCompany, inMember, systemActor } from '../../src/server/kernel/work.ts'

const actor = systemActor('test')

const Handed = z.object({ messageId: z.string(), to: z.string(), subject: z.string() })
type Handed = z.output<typeof Handed>

type Killing = {
  dataDir: string
  companies: readonly string[]
  members: readonly string[]
  /** When it is killed. */
  isSo: () => Promise<boolean>
}

/** Kills (SIGKILL) a worker of these realms once something is so, and lets its leases run out as if half a minute had gone by. */
export async function killWorkerOnce(
  installation: TestInstallation,
  { dataDir, companies, members, isSo }: Killing,
): Promise<void> {
  const [companyId, ...others] = [...companies, ...members]
  const told = {
    appUrl: installation.databaseUrls.appUrl,
    companyId,
    others,
    offsetMs: installation.clock.offsetMs(),
    secret: installation.config.secret,
    dataDir,
  }
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'erasing-worker.ts'), JSON.stringify(told)], {
    stdio: 'ignore',
  })
  const gone = once(worker, 'exit')
  try {
    while (!(await isSo()))
      if (worker.exitCode === null) await setTimeout(3)
      else throw new Error('the worker ended by itself')
  } finally {
    worker.kill('SIGKILL')
    await gone
  }
  for (const { table, realm } of wiring.intents)
    if (realm === 'company')
      for (const id of companies)
        await inCompany(installation, { companyId: id, actor }, ({ tx }) =>
          sql`update ${sql.table(table)} set lease_until = null where company_id = ${id}`.execute(tx),
        )
    else
      for (const memberId of members)
        await inMember(installation, { memberId, actor }, ({ tx }) =>
          sql`update ${sql.table(table)} set lease_until = null where member_id = ${memberId}`.execute(tx),
        )
}

/** Every mail that the workers or this process handed to a mail server. */
export async function mailsOfAll({ mailer }: TestInstallation, dataDir: string): Promise<Handed[]> {
  const ofWorkers = await readFile(join(dataDir, 'mails-of-workers'), 'utf8').catch(() => '')
  return [
    ...ofWorkers
      .split('\n')
      .filter(Boolean)
      .map((line) => Handed.parse(JSON.parse(line))),
    ...mailer.sent,
  ]
}
