import type { Messages } from './messages.ts'

export const mailMessages = {
  ja: {
    'messages.unknown-placeholder':
      '{line}行目{column}文字目の「{name}」は、このメールでは使えない差し込み項目です。使えるのは {allowed} です。',
    'messages.broken-placeholder':
      '{line}行目{column}文字目の「{name}」で、波かっこの組が合っていません。差し込み項目は {{ と }} で囲んでください。',
    'messages.link-missing':
      '本文に専用リンク({{link}})がありません。このままでは、ご本人が登録・確認のページへ進めません。本文に入れてください。',
    'messages.link-in-subject':
      '件名に専用リンクは入れられません。通知や一覧に表示され、ご本人以外の目に触れるおそれがあります。本文に入れてください。',
    'messages.unsafe-link': '差し込み項目「{name}」のリンクが https ではないため、メールに入れられません。',
    'messages.mail-not-found': 'このメールは見つかりません。一覧を読み込み直してください。',
    'messages.not-unknown': 'このメールの結果はすでに確定しています(状態: {state})。一覧を読み込み直してください。',
    'messages.budget-spent':
      'この方への連絡は、{days}日間に{limit}回までの上限に達しています。次に連絡できるのは {freeAt} 以降です。',
    'messages.address-unusable': 'メールアドレスの形式が正しくないため、送信できません。宛先を確認してください。',
    'messages.address-suppressed':
      'この宛先には送信しません(理由: {reason})。配信停止、不達、または苦情の記録があるためです。',
  },
  en: {
    'messages.unknown-placeholder':
      '“{name}” at line {line}, column {column} is not a placeholder of this mail. Use one of: {allowed}.',
    'messages.broken-placeholder':
      'The braces at line {line}, column {column} (“{name}”) do not pair. A placeholder stands between {{ and }}.',
    'messages.link-missing':
      'The text has no personal link ({{link}}), so nobody could go on to register by it. Put it into the text.',
    'messages.link-in-subject':
      'The subject cannot hold the personal link: notifications and lists show subjects to others. Put it into the text.',
    'messages.unsafe-link': 'The link for “{name}” is not https, so it cannot go into a mail.',
    'messages.mail-not-found': 'This mail could not be found. Reload the list.',
    'messages.not-unknown': 'The outcome of this mail is already settled (state: {state}). Reload the list.',
    'messages.budget-spent':
      'This person has been written to as often as allowed: {limit} times in {days} days. The next contact is free from {freeAt}.',
    'messages.address-unusable': 'The address cannot be a mail address, so nothing is sent. Check it.',
    'messages.address-suppressed':
      'Nothing is sent to this address ({reason}): it unsubscribed, bounced or complained.',
  },
} satisfies Messages
