import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { coloured } from './terminal.ts'
import { act, Found, verb } from './verb.ts'

/** `tasuki verify`: every invariant of the database, of each company and of each member. */
export function addVerify(program: Command): void {
  const command = verb(program, 'verify', {
    ja: 'すべての不変条件を検査する(何も変更しない)',
    en: 'check every invariant; changes nothing',
  })
  act(command, async (terminal) => {
    const { openInstallation } = await import('../server/installation.ts')
    const { verify } = await import('../server/verify.ts')
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      const progress = terminal.progress({ ja: '検査中', en: 'Checking' })
      const { companies, members, findings } = await verify(opened.installation, progress.update)
      progress.done()
      for (const { rule, where, saw } of findings) {
        const line = `${coloured(rule, 'red')}  ${where}: ${saw}`
        terminal.say({ ja: line, en: line })
      }
      terminal.result(
        { companies, members, findings },
        {
          ja: `企業 ${companies} 社、会員 ${members} 名を検査し、問題は ${findings.length} 件でした。`,
          en: `Checked ${companies} companies and ${members} members: ${findings.length} findings.`,
        },
      )
      if (findings.length > 0) throw new Found()
    } finally {
      await opened.close()
    }
  })
}
