import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { act, Found, verb } from './verb.ts'

/** `tasuki second-factor <mail>`: for who lost theirs and works in several companies, of which none may decide alone. */
export function addSecondFactor(program: Command): void {
  const command = verb(program, 'second-factor', {
    ja: '第2要素を失った方の設定を解除する(複数の会社で働く方のため。本人確認は事前に)',
    en: 'take a lost second factor away, for who works in several companies; make sure who asks first',
  }).argument('<mail>')
  act(command, async (terminal, _options, mail = '') => {
    const { openInstallation } = await import('../server/installation.ts')
    const { resetSecondFactorEverywhere } = await import('../server/modules/accounts/index.ts')
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      const companies = await resetSecondFactorEverywhere(opened.installation, mail)
      terminal.result(
        { companies },
        companies === 0
          ? { ja: 'このアドレスでサインインする方は見つかりません。', en: 'Nobody signs in with this address.' }
          : {
              ja: `解除を受け付けました(${companies} 社の監査ログに記録)。サーバーが動いていればまもなく解除され、本人にメールで知らせます。`,
              en: `It will be taken away by the running server, and the person told by mail; on record in ${companies} companies.`,
            },
      )
      if (companies === 0) throw new Found()
    } finally {
      await opened.close()
    }
  })
}
