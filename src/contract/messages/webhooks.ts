import type { Messages } from './messages.ts'

export const webhooksMessages = {
  ja: {
    'webhooks.url-not-allowed':
      'このURLには送信できません。インターネットから到達できる https:// のURLを指定してください(ユーザー名・パスワードは含められません)。',
    'webhooks.too-many-endpoints': '通知先は{most}件までです。使っていない通知先を削除してください。',
    'webhooks.failed.STATUS': '相手が 2xx 以外を返しました',
    'webhooks.failed.TIMEOUT': '制限時間内に応答がありませんでした',
    'webhooks.failed.UNREACHABLE': '接続できませんでした',
    'webhooks.failed.TLS': '相手の証明書を確認できませんでした',
    'webhooks.failed.NOT_ALLOWED': '社内ネットワークなど、送信できないアドレスでした',
    'webhooks.failed.GONE': '相手が 410(廃止)を返したため、送信を止めました',
  },
  en: {
    'webhooks.url-not-allowed':
      'Nothing can be sent to this URL. Give an https:// URL that the internet reaches, without user name or password.',
    'webhooks.too-many-endpoints': 'There can be {most} endpoints. Remove one that is not used.',
    'webhooks.failed.STATUS': 'It answered something other than 2xx',
    'webhooks.failed.TIMEOUT': 'It did not answer in time',
    'webhooks.failed.UNREACHABLE': 'It could not be reached',
    'webhooks.failed.TLS': 'Its certificate could not be verified',
    'webhooks.failed.NOT_ALLOWED': 'Its address is one that nothing is sent to, such as a private network’s',
    'webhooks.failed.GONE': 'It answered 410 (gone), so nothing more is sent',
  },
} satisfies Messages
