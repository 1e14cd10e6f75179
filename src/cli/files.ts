import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { act, inHelp, verb } from './verb.ts'

/** `tasuki files rewrap`: what an operator does with stored files. */
export function addFiles(program: Command): void {
  const files = program
    .command('files')
    .description(inHelp({ ja: '保存されたファイル(履歴書など)の鍵', en: 'the keys of stored files, such as résumés' }))
  const command = verb(files, 'rewrap', {
    ja: 'ファイルごとの鍵を、現在の FILE_KEY で包み直す(中身は書き換えない)',
    en: 'wrap the key of every file by the FILE_KEY of now; contents are not touched',
  })
  act(command, async (terminal) => {
    const { openInstallation } = await import('../server/installation.ts')
    const { rewrapAll } = await import('../server/modules/files/index.ts')
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      const rewrapped = await rewrapAll(opened.installation)
      terminal.result(
        { rewrapped },
        {
          ja: `${rewrapped} 件のファイルの鍵を包み直しました。FILE_KEYS_BEFORE は、以前のバックアップを使う間は残してください。`,
          en: `Wrapped the keys of ${rewrapped} files. Keep FILE_KEYS_BEFORE for as long as backups of before are kept.`,
        },
      )
    } finally {
      await opened.close()
    }
  })
}
