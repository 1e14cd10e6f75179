import { join } from 'node:path'
import type { Command } from 'commander'
import settings from '../../package.json' with { type: 'json' }
import { readConfig } from '../server/kernel/config.ts'
import { reachOwner } from './owner.ts'
import { act, verb } from './verb.ts'

/** `tasuki backup`: everything in the database as of one moment, in one file. */
export function addBackup(program: Command): void {
  const command = verb(program, 'backup', {
    ja: '稼働したまま、ある時点の全データを1つのファイルに書き出す',
    en: 'write everything as of one moment into one file, while the installation runs',
  }).argument('[file]', 'tasuki-<time>.backup')
  act(command, async (terminal, _, given) => {
    const config = readConfig()
    const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
    const file = given ?? join(process.cwd(), `tasuki-${time}.backup`)
    const { backup } = await import('../server/backup/backup.ts')
    const owner = await reachOwner(config, { mayJoin: true })
    try {
      const progress = terminal.progress({ ja: '書き出し中', en: 'Copying' })
      const told = await backup({
        ownerUrl: owner.url,
        config,
        program: settings.version,
        file,
        progress: progress.update,
      })
      progress.done()
      terminal.result(told, {
        ja: `${told.tables} 表、${told.rows} 行を書き出しました: ${file}\n個人情報を含みます。TASUKI_SECRET とは別の場所に、暗号化して保管してください。`,
        en: `Copied ${told.rows} rows of ${told.tables} tables: ${file}\nIt holds personal data. Keep it encrypted, and apart from TASUKI_SECRET.`,
      })
    } finally {
      await owner.stop()
    }
  })
}
