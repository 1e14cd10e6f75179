import type { Messages } from './messages.ts'

type Code =
  | 'audit.checkpoint-forged'
  | 'backup.broken'
  | 'backup.forged'
  | 'backup.unsealed'
  | 'restore.newer-backup'
  | 'restore.not-empty'
  | 'restore.other-secret'

export const backupMessages = {
  ja: {
    'audit.checkpoint-forged':
      'この照合用ファイルは、このプログラムの TASUKI_SECRET で署名されたものではないか、変更されています。',
    'backup.broken': 'バックアップファイルが破損しています({where})。別のバックアップを使用してください。',
    'backup.forged':
      'このバックアップファイルは、作成後に変更されているか、このプログラムで作成されたものではありません。別のバックアップを使用してください。',
    'backup.unsealed':
      'このバックアップには改ざんを検出する封印がありません(旧形式)。作成後に変更されていないことを別の方法で確かめたうえで復元する場合は、--unsealed を付けてください。',
    'restore.newer-backup':
      'このバックアップは別の版のプログラムで作成されています({missing})。作成時と同じか新しい版で復元してください。',
    'restore.not-empty':
      'データベースが空ではありません({table})。空のデータベースを指定するか、内容を破棄してよい場合は --force-empty を付けてください。',
    'restore.other-secret':
      'このバックアップは別の TASUKI_SECRET のもとで作成されています。作成時の値を設定してから復元してください。',
  },
  en: {
    'audit.checkpoint-forged': 'This checkpoint was not signed with the TASUKI_SECRET in use, or was changed since.',
    'backup.broken': 'The backup file is damaged ({where}). Use another backup.',
    'backup.forged':
      'The backup file was changed after it was written, or this program did not write it. Use another backup.',
    'backup.unsealed':
      'This backup has no seal (an older format), so nothing tells whether it was changed since. If you know by other means that it was not, add --unsealed.',
    'restore.newer-backup':
      'This backup was taken by another version of the program ({missing}). Restore it with that version or a later one.',
    'restore.not-empty':
      'The database is not empty ({table}). Name an empty one, or add --force-empty to throw away what it holds.',
    'restore.other-secret':
      'This backup was taken under another TASUKI_SECRET. Set the one it was taken under, then restore.',
  },
} satisfies Messages<Code>
