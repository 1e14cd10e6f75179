import { messages } from '../../../../../ui/text/messages.ts'

export const words = messages({
  ja: {
    title: '異議の申し立て',
    description:
      '却下・取消となった紹介や、使用済みとなった紹介枠について、運営に異議を申し立てられます。双方の意見を聞き、14日以内に理由を付けて判断されます。',
    none: '異議の申し立てはありません',
    noneText: '「リレー・紹介枠」の紹介の一覧、または紹介のページから申し立てられます。',
    newTitle: '異議を申し立てる',
    newText:
      '運営が双方の意見を確認し、14日以内に理由とともに判断します。認められた場合の台帳の調整は、運営の2名が承認して行います。1件につき1回だけ申し立てられます。',
    choose: '対象をお選びください。却下・取消となった紹介と、使用済みとなった紹介枠に、90日以内に申し立てられます。',
    nothing: '申し立てられるものはありません',
    older: (count: number) =>
      `新しいものから${count}件ずつを確認して表示しています。それより前のものは、「リレー・紹介枠」の紹介の一覧、または紹介のページから申し立てられます。`,
    unnamed: '(お名前なし)',
    start: '異議を申し立てる',
    send: '申し立てる',
    sent: '申し立てました。判断が出ましたらお知らせします。',
    own: '貴社の意見を述べる',
    ownText: (until: string) => `${until}までに1回だけ述べられます。`,
    say: '意見を送る',
    said: '意見を送りました。',
    withdraw: '取り下げる',
    withdrawTitle: 'この申し立てを取り下げますか?',
    withdrawWhat: '運営は判断を行わず、終了します。',
    withdrawn: '取り下げました。',
    toSubject: '対象の紹介を開く',
    toLetter: '対象のお見送りメールを開く',
    toList: '申し立ての一覧',
    opened: '申し立て日',
    contestReferral: '異議を申し立てる',
  },
  en: {
    title: 'Disputes',
    description:
      'You may contest a referral that was refused or taken back, or a slot that was spent. The operator hears both sides and decides within 14 days, with reasons.',
    none: 'Nothing is contested',
    noneText: 'Contest from the list of referrals, or from the page of an introduction.',
    newTitle: 'Contest',
    newText:
      'The operator hears both sides and decides within 14 days, with reasons. A correction of the ledger takes two of its people. Each matter can be contested once.',
    choose:
      'Choose what you contest: a referral that was refused or taken back, or a slot that was spent, within 90 days.',
    nothing: 'There is nothing to contest',
    older: (count: number) =>
      `The newest ${count} of each were looked through. Contest what lies before them from the list of referrals, or from the page of an introduction.`,
    unnamed: '(no name)',
    start: 'Contest something',
    send: 'Contest',
    sent: 'Sent. You will be told of the decision.',
    own: 'Say your part',
    ownText: (until: string) => `Once, until ${until}.`,
    say: 'Send',
    said: 'Sent.',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw this dispute?',
    withdrawWhat: 'It ends without a decision.',
    withdrawn: 'Withdrawn.',
    toSubject: 'Open the introduction',
    toLetter: 'Open the letter',
    toList: 'All disputes',
    opened: 'Opened',
    contestReferral: 'Contest',
  },
})
