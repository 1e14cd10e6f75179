import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { chosenCompany, ownerOf } from './company.ts'
import { act, Found, inHelp, verb } from './verb.ts'

type Options = { company?: string; label?: string; check?: boolean }

/** `tasuki import`: a file of past applicants into the pool of one company, as history that never sends a mail. */
export function addImport(program: Command): void {
  const command = verb(program, 'import', {
    ja: '応募者ファイル(CSV・TSV)を過去の履歴として取り込む。メールは送らない',
    en: 'import a file of applicants (CSV, TSV) as history, which never sends a mail',
  })
    .argument('<file>')
    .option(
      '--company <id>',
      inHelp({ ja: '企業ID(1社のみの場合は省略可)', en: 'id of the company, when there are several' }),
    )
    .option('--label <text>', inHelp({ ja: '取込元の名称', en: 'what to call the source' }))
    .option('--check', inHelp({ ja: '取り込まず確認のみ', en: 'only say what would be imported' }))
  act<Options>(command, async (terminal, { company, label, check = false }, path = '') => {
    const { openInstallation } = await import('../server/installation.ts')
    const { importFile } = await import('../server/modules/intake/index.ts')
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      const companyId = await chosenCompany(opened.installation, company)
      const actor = await ownerOf(opened.installation, companyId)
      const progress = terminal.progress({ ja: '取込中', en: 'Importing' })
      const told = await importFile(opened.installation, {
        companyId,
        actor,
        path,
        checkOnly: check,
        ...(label && { label }),
        onProgress: ({ done, total }) => progress.update(done, total),
      })
      progress.done()
      const { id, phase, rowsTotal, created, changed, unchanged, refused, foundNew, foundKnown, foundRefused } = told
      terminal.result(
        { id, phase, rowsTotal, created, changed, unchanged, refused, foundNew, foundKnown, foundRefused },
        check
          ? {
              ja: `${rowsTotal} 行: 新規 ${foundNew}、既知 ${foundKnown}、取り込めない行 ${foundRefused}(まだ取り込んでいません)`,
              en: `${rowsTotal} rows: ${foundNew} new, ${foundKnown} known, ${foundRefused} refused. Nothing was imported yet.`,
            }
          : {
              ja: `${rowsTotal} 行: 登録 ${created}、更新 ${changed}、変更なし ${unchanged}、取り込めない行 ${refused}`,
              en: `${rowsTotal} rows: ${created} made, ${changed} changed, ${unchanged} unchanged, ${refused} refused.`,
            },
      )
      if (phase === 'REFUSED') throw new Found()
    } finally {
      await opened.close()
    }
  })
}
