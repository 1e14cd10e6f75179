import type { Told } from './told.ts'

/** What is recorded about imports, connections and webhooks. */
export const systemsActions = {
  'intake.uploaded': { ja: 'ファイルをアップロードした', en: 'Uploaded a file' },
  'intake.imported': { ja: 'ファイルを取り込んだ', en: 'Imported a file' },
  'intake.rows-read': { ja: '取り込みの行を見た', en: 'Read rows of an import' },
  'intake.connected': { ja: '連携を始めた', en: 'Made a connection' },
  'intake.access-given': { ja: '連携先を呼び出す認証情報を設定した', en: 'Gave credentials for a connected system' },
  'intake.access-taken': { ja: '連携先を呼び出す認証情報を削除した', en: 'Removed credentials of a connected system' },
  'intake.access-stopped': { ja: '連携先への書き込みが止まった', en: 'Writing into a connected system stopped' },
  'intake.connection-changed': { ja: '連携を変えた', en: 'Changed a connection' },
  'intake.delivery-retried': { ja: '受信データを再処理した', en: 'Processed a delivery again' },
  'intake.delivery-settled': { ja: '受信データを確定した', en: 'Settled a delivery' },
  'intake.signature-refused': { ja: '署名の合わない受信を拒んだ', en: 'Refused a delivery whose signature was wrong' },
  'intake.cancelled': { ja: '取り込みを中止した', en: 'Cancelled an import' },
  'webhook.opened': { ja: '外部への通知を追加した', en: 'Added a webhook' },
  'webhook.changed': { ja: '外部への通知の設定を変えた', en: 'Changed a webhook' },
  'webhook.removed': { ja: '外部への通知を削除した', en: 'Removed a webhook' },
  'webhook.replayed': { ja: '外部への通知を再送した', en: 'Sent events of a webhook again' },
  'webhook.retried': { ja: '外部への通知をもう一度試した', en: 'Tried a webhook once more' },
  'webhook.secret-read': { ja: '外部への通知の署名鍵を見た', en: 'Read the signing key of a webhook' },
  'webhook.secret-rotated': { ja: '外部への通知の署名鍵を替えた', en: 'Changed the signing key of a webhook' },
  'webhook.gone': {
    ja: '外部への通知を停止した(受け口がなくなった)',
    en: 'A webhook was stopped (its receiver is gone)',
  },
} satisfies Record<string, Told>
