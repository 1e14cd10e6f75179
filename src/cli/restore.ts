import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { readConfig, type Config } from '../server/kernel/config.ts'
import { reachOwner } from './owner.ts'
import type { Terminal } from './terminal.ts'
import { act, Found, inHelp, verb } from './verb.ts'

type Options = { forceEmpty?: boolean; unsealed?: boolean; erasures?: string }

/** `tasuki restore`: loads a backup, erases again whoever was erased since, and checks the result. */
export function addRestore(program: Command): void {
  const command = verb(program, 'restore', {
    ja: 'バックアップを空のデータベースに復元し、その後の消去を再実行して検査する',
    en: 'load a backup into an empty database, erase again whoever was erased since, and check it',
  })
    .argument('<file>')
    .option('--force-empty', inHelp({ ja: 'データベースの内容を破棄する', en: 'throw away what the database holds' }))
    .option(
      '--unsealed',
      inHelp({
        ja: '改ざんを検出できない、封印のない旧形式のバックアップも復元する',
        en: 'load a backup of the older format too, which has no seal: nobody can tell whether it was changed',
      }),
    )
    .option(
      '--erasures <file>',
      inHelp({ ja: '消去の記録(DATA_DIR/erasures.jsonl)', en: 'record of erasures (DATA_DIR/erasures.jsonl)' }),
    )
  act<Options>(command, async (terminal, { forceEmpty = false, unsealed = false, erasures }, file = '') => {
    const config = readConfig()
    // Read first: a file that is not there must not be noticed when everybody is back who was erased.
    const text = erasures === undefined ? undefined : await readFile(erasures, 'utf8')
    const { restore } = await import('../server/backup/restore.ts')
    const progress = terminal.progress({ ja: '復元中', en: 'Loading' })
    const told = await loaded(config, (ownerUrl) =>
      restore({ ownerUrl, config, file, forceEmpty, mayBeUnsealed: unsealed, progress: progress.update }),
    )
    progress.done()
    await finish(terminal, told, text)
  })
}

/** The embedded server is stopped again before the program itself opens it. */
async function loaded<T>(config: Config, load: (ownerUrl: string) => Promise<T>): Promise<T> {
  const owner = await reachOwner(config, { mayJoin: false })
  try {
    return await load(owner.url)
  } finally {
    await owner.stop()
  }
}

async function finish(terminal: Terminal, told: { rows: number; takenAt: string }, erasures?: string): Promise<void> {
  const { openInstallation } = await import('../server/installation.ts')
  const { replayErasures } = await import('../server/modules/consent/index.ts')
  const { verify } = await import('../server/verify.ts')
  const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
  try {
    const { erased } = await replayErasures(opened.installation, erasures)
    const { findings } = await verify(opened.installation)
    terminal.result(
      { ...told, erased, findings },
      {
        ja: `${told.takenAt} 時点の ${told.rows} 行を復元し、その後の消去 ${erased} 件を再実行しました。検査で見つかった問題: ${findings.length} 件。`,
        en: `Loaded ${told.rows} rows as of ${told.takenAt} and erased ${erased} again. Findings: ${findings.length}.`,
      },
    )
    if (findings.length > 0) throw new Found()
  } finally {
    await opened.close()
  }
}
