import { inject } from 'vitest'
import { copyTemplate, type TestDatabase } from '../../../tests/database.ts'
import { readConfig } from './config.ts'
import { openDatabases, type Databases } from './database/database.ts'
import type { Installation } from './installation.ts'
import { drain } from './intents.ts'
import { createLog } from './log.ts'
import type { Mail, Mailer, Sent } from './mail.ts'
import { guardStatement } from './database/statement-guard.ts'

/** A clock that a test moves; the database's own time goes on underneath. */
export type TestClock = {
  offsetMs: () => number
  advance: (by: { days?: number; hours?: number; minutes?: number }) => void
}

/** Keeps what would have been mailed and answers as told: a fake of the mail server's answers, not of the product. */
export type FakeMailer = Mailer & { sent: Mail[]; answer: (next: Sent | ((mail: Mail) => Sent)) => void }

export type TestInstallation = Installation & {
  clock: TestClock
  mailer: FakeMailer
  /** Applies every announcement and due intent of these realms, and all they lead to. */
  settle: (...realmIds: string[]) => Promise<void>
  databaseUrls: TestDatabase
}

let opened: Promise<TestDatabase> | undefined

/** The database of this worker; tests in it do not meet, because each makes its own company. */
export const testDatabase = (): Promise<TestDatabase> =>
  (opened ??= copyTemplate(inject('database'), process.env['VITEST_POOL_ID'] ?? '0'))

type Parts = Partial<Pick<Installation, 'modules' | 'subscriptions' | 'intents' | 'jobs'>> & {
  mode?: string
  /** A database of this name for the test alone, where nothing was made yet. */
  emptyDatabase?: string
}

const openPools = ({ appUrl }: TestDatabase): Databases =>
  openDatabases({ url: appUrl, size: 10, onQuery: guardStatement })

// The tests of a worker share its pools: one for each would use up the server's connections.
let pools: Databases | undefined

/** An installation over the worker's database, with the given parts of the program wired in. */
export async function testInstallation(parts: Parts = {}): Promise<TestInstallation> {
  const { mode = 'PLACEMENT', modules = [], subscriptions = [], intents = [], jobs = [], emptyDatabase } = parts
  const databaseUrls = await (emptyDatabase ? copyTemplate(inject('database'), emptyDatabase) : testDatabase())
  const config = readConfig({
    NODE_ENV: 'test',
    TASUKI_SECRET: 'a secret that only the tests know, 32+',
    OPERATING_MODE: mode,
    LOG_LEVEL: 'silent',
  })
  const installation: TestInstallation = {
    config,
    log: createLog('silent'),
    databases: emptyDatabase ? openPools(databaseUrls) : (pools ??= openPools(databaseUrls)),
    mailer: fakeMailer(),
    clock: testClock(),
    queue: { send: async () => {} },
    wake: () => {},
    modules,
    subscriptions,
    intents,
    jobs,
    databaseUrls,
    settle: async (...realmIds) => {
      await drain(installation, realmIds.length > 0 ? { realmIds } : {})
    },
  }
  return installation
}

function testClock(): TestClock {
  let offset = 0
  return {
    offsetMs: () => offset,
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      offset += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
  }
}

function fakeMailer(): FakeMailer {
  const sent: Mail[] = []
  let answer: (mail: Mail) => Sent = () => ({ outcome: 'sent', answer: '250 OK' })
  return {
    sent,
    close: () => {},
    answer: (next) => void (answer = typeof next === 'function' ? next : () => next),
    send: async (mail) => {
      sent.push(mail)
      return answer(mail)
    },
  }
}
