import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { act, verb } from './verb.ts'

/** `tasuki migrate`: brings the database up to date as its owner. */
export function addMigrate(program: Command): void {
  const command = verb(program, 'migrate', {
    ja: 'データベースを最新にする(DATABASE_OWNER_URL、または組み込みデータベース)',
    en: 'bring the database up to date; DATABASE_OWNER_URL, or the embedded one',
  })
  act(command, async (terminal) => {
    const config = readConfig()
    const { migrate } = await import('../server/kernel/database/migrate.ts')
    const { reachOwner } = await import('./owner.ts')
    const owner = await reachOwner(config, { mayJoin: true })
    try {
      const applied = await migrate(owner.url, (name) => terminal.say({ ja: `適用: ${name}`, en: `applied ${name}` }))
      terminal.result(
        { applied },
        {
          ja: applied.length === 0 ? 'すでに最新です。' : `${applied.length} 件を適用しました。`,
          en: applied.length === 0 ? 'Already up to date.' : `Applied ${applied.length}.`,
        },
      )
    } finally {
      await owner.stop()
    }
  })
}
