import type { Command } from 'commander'
import type { Preparing } from '../server/preparing.ts'
import { readConfig, type Config } from '../server/kernel/config.ts'
import { fill, signInWords } from './demonstration.ts'
import { act, inHelp, verb } from './verb.ts'
import type { Terminal, Words } from './terminal.ts'

type Options = { port?: string; worker: boolean; demo?: boolean; empty?: boolean }

/** `tasuki serve`: the web server with a worker in the same process, until a signal stops it. */
export function addServe(program: Command): void {
  const command = verb(program, 'serve', {
    ja: 'Webサーバーとワーカーを起動する(データベースがなければ組み込みで起動する)',
    en: 'run the web server and a worker, with an embedded database unless one is named',
  })
    .option('--port <port>', 'PORT')
    .option('--no-worker', inHelp({ ja: 'Webサーバーのみ', en: 'web server alone' }))
    .option('--demo', inHelp({ ja: '空ならデモのデータを作る', en: 'fill an empty installation with a demonstration' }))
    .option('--empty', inHelp({ ja: '空のまま起動する', en: 'leave an empty installation empty' }))
  act<Options>(command, async (asked, { port, worker, demo = false, empty = false }) => {
    const config = readConfig({ ...logLevel(asked), ...process.env, ...(port && { PORT: port }) })
    const terminal = besideLog(asked, config)
    const { start, stopOnSignals } = await import('../server/main.ts')
    const demonstrate = demo && !empty && worker && !config.production
    const preparing: Preparing = { step: demonstrate ? filling : null }
    const running = await start(config, { web: true, worker, demonstrate, preparing })
    const stopped = stopOnSignals(running)
    const { consoleUrl, operatorUrl, portalUrl } = config
    terminal.result({ ready: true, consoleUrl, operatorUrl, portalUrl }, readyWords(config))
    if (!demonstrate && (await running.isEmpty())) await tellSetUpCode(terminal, running, consoleUrl)
    if (demonstrate && running.isDemonstration) await demonstrateOnce(terminal, running, { consoleUrl, preparing })
    preparing.step = null
    await stopped
  })
}

/** Outside production a human reads along: only what went wrong stands between the lines meant for them. */
const logLevel = ({ json }: Terminal): { LOG_LEVEL?: string } =>
  !json && process.env['NODE_ENV'] !== 'production' ? { LOG_LEVEL: 'warn' } : {}

/** In production standard output is the log, one JSON object a line; words for a human go beside it. */
const besideLog = (terminal: Terminal, { production }: Pick<Config, 'production'>): Terminal =>
  production && !terminal.json
    ? { ...terminal, result: (_, words) => void process.stderr.write(`${words[terminal.locale]}\n`) }
    : terminal

/** While there is no company, whoever runs the server is told the code that makes the first one from elsewhere. */
async function tellSetUpCode(terminal: Terminal, running: Running, consoleUrl: string): Promise<void> {
  const { setUpCode } = await import('../server/modules/accounts/index.ts')
  const code = setUpCode(running.installation)
  terminal.result(
    { needsSetUp: true, setUpCode: code },
    {
      ja: `まだ会社がありません。${consoleUrl} を開いて、最初の会社と管理者を登録してください。\n  別の端末から登録するときの設定コード: ${code}`,
      en: `There is no company yet. Open ${consoleUrl} to make the first one and its administrator.\n  Set-up code, asked for from another machine: ${code}`,
    },
  )
}

const filling: Words = {
  ja: 'デモのデータを準備しています(2分ほど)。サインインに使うアドレスとパスワードは、このあと表示します。',
  en: 'Preparing the demonstration (about two minutes). The sign-ins are printed when it is ready.',
}

type Running = Awaited<ReturnType<typeof import('../server/main.ts').start>>

/** Fills the demonstration when it has not been yet; a stop in the middle is no error. */
async function demonstrateOnce(
  terminal: Terminal,
  running: Running,
  { consoleUrl, preparing }: { consoleUrl: string; preparing: Preparing },
): Promise<void> {
  const { signIns } = await import('../server/demonstration/demonstrate.ts')
  try {
    const isNew = await running.isEmpty()
    // A demonstration that was killed while it was made stays as far as it came, at the present time.
    if (!isNew) await running.clock.move(0)
    if (isNew) process.stderr.write(`${filling[terminal.locale]}\n`)
    else preparing.step = null
    const filled = isNew ? await fill(terminal, running, (step) => (preparing.step = step)) : signIns()
    preparing.step = null
    terminal.result({ demonstration: true, signIns: filled }, signInWords(filled, `${consoleUrl}/mailbox`))
  } catch (error) {
    if (!running.isStopping()) throw error
  }
}

const readyWords = ({ consoleUrl, operatorUrl, portalUrl }: Config): Words => ({
  ja: `起動しました。\n  コンソール: ${consoleUrl}\n  運営: ${operatorUrl}\n  本人ページ: ${portalUrl}\n  API: ${consoleUrl}/api\n終了するには Ctrl+C を押してください。`,
  en: `Ready.\n  Console:  ${consoleUrl}\n  Operator: ${operatorUrl}\n  Portal:   ${portalUrl}\n  API:      ${consoleUrl}/api\nPress Ctrl+C to stop.`,
})
