import type { Command } from 'commander'
import { readConfig } from '../../server/kernel/config.ts'
import {
  checkAddresses,
  checkFolder,
  checkMail,
  checkNode,
  checkPort,
  checkSecret,
  type Check,
} from './doctor-checks.ts'
import { checkCheckpoints } from './doctor-checkpoints.ts'
import { checkDatabase } from './doctor-database.ts'
import { coloured, type Terminal } from '../terminal.ts'
import { act, Found, verb } from '../verb.ts'

/** `tasuki doctor`: what is missing or unsafe on this machine, and what to do about it. Changes nothing. */
export function addDoctor(program: Command): void {
  const command = verb(program, 'doctor', {
    ja: '不足や安全でない設定を調べ、対処方法を示す',
    en: 'say what is missing or unsafe, and what to do about it',
  })
  act(command, async (terminal) => {
    const config = readConfig()
    const checks: Check[] = [
      checkNode(),
      checkSecret(config),
      ...checkAddresses(config),
      await checkFolder(config),
      await checkPort(config),
      ...(await checkDatabase(config)),
      await checkMail(config),
      await checkCheckpoints(config),
    ]
    for (const check of checks) tell(terminal, check)
    const errors = checks.filter(({ level }) => level === 'error').length
    const warnings = checks.filter(({ level }) => level === 'warning').length
    terminal.result(
      {
        checks: checks.map((check) => ({
          ...check,
          saw: check.saw[terminal.locale],
          todo: check.todo?.[terminal.locale],
        })),
      },
      {
        ja: errors + warnings === 0 ? '問題は見つかりませんでした。' : `要対応 ${errors} 件、注意 ${warnings} 件`,
        en: errors + warnings === 0 ? 'Nothing is wrong.' : `${errors} to mend, ${warnings} to look at.`,
      },
    )
    if (errors > 0) throw new Found()
  })
}

const marks = { ok: ['✓', 'green'], warning: ['!', 'yellow'], error: ['✗', 'red'] } as const

function tell(terminal: Terminal, { name, level, saw, todo }: Check): void {
  const [mark, colour] = marks[level]
  const line = (locale: 'ja' | 'en') =>
    `${coloured(mark, colour)} ${name}: ${saw[locale]}${todo ? `\n    → ${todo[locale]}` : ''}`
  terminal.say({ ja: line('ja'), en: line('en') })
}
