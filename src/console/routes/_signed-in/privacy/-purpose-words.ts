import { messages } from '../../../../ui/text/messages.ts'

export const purposeWords = messages({
  ja: {
    title: '利用目的の記録',
    description:
      '何のために、どの根拠で個人情報を使うか。記録は追加だけで、種類ごとに最も新しいものが有効です。お見送りメールの送信には記録が必要です。',
    noticeNote: 'ご本人には、公開する文書で示します。記録した文が書かれているかも、そこで確かめられます。',
    toNotice: '公開する文書を開く',
    record: '利用目的を記録する',
    kind: '対象',
    kinds: {
      LETTER: 'お見送りメール',
      REFRESH: '情報の更新の依頼',
      POOL: '人材プールでの保管',
      RELAY: 'キャリアリレー',
    },
    inForce: '有効',
    replaced: '以前の記録',
    purposeHelp: 'ご本人に示しているとおりに書いてください。',
    legalBasis: '根拠',
    explanationHelp: '利用目的を公表している場所と、今回の利用が含まれる理由。',
    recorded: '利用目的を記録しました。',
    empty: '利用目的がまだ記録されていません',
    emptyText: '記録するまで、お見送りメールは送信されません。',
  },
  en: {
    title: 'Recorded purposes',
    description:
      'For what and on what ground personal data is used. Records are only added; the newest of a kind is in force. Letters need one.',
    noticeNote: 'People are told by the privacy notice, which also shows whether it says what is recorded here.',
    toNotice: 'Open the privacy notice',
    record: 'Record a purpose',
    kind: 'For',
    kinds: { LETTER: 'Letters', REFRESH: 'Asking for updates', POOL: 'Keeping in the pool', RELAY: 'Career relay' },
    inForce: 'In force',
    replaced: 'Replaced',
    purposeHelp: 'As it is told to the people concerned.',
    legalBasis: 'Ground',
    explanationHelp: 'Where the purpose is published, and why this is covered by it.',
    recorded: 'The purpose was recorded.',
    empty: 'No purpose is recorded yet',
    emptyText: 'No letter leaves before one is.',
  },
})
