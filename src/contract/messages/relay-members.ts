import type { Messages } from './messages.ts'

export const relayMemberMessages = {
  ja: {
    'relay.too-young': '16歳以上の方にご登録いただけます。',
    'relay.member-left': 'リレーの登録が終了しているため、この操作はできません。もう一度ご登録いただくと利用できます。',
    'relay.consent-missing': 'ご本人の同意がないため、提供できません。',
    'relay.block-unclear': '企業名、または13桁の法人番号を入力してください。',
    'relay.quiet-unclear': '開始と終了には、異なる時刻を選んでください。',
    'relay.off': 'この環境ではキャリアリレーを利用できません(運用モード: {mode})。管理者にお問い合わせください。',
    'relay.forbidden-words':
      '「{word}」は、職業安定法第5条の5により収集できない情報です。この記述を取り除いてください。',
    'relay.referral-settled': 'この紹介はすでに終了しているため、取り消せません(状態: {state})。',
  },
  en: {
    'relay.too-young': 'You can register from the age of 16.',
    'relay.member-left': 'This registration in the relay has ended. Register again to do this.',
    'relay.consent-missing': 'The person has not agreed to this, so nothing can be provided.',
    'relay.block-unclear': 'Enter the name of a company or its corporate number of 13 digits.',
    'relay.quiet-unclear': 'Choose two different hours to begin and to end.',
    'relay.off': 'The relay is not available on this installation (operating mode: {mode}). Ask its administrator.',
    'relay.forbidden-words':
      '“{word}” is information that the Employment Security Act (art. 5-5) forbids to collect. Remove it.',
    'relay.referral-settled': 'This referral has come to its end and cannot be taken back (state: {state}).',
  },
} satisfies Messages
