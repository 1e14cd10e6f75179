import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { readConfig } from '../server/kernel/config.ts'
import { coloured, type Words } from './terminal.ts'
import { act, Found, inHelp, verb } from './verb.ts'

type Options = { checkpoint?: string; against?: string }

/** `tasuki verify`: every invariant of the database, of each company and of each member. */
export function addVerify(program: Command): void {
  const command = verb(program, 'verify', {
    ja: 'すべての不変条件を検査する(何も変更しない)',
    en: 'check every invariant; changes nothing',
  })
  command
    .option(
      '--checkpoint <file>',
      inHelp({ ja: '監査の鎖の先端を署名して書き出す', en: 'write the heads of the audit chains, signed' }),
    )
    .option(
      '--against <file>',
      inHelp({ ja: '書き出した先端と照合する', en: 'check the audit chains against such a file' }),
    )
  act<Options>(command, async (terminal, { checkpoint, against }) => {
    const { openInstallation } = await import('../server/installation.ts')
    const { verify } = await import('../server/verify.ts')
    const opened = await openInstallation({ ...readConfig(), LOG_LEVEL: 'error' }, { mayJoin: true })
    try {
      const progress = terminal.progress({ ja: '検査中', en: 'Checking' })
      const { takeCheckpoint, verifyAgainst, verifyAgainstNewest } = await import('../server/modules/audit/index.ts')
      const { companies, members, findings } = await verify(opened.installation, progress.update)
      if (against !== undefined)
        findings.push(...(await verifyAgainst(opened.installation, await readFile(against, 'utf8'))))
      const { AUDIT_CHECKPOINT_DIR: folder } = opened.installation.config
      const kept = folder && against === undefined ? await verifyAgainstNewest(opened.installation, folder) : undefined
      findings.push(...(kept?.findings ?? []))
      // A chain that is broken must not be attested.
      if (checkpoint !== undefined && findings.length === 0)
        await writeFile(checkpoint, `${JSON.stringify(await takeCheckpoint(opened.installation))}\n`, { mode: 0o600 })
      progress.done()
      for (const { rule, where, saw } of findings) {
        const line = `${coloured(rule, 'red')}  ${where}: ${saw}`
        terminal.say({ ja: line, en: line })
      }
      terminal.result(
        { companies, members, findings, checkpoint: kept?.file?.path ?? against ?? null },
        {
          ja: `企業 ${companies} 社、登録者 ${members} 名を検査し、問題は ${findings.length} 件でした。${kept ? `\n${heldAgainst(kept.file).ja}` : ''}`,
          en: `Checked ${companies} companies and ${members} members: ${findings.length} findings.${kept ? `\n${heldAgainst(kept.file).en}` : ''}`,
        },
      )
      if (findings.length > 0) throw new Found()
    } finally {
      await opened.close()
    }
  })
}

/** Whether the end of the audit log was looked at: a folder that was emptied says as little as one that never had any. */
export const heldAgainst = (file: { path: string } | null): Words =>
  file
    ? {
        ja: `監査の記録は、${file.path} の時点から欠けていないかも確かめました。`,
        en: `The audit log was held against ${file.path}.`,
      }
    : {
        ja: 'AUDIT_CHECKPOINT_DIR に書き出しがないため、監査の記録の末尾が欠けていないかは確かめていません。',
        en: 'AUDIT_CHECKPOINT_DIR holds no checkpoint: whether the end of the audit log is missing was not looked at.',
      }
