import type { Messages } from './messages.ts'

export const disputesMessages = {
  ja: {
    'disputes.not-contestable':
      '異議を申し立てられるのは、却下・取消となった紹介、または承諾された紹介について、確定から{days}日以内です。',
    'disputes.contested-already': 'この件については、すでに異議を申し立てています。一覧でご確認ください。',
    'disputes.id-taken': 'この番号は別の申し立てに使われています。画面を読み込み直して、もう一度お試しください。',
    'disputes.no-network': 'ネットワークの運営者がいないため、異議を申し立てられません。',
    'disputes.statement-not-asked': '意見を述べられる期間が過ぎたか、すでに述べています。',
    'disputes.settled': 'この申し立ては、すでに判断されたか取り下げられています。画面を読み込み直してください。',
    'disputes.not-yours': '取り下げられるのは、申し立てた側だけです。',
    'disputes.effect-does-not-fit': 'この判断には、その台帳の扱いを選べません。',
    'disputes.forbidden-words':
      '「{word}」は、職業安定法第5条の5により企業が収集できない情報です。この記述を取り除いてからお送りください。',
  },
  en: {
    'disputes.not-contestable':
      'Only a referral that was refused or taken back, or an accepted introduction, can be contested, within {days} days.',
    'disputes.contested-already': 'This was contested already. See the list.',
    'disputes.id-taken': 'This id stands for another dispute. Reload the page and try again.',
    'disputes.no-network': 'Nobody runs a network here, so there is nobody to decide.',
    'disputes.statement-not-asked': 'The time to say your part is over, or you have said it already.',
    'disputes.settled': 'This dispute was decided or withdrawn. Reload the page.',
    'disputes.not-yours': 'Only the side that opened a dispute can take it back.',
    'disputes.effect-does-not-fit': 'This decision cannot have that effect on the ledger.',
    'disputes.forbidden-words':
      '“{word}” is something employers may not collect (Employment Security Act, Article 5-5). Please remove it.',
  },
} satisfies Messages
