import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { readConfig } from '../../src/server/kernel/config.ts'
import { drainUntilQuiet } from '../../src/server/kernel/intents.ts'
import { start, type Running } from '../../src/server/main.ts'
import { copyTemplate, oneAtATime } from '../database.ts'
import { watch, type Watch } from './watch.ts'

export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Whether the journeys can run here. Where they must (`TASUKI_JOURNEYS=required`), a missing browser is a failure. */
export const hasBrowser = existsSync(chromiumPath)
if (!hasBrowser && process.env['TASUKI_JOURNEYS'] === 'required') throw new Error(`no browser at ${chromiumPath}`)

export type KeptMail = { id: string; to: string[]; subject: string; text: string; html: string }

/** A whole installation of its own, served to a real browser, with its mailbox and a clock to move. */
export type World = {
  running: Running
  consoleUrl: string
  operatorUrl: string
  portalUrl: string
  browser: Browser
  watch: Watch
  /** A person's own browser: nothing is shared with another. */
  visitor: (options?: { phone?: boolean; hasScript?: boolean }) => Promise<{ context: BrowserContext; page: Page }>
  /** Moves the clock and does everything that has become due. */
  pass: (by: { days?: number; hours?: number; minutes?: number }) => Promise<void>
  /** Sets the clock to a moment written with its zone, before anything of the story has happened. */
  moveTo: (moment: string) => Promise<void>
  /** What the installation's clock shows. */
  now: () => Date
  /** Does everything that is due. */
  settle: () => Promise<void>
  /** The newest mail to an address whose subject contains the text; waits a while for it. */
  mailTo: (address: string, subject?: string) => Promise<KeptMail>
  mails: (address: string) => Promise<KeptMail[]>
  close: () => Promise<void>
}

/** Builds the browser programs where their sources changed, once however many journeys begin together. */
const buildPrograms = () =>
  oneAtATime(inject('database'), async () => {
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/build-web.ts')])
  })

/** Opens a world on the given port's host names. Close it when the journey is over. */
export async function openWorld(name: string): Promise<World> {
  await buildPrograms()
  const watching = watch()
  const database = await copyTemplate(inject('database'), `journey_${name}`)
  const dataDir = await mkdtemp(join(tmpdir(), 'tasuki-journey-'))
  const port = await freePort()
  const config = readConfig({
    NODE_ENV: 'development',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database.appUrl,
    OPERATING_MODE: 'PLACEMENT',
    LOG_LEVEL: 'error',
  })
  const running = await start(config, { web: true, worker: true })
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  const mails = async (address: string): Promise<KeptMail[]> => {
    const path = `/mailbox/mails.json?to=${encodeURIComponent(address)}`
    return ((await getJson(new URL(path, config.consoleUrl))) as { mails: KeptMail[] }).mails
  }
  const settle = () => drainUntilQuiet(running.installation)
  return {
    running,
    browser,
    watch: watching,
    consoleUrl: config.consoleUrl,
    operatorUrl: config.operatorUrl,
    portalUrl: config.portalUrl,
    visitor: async ({ phone = false, hasScript = true } = {}) => {
      const context = await browser.newContext({
        javaScriptEnabled: hasScript,
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        reducedMotion: 'reduce',
        viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      })
      context.setDefaultTimeout(20_000)
      watching.follow(context, { hasScript })
      return { context, page: await context.newPage() }
    },
    pass: async ({ days = 0, hours = 0, minutes = 0 }) => {
      const by = ((days * 24 + hours) * 60 + minutes) * 60_000
      await running.clock.move(running.clock.offsetMs() + by)
      await settle()
    },
    moveTo: (moment) => running.clock.move(new Date(moment).getTime() - Date.now()),
    now: () => new Date(Date.now() + running.clock.offsetMs()),
    settle,
    mails,
    mailTo: async (address, subject = '') => {
      for (let waited = 0; waited < 50; waited += 1) {
        const found = (await mails(address)).find((mail) => mail.subject.includes(subject))
        if (found) return found
        await settle()
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      throw new Error(`no mail to ${address} about “${subject}”`)
    },
    close: async () => {
      await browser.close()
      await running.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The first link of a mail to one of the installation's own pages. */
export function linkIn(mail: KeptMail, path: RegExp): string {
  const found = (mail.text.match(/https?:\/\/\S+/g) ?? []).find((url) => path.test(new URL(url).pathname))
  if (!found) throw new Error(`no link in the mail “${mail.subject}”`)
  return found
}

/** Asks the loopback for the page of a host name, which not every machine's resolver knows. */
async function getJson({ port, host, pathname, search }: URL): Promise<unknown> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: `${pathname}${search}`, headers: { host } }, resolve).on('error', reject)
  })
  return json(answer)
}

/** A port that nobody listens on, below those that the system hands out by itself: it is still free when it is used. */
async function freePort(): Promise<number> {
  for (let tried = 0; tried < 50; tried += 1) {
    const port = 12_000 + Math.floor(Math.random() * 18_000)
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
