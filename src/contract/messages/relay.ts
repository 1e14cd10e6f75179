import type { Messages } from './messages.ts'

export const relayMessages = {
  ja: {
    'relay.letter-not-found': 'このお見送りメールは見つかりません。一覧を読み込み直してください。',
    'relay.too-late': 'このお見送りメールはすでに送信の段階に入っているため、取り消せません(状態: {state})。',
    'relay.preflight-not-found': 'この事前確認は見つかりません。もう一度作成してください。',
    'relay.preflight-closed': 'この事前確認はすでに処理されています(状態: {state})。新しく作成してください。',
    'relay.preflight-stale':
      'この事前確認は作成から{hours}時間を過ぎているため、承認できません。状況が変わっている可能性があります。新しく作成してください。',
    'relay.no-own-address': '確認用メールは、ログインしている担当者のアドレスにのみ送れます。',
    'relay.rejection-not-found': 'この応募には、会社による不採用の記録がありません。',
  },
  en: {
    'relay.letter-not-found': 'This letter could not be found. Reload the list.',
    'relay.too-late': 'This letter is already leaving or gone and cannot be taken back (state: {state}).',
    'relay.preflight-not-found': 'This pre-flight could not be found. Make another one.',
    'relay.preflight-closed': 'This pre-flight has been dealt with (state: {state}). Make another one.',
    'relay.preflight-stale':
      'This pre-flight is older than {hours} hours and things may have changed. Make another one and approve that.',
    'relay.no-own-address': 'A sample goes only to the address of a signed-in member of staff.',
    'relay.rejection-not-found': 'This application has no rejection by the company.',
  },
} satisfies Messages
