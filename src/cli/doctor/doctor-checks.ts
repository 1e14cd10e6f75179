import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import nodemailer from 'nodemailer'
import type { Config } from '../../server/kernel/config.ts'
import { findShared } from '../../server/kernel/database/self-test.ts'
import type { Words } from '../terminal.ts'

/** How one thing stands, and what to do about it when it does not stand well. */
export type Check = { name: string; level: 'ok' | 'warning' | 'error'; saw: Words; todo?: Words }

const ok = (name: string, ja: string, en: string): Check => ({ name, level: 'ok', saw: { ja, en } })
const same = (text: string): Words => ({ ja: text, en: text })

export function checkNode(version = process.versions.node): Check {
  if (Number(version.split('.')[0]) >= 24) return ok('node', version, version)
  return {
    name: 'node',
    level: 'error',
    saw: same(version),
    todo: {
      ja: '「npm install」を実行すると Node 24 が同梱されます。',
      en: 'Run “npm install”, which brings Node 24.',
    },
  }
}

const wantedMb = 2048
const leastMb = 256

/** Whether the data folder can be written, and has room. */
export async function checkFolder({ dataDir }: Config): Promise<Check> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK)
  } catch {
    const todo = {
      ja: '書き込める場所を DATA_DIR に指定してください。',
      en: 'Name a folder that can be written in DATA_DIR.',
    }
    return { name: 'data-folder', level: 'error', saw: same(dataDir), todo }
  }
  const { bavail, bsize } = await statfs(dataDir)
  const freeMb = Math.floor((bavail * bsize) / 1024 ** 2)
  const saw = { ja: `${dataDir}(空き ${freeMb} MB)`, en: `${dataDir} (${freeMb} MB free)` }
  if (freeMb >= wantedMb) return { name: 'data-folder', level: 'ok', saw }
  const todo = {
    ja: `空き容量を ${wantedMb} MB 以上にしてください。不足すると書き込みが止まります。`,
    en: `Make room: at least ${wantedMb} MB. Writing stops when there is none.`,
  }
  return { name: 'data-folder', level: freeMb < leastMb ? 'error' : 'warning', saw, todo }
}

/** Whether the port is free, or already answers as this program. */
export async function checkPort({ HOST: host, PORT: port }: Config): Promise<Check> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
  if (isFree) return ok('port', `${port} は空いています`, `${port} is free`)
  const alive = await fetch(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/livez`, {
    signal: AbortSignal.timeout(3000),
  })
    .then((answer) => answer.json())
    .catch(() => undefined)
  if ((alive as { live?: boolean } | undefined)?.live)
    return ok('port', `${port} で Tasuki が稼働中です`, `Tasuki runs on ${port}`)
  return {
    name: 'port',
    level: 'error',
    saw: { ja: `${port} は別のプログラムが使用中です`, en: `${port} is used by another program` },
    todo: { ja: 'そのプログラムを終了するか、PORT を変えてください。', en: 'Stop it, or choose another PORT.' },
  }
}

const placeholders = /change|secret|password|example|default|tasuki/i

/** A secret that somebody could guess opens every personal link. */
export function checkSecret({ TASUKI_SECRET: given, production }: Config): Check {
  if (given === undefined) return ok('secret', 'DATA_DIR に自動生成したものを使用', 'generated, in DATA_DIR')
  const weak = new Set(given).size < 12 || placeholders.test(given)
  if (!weak) return ok('secret', '設定済み', 'set')
  return {
    name: 'secret',
    level: production ? 'error' : 'warning',
    saw: { ja: '推測されやすい値です', en: 'easy to guess' },
    todo: {
      ja: '「openssl rand -base64 48」などで作成した値を TASUKI_SECRET に設定してください。',
      en: 'Set TASUKI_SECRET to something random, such as “openssl rand -base64 48” prints.',
    },
  }
}

/** Host names and addresses that only development may have. */
export function checkAddresses(config: Config): Check[] {
  const found: Check[] = []
  const shared = findShared(config)
  if (shared.length > 0)
    found.push({
      name: 'host-names',
      level: config.production ? 'error' : 'warning',
      saw: { ja: `共有されています: ${shared[0]?.where}`, en: `shared: ${shared[0]?.where}` },
      todo: {
        ja: 'CONSOLE_URL、OPERATOR_URL、PORTAL_URL には別々のホスト名を指定してください。',
        en: 'Give CONSOLE_URL, OPERATOR_URL and PORTAL_URL host names of their own.',
      },
    })
  if (!config.production) return found
  if ([config.consoleUrl, config.operatorUrl, config.portalUrl].some((url) => !url.startsWith('https://')))
    found.push({
      name: 'https',
      level: 'error',
      saw: { ja: 'https でない公開URLがあります', en: 'an address is not https' },
      todo: { ja: '公開URLを https:// にしてください。', en: 'Make every public address https://.' },
    })
  if (config.MAIL_FROM.endsWith('.example') || config.MAIL_DOMAIN.endsWith('.example'))
    found.push({
      name: 'mail-addresses',
      level: 'error',
      saw: same(`${config.MAIL_FROM}, ${config.MAIL_DOMAIN}`),
      todo: {
        ja: 'MAIL_FROM と MAIL_DOMAIN に自社のドメインを設定し、SPF・DKIM・DMARC を公開してください。',
        en: 'Set MAIL_FROM and MAIL_DOMAIN to your own domain, and publish SPF, DKIM and DMARC for it.',
      },
    })
  return found
}

/** Whether the mail server answers and takes the sign-in. */
export async function checkMail({ SMTP_URL: url, production }: Config): Promise<Check> {
  if (!url) {
    const saw = { ja: '未設定: 開発用メールボックスに届きます', en: 'none: mail goes to the development mailbox' }
    const todo = { ja: 'SMTP_URL を設定してください。', en: 'Set SMTP_URL.' }
    return production ? { name: 'mail', level: 'error', saw, todo } : { name: 'mail', level: 'ok', saw }
  }
  const transport = nodemailer.createTransport(url, { disableFileAccess: true, disableUrlAccess: true })
  const timeouts = transport.options as { connectionTimeout?: number; greetingTimeout?: number }
  timeouts.connectionTimeout = 5000
  timeouts.greetingTimeout = 5000
  try {
    await transport.verify()
    return ok('mail', 'メールサーバーに接続できました', 'the mail server answers')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return {
      name: 'mail',
      level: 'error',
      saw: { ja: `接続できません(${code})`, en: `no connection (${code})` },
      todo: {
        ja: 'SMTP_URL のホスト名・ポート・認証情報と、送信元のファイアウォールをご確認ください。',
        en: 'Check the host, port and sign-in in SMTP_URL, and the firewall of this machine.',
      },
    }
  } finally {
    transport.close()
  }
}
