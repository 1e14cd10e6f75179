import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { act, verb } from './verb.ts'

type Options = { port?: string; worker: boolean }

/** `tasuki serve`: the web server with a worker in the same process, until a signal stops it. */
export function addServe(program: Command): void {
  const command = verb(program, 'serve', {
    ja: 'Webサーバーとワーカーを起動する(データベースがなければ組み込みで起動する)',
    en: 'run the web server and a worker, with an embedded database unless one is named',
  })
    .option('--port <port>', 'PORT')
    .option('--no-worker', 'web server alone / Webサーバーのみ')
  act<Options>(command, async (terminal, { port, worker }) => {
    const config = readConfig({ ...process.env, ...(port && { PORT: port }) })
    const { start, stopOnSignals } = await import('../server/main.ts')
    const running = await start(config, { web: true, worker })
    const { consoleUrl, operatorUrl, portalUrl } = config
    terminal.result(
      { ready: true, consoleUrl, operatorUrl, portalUrl },
      {
        ja: `起動しました。\n  コンソール: ${consoleUrl}\n  運営: ${operatorUrl}\n  本人ページ: ${portalUrl}\n終了するには Ctrl+C を押してください。`,
        en: `Ready.\n  Console:  ${consoleUrl}\n  Operator: ${operatorUrl}\n  Portal:   ${portalUrl}\nPress Ctrl+C to stop.`,
      },
    )
    await stopOnSignals(running)
  })
}
