import { access, constants } from 'node:fs/promises'
import type { Config } from '../../server/kernel/config.ts'
import { checkpointFiles } from '../../server/modules/audit/index.ts'
import type { Check } from './doctor-checks.ts'

const name = 'audit-checkpoints'
/** They are written four times a day; a day without one means that something is wrong. */
const lateHours = 24

/** Whether the end of the audit log could be cut off without anybody telling. */
export async function checkCheckpoints(
  { AUDIT_CHECKPOINT_DIR: folder }: Pick<Config, 'AUDIT_CHECKPOINT_DIR'>,
  now = new Date(),
): Promise<Check> {
  if (!folder)
    return {
      name,
      level: 'warning',
      saw: {
        ja: '書き出し先がありません: 監査の記録の末尾が消されても気づけません',
        en: 'no folder for them: nobody could tell that the end of the audit log was cut off',
      },
      todo: {
        ja: 'AUDIT_CHECKPOINT_DIR に、データベースの管理者が書き換えられない場所(別の機器の共有や追記専用の保管先)を指定してください。',
        en: 'Name a folder in AUDIT_CHECKPOINT_DIR that whoever runs the database cannot rewrite: a share of another machine, or storage that only adds.',
      },
    }
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  const newest = isWritable ? (await checkpointFiles(folder)).at(-1) : undefined
  if (newest && now.getTime() - newest.takenAt.getTime() <= lateHours * 3_600_000)
    return { name, level: 'ok', saw: { ja: `最新 ${newest.path}`, en: `newest ${newest.path}` } }
  return {
    name,
    level: 'warning',
    saw: isWritable
      ? {
          ja: `${folder} に、この${lateHours}時間の書き出しがありません`,
          en: `none in ${folder} for ${lateHours} hours`,
        }
      : { ja: `${folder} がないか、書き込めません`, en: `${folder} is missing or cannot be written` },
    todo: {
      ja: '「tasuki serve」か「tasuki work」がこの場所に書き込めることと、ログの audit.checkpoint をご確認ください(6時間ごとに書き出します)。',
      en: 'See that “tasuki serve” or “tasuki work” can write there, and look for audit.checkpoint in the log (it is written every six hours).',
    },
  }
}
