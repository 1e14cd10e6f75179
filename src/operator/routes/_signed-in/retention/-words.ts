import { messages } from '../../../../ui/text/messages.ts'

export const words = messages({
  ja: {
    title: '登録者の保存期間',
    description:
      'しばらく利用のない登録者に、登録を続けるかどうかを尋ね、期限までにお返事のない方の情報を削除します。登録者のお名前はここには表示されません。',
    make: '対象者を確認する(ドライラン)',
    runs: 'これまでの確認と削除',
    rule: 'ルール',
    help: '最後にご本人の操作があった日から数えます。紹介・異議・請求が進行中の方や、企業が削除を保留している方は、期限を過ぎても残ります。',
    isOn: '期限を過ぎた登録者に確認し、お返事がなければ削除する',
    tryOut: 'この月数で試す(ドライラン)',
    off: 'ルールはオフです。登録者が期限で削除されることはありません',
    offText:
      '「この月数で試す」で、確認・削除の対象になる人数を先に確かめられます。よければスイッチを入れて保存してください。',
    on: '毎週月曜の朝に、自動で一覧を作ります',
    onText:
      '対象の方がいれば、24時間後に確認のメールの送付と削除を始めます。それまでは一覧の画面から中止できます。待たずに確かめるには「対象者を確認する」を押してください。',
    steps: '進み方',
    stepAsk: '期限を過ぎた登録者に、登録を続けるかどうかを尋ねるメールを送ります(連絡回数と時間帯の設定を守ります)。',
    stepAnswer: '「続ける」を1回押せば、その日から数え直します。サインインなどの操作でも同じです。',
    stepDelete:
      '期限までにお返事がなければ、次の一覧で削除の対象になります。登録者の画面にも、いつ・なぜ終わるかが表示されています。',
  },
  en: {
    title: 'Retention of members',
    description:
      'Members not heard of for long are asked whether to stay, and deleted when they do not answer in time. No name of theirs is shown here.',
    make: 'Look who is past their time (dry run)',
    runs: 'Lists so far, and what became of them',
    rule: 'Rule',
    help: 'Counted from when the member last did something themselves. Whoever has an introduction, dispute or request under way, or is on hold at a company, stays past their time.',
    isOn: 'Ask members past their time, and delete those who do not answer',
    tryOut: 'Try these months (dry run)',
    off: 'The rule is off: no member is deleted for the time that passed',
    offText:
      'See how many would be asked or deleted with “Try these months”. When you are content, switch the rule on and save it.',
    on: 'A list is made by itself each Monday morning (Japan)',
    onText:
      'Where it has anybody on it, asking and deleting begins 24 hours later; until then the page of the list calls it off. Make a list yourself to look at once.',
    steps: 'How it goes',
    stepAsk:
      'A member past their time is asked by mail whether to stay, within their contact budget and outside of their quiet hours.',
    stepAnswer: 'One press stays, and the time begins anew; so does anything they do, such as signing in.',
    stepDelete:
      'Who does not answer by the day named is to be deleted on the next list. The member’s own page says all along when and why it would end.',
  },
})
