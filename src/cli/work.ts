import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { act, verb } from './verb.ts'

/** `tasuki work`: a worker without a web server, beside others over one database. */
export function addWork(program: Command): void {
  const command = verb(program, 'work', {
    ja: 'ワーカーのみを起動する(DATABASE_URL が必要)',
    en: 'run a worker alone; needs DATABASE_URL',
  })
  act(command, async (terminal) => {
    const { start, stopOnSignals } = await import('../server/main.ts')
    const running = await start(readConfig(), { web: false, worker: true })
    terminal.result({ ready: true }, { ja: 'ワーカーを起動しました。', en: 'The worker is running.' })
    await stopOnSignals(running)
  })
}
