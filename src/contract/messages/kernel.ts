import type { Messages } from './messages.ts'

type Code =
  | 'auth.cross-site'
  | 'auth.forbidden'
  | 'auth.unauthenticated'
  | 'data-folder.in-use'
  | 'database.unavailable'
  | 'internal'
  | 'migrate.changed'
  | 'migrate.outdated'
  | 'network.unreadable'
  | 'request.character'
  | 'request.idempotency-in-flight'
  | 'request.idempotency-key'
  | 'request.idempotency-mismatch'
  | 'request.invalid'
  | 'request.head-too-large'
  | 'request.media-type'
  | 'request.method'
  | 'request.not-found'
  | 'request.not-utf8'
  | 'request.too-deep'
  | 'request.too-large'
  | 'request.too-many'
  | 'request.too-slow'
  | 'request.unknown-host'
  | 'request.unreadable'
  | 'start.unsafe'

export const kernelMessages = {
  ja: {
    'auth.cross-site': '別のサイトからの操作のため受け付けませんでした。この画面を開き直して、もう一度お試しください。',
    'auth.forbidden': 'この操作を行う権限がありません。必要な権限({permission})の付与を管理者にご依頼ください。',
    'auth.unauthenticated': 'サインインが必要です。サインインしてから、もう一度お試しください。',
    'data-folder.in-use':
      'データフォルダー {folder} は別の Tasuki(プロセス番号 {pid})が使用中です。そのプロセスを終了するか、DATA_DIR で別のフォルダーを指定してください。',
    'database.unavailable':
      'データベースに接続できません。数秒後に自動で再試行できます。続く場合は「tasuki doctor」で原因をご確認ください。',
    internal:
      'サーバーで予期しない問題が発生しました。操作は取り消されています。続く場合は、お問い合わせ番号を添えて管理者へお知らせください。',
    'migrate.changed':
      '適用済みのマイグレーション {name} の内容が変わっています。ファイルを元に戻し、変更は新しいマイグレーションとして追加してください。',
    'migrate.outdated': 'データベースが最新ではありません({missing})。「tasuki migrate」を実行してください。',
    'network.unreadable': 'サーバーの応答を読み取れませんでした。通信状況をご確認のうえ、もう一度お試しください。',
    'request.character':
      '項目「{field}」に、保存できない文字(NUL文字または壊れた文字)が含まれています。その文字を取り除いてからお送りください。',
    'request.idempotency-in-flight': '同じ操作を処理中です。数秒待ってから結果をご確認ください。',
    'request.idempotency-key': 'Idempotency-Key は1〜255文字で指定してください。',
    'request.idempotency-mismatch':
      '同じ Idempotency-Key が別の内容で使われました。内容を変える場合は、新しいキーを使用してください。',
    'request.invalid': '入力内容に誤りがあります。示された項目をご確認ください。',
    'request.head-too-large':
      '要求のURLまたはヘッダーが長すぎます。このサイトのCookieを削除するか、条件を減らして、もう一度お試しください。',
    'request.method': 'このアドレスでは、その操作(メソッド)は受け付けていません。受け付けるのは {allowed} です。',
    'request.too-deep': 'データの入れ子が深すぎます。64階層以内にしてからお送りください。',
    'request.too-slow': '要求が時間内に届きませんでした。通信状況をご確認のうえ、もう一度お試しください。',
    'request.media-type': 'この形式のデータは受け付けられません。送信形式(Content-Type)をご確認ください。',
    'request.not-found': '対象が見つかりません。削除されたか、閲覧できる範囲にない可能性があります。',
    'request.not-utf8': '文字コードがUTF-8ではないため読み取れません。UTF-8でお送りください。',
    'request.too-large': 'データが大きすぎます。分割するか、小さくしてからお送りください。',
    'request.too-many': '短い時間に操作が集中しています。少し待ってから、もう一度お試しください。',
    'start.unsafe':
      '安全でない設定が見つかったため起動しません: {found}。「tasuki doctor」で対処方法をご確認ください。',
    'request.unknown-host':
      'このホスト名では提供していません。正しいアドレスを開いてください。管理者の方は CONSOLE_URL などの設定をご確認ください。',
    'request.unreadable': '要求を読み取れませんでした。送信内容の形式をご確認ください。',
  },
  en: {
    'auth.cross-site': 'The request came from another site and was declined. Open this page again and retry.',
    'auth.forbidden': 'You may not do this. Ask an admin for the permission it needs ({permission}).',
    'auth.unauthenticated': 'Sign in first, then try again.',
    'data-folder.in-use':
      'The data folder {folder} is in use by another Tasuki (process {pid}). Stop that process, or choose another folder with DATA_DIR.',
    'database.unavailable':
      'The database cannot be reached. Try again in a few seconds; if it lasts, run “tasuki doctor” to see why.',
    internal:
      'Something unexpected happened on the server and nothing was changed. If it happens again, tell your admin the reference for support.',
    'migrate.changed':
      'The migration {name} was changed after it had been applied. Restore the file and put the change into another migration.',
    'migrate.outdated': 'The database is not up to date ({missing}). Run “tasuki migrate”.',
    'network.unreadable': 'The answer of the server could not be read. Check the connection and try again.',
    'request.character':
      'The field “{field}” contains a character that cannot be kept (NUL or a broken character). Remove it and send again.',
    'request.idempotency-in-flight':
      'The same request is still being worked on. Wait a few seconds and look at the result.',
    'request.idempotency-key': 'An Idempotency-Key has 1 to 255 characters.',
    'request.idempotency-mismatch':
      'The same Idempotency-Key was used with another body. Use another key for another request.',
    'request.invalid': 'Some of the input is not valid. Look at the fields that are named.',
    'request.head-too-large':
      'The URL or the headers of the request are too long. Remove this site’s cookies or use fewer filters, then try again.',
    'request.method': 'This address does not take that method. It takes {allowed}.',
    'request.too-deep': 'The data is nested too deeply. Send at most 64 levels.',
    'request.too-slow': 'The request did not arrive in time. Check the connection and try again.',
    'request.media-type': 'This kind of content is not accepted here. Check the Content-Type.',
    'request.not-found': 'It was not found. It may have been removed, or lie outside of what you may see.',
    'request.not-utf8': 'The text could not be read, because it is not UTF-8. Send it as UTF-8.',
    'request.too-large': 'This is too large. Split it, or send something smaller.',
    'request.too-many': 'Too many requests in a short time. Wait a little and try again.',
    'start.unsafe': 'Not started, because something is unsafe: {found}. “tasuki doctor” says what to do.',
    'request.unknown-host':
      'Nothing is served under this host name. Open the right address; whoever runs the server checks CONSOLE_URL and its like.',
    'request.unreadable': 'The request could not be read. Check the format of what was sent.',
  },
} satisfies Messages<Code>
