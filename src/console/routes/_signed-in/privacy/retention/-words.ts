import { messages } from '../../../../../ui/text/messages.ts'

export const words = messages({
  ja: {
    title: '保存期間と削除',
    description:
      '区分ごとに、いつまで情報を残すかを決めます。ルールをオンにするまで、だれも削除されません。オンにしたあとも、一覧を確認して削除を予約した方だけが対象です。',
    rules: 'ルール',
    rulesNote: '変更しただけでは削除されません。「この月数で試す」の一覧からは削除できません',
    classHelp: {
      APPLICANT: '応募の記録はあるが、結果が記録されていない方。進行中の選考がある方は残ります。',
      EVENT_ATTENDEE: '応募がなく、イベントや名簿から取り込んだ方。',
      REJECTED: '最後の選考が不採用で終わった方。',
      WITHDRAWN: '最後の選考を辞退した方(内定辞退を含む)。',
      HIRED: '採用した方の選考の記録。労働者名簿などの法定の保存は、人事の記録で行ってください。',
    },
    make: '対象者を確認する(ドライラン)',
    tryOut: 'この月数で試す(ドライラン)',
    runs: 'これまでの確認と削除',
  },
  en: {
    title: 'Retention',
    description:
      'How long people of each class are kept. Nobody is deleted before a rule is switched on, and then only whoever is on a list that somebody looked through and scheduled.',
    rules: 'Rules',
    rulesNote: 'Changing one deletes nobody, and neither does trying out other months',
    classHelp: {
      APPLICANT: 'Applied, and no result is on record. Whoever is in process stays.',
      EVENT_ATTENDEE: 'Never applied: from an event or a list.',
      REJECTED: 'The last selection ended in a rejection.',
      WITHDRAWN: 'Withdrew from the last selection, or declined its offer.',
      HIRED:
        'The selection records of people hired. What the law has you keep of employees belongs in personnel files.',
    },
    make: 'Look who is past their time (dry run)',
    tryOut: 'Try these months (dry run)',
    runs: 'Lists and deletions so far',
  },
})
