import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { fill, signInWords } from './demonstration.ts'
import { act, verb } from './verb.ts'

/** `tasuki demo`: fills an empty installation with made-up companies and people, and ends. */
export function addDemo(program: Command): void {
  const command = verb(program, 'demo', {
    ja: '空の環境に、架空の企業・人物によるデモのデータを作成する',
    en: 'fill an empty installation with made-up companies and people',
  })
  act(command, async (terminal) => {
    const config = readConfig()
    const { start } = await import('../server/main.ts')
    const { signIns: known } = await import('../server/demonstration/demonstrate.ts')
    const running = await start({ ...config, LOG_LEVEL: 'error' }, { web: false, worker: true, demonstrate: true })
    try {
      const signIns = (await running.isEmpty()) ? await fill(terminal, running) : known()
      terminal.result({ demonstration: true, signIns }, signInWords(signIns, `${config.consoleUrl}/mailbox`))
    } finally {
      await running.stop()
    }
  })
}
