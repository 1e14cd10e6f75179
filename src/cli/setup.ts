import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { newSecret } from '../server/kernel/crypto.ts'
import { act, inHelp, verb } from './verb.ts'

type Options = { company: string; name: string; email: string; operator?: string }

/** `tasuki setup`: the first company, the operator company and their owner. */
export function addSetup(program: Command): void {
  const command = verb(program, 'setup', {
    ja: '最初の企業・運営企業・オーナーを作成する',
    en: 'make the first company, the operator company and their owner',
  })
    .requiredOption('--company <name>', inHelp({ ja: '企業名', en: 'name of the company' }))
    .requiredOption('--name <name>', inHelp({ ja: 'オーナーの氏名', en: 'name of the owner' }))
    .requiredOption('--email <address>', inHelp({ ja: 'オーナーのメールアドレス', en: 'mail address of the owner' }))
    .option('--operator <name>', inHelp({ ja: '運営企業の名称', en: 'name of the operator company' }))
  act<Options>(command, async (terminal, { company, name, email, operator }) => {
    const { openInstallation } = await import('../server/installation.ts')
    const { setUp } = await import('../server/modules/accounts/index.ts')
    // From the environment, never from an argument that other users of the machine could read.
    const given = process.env['TASUKI_OWNER_PASSWORD']
    const password = given ?? newSecret().slice(0, 20)
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      const made = await setUp(opened.installation, {
        company: { name: company },
        ...(operator && { operator: { name: operator } }),
        owner: { name, email, password },
      })
      terminal.result(
        { ...made, ...(!given && { password }) },
        {
          ja: `作成しました。${given ? '' : `\n  初期パスワード(この一度だけ表示): ${password}`}`,
          en: `Made.${given ? '' : `\n  First password, shown this once: ${password}`}`,
        },
      )
    } finally {
      await opened.close()
    }
  })
}
