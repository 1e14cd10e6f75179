import { messages } from '../../../../ui/text/messages.ts'

export const words = messages({
  ja: {
    titles: { SWITCH_ON: '事前確認: 送信の開始', CAMPAIGN: '事前確認: 一斉送信' },
    descriptions: {
      SWITCH_ON:
        'この14日間の不採用に当てはめると、次のようになります。承認しても、この一覧の方には送られません。承認した後の不採用から送られます。',
      CAMPAIGN: '承認すると「送る」の方にだけ送られます。送信の直前に、もう一度確認します。',
    },
    sends: '送る',
    keeps: '送らない',
    people: '対象の方',
    filter: '判定と理由で絞り込む',
    all: 'すべて',
    later: '承認後',
    judging: '送ってよいかどうかを、おひとりずつ確認しています',
    scheduling: 'もう一度確認しながら、送信を予約しています',
    leave: 'この画面を閉じても続きます。',
    failed: {
      JUDGING: '判定が途中で止まりました。誰にも送信していません。この事前確認を破棄して、もう一度作成してください。',
      SCHEDULING:
        '予約が途中で止まりました。予約済みの送信はそのまま行われます。残りの方には、新しい事前確認を作成してください(予約済みの方は含まれません)。',
    },
    changed: (count: number) =>
      `承認した後に状況が変わった${count}名は、送信の対象から外れました。「承認後」で絞り込むと確認できます。`,
    none: '当てはまる方はいません',
    noneText: '別の判定や理由を選んでください。',
    unit: '名',
    person: 'お名前',
    nobody: '(お名前なし)',
    ended: '不採用日',
    verdict: '判定',
    why: '理由',
    outcome: '承認後',
    approve: { SWITCH_ON: '承認して送信を開始', CAMPAIGN: '承認して送信を予約' },
    ask: { SWITCH_ON: 'お見送りメールの送信を開始しますか?', CAMPAIGN: 'この方々に送信しますか?' },
    happens: {
      SWITCH_ON: () => 'これから起きる不採用に、お見送りメールが送られます。',
      CAMPAIGN: (count: number) => `${count}名への送信を予約します。取り消せる時間の後、送信時間帯に送られます。`,
    },
    reversible: '送信前であれば、一覧から取り消せます。送信の停止もいつでもできます。',
    discard: '破棄する',
    approved: (when: string) => `${when} に承認されました。`,
    discarded: 'この事前確認は破棄されました。',
    started: '送信を開始しました。',
    scheduled: (count: number, waiting: number) =>
      waiting === 0
        ? `${count}名への送信を予約しました。`
        : `送信の予約を始めました(${count}名まで完了、残り${waiting}名)。`,
    empty: '対象の方はいません',
    emptyText: 'この条件に当てはまる不採用の記録がありません。',
  },
  en: {
    titles: { SWITCH_ON: 'Pre-flight: switching on', CAMPAIGN: 'Pre-flight: campaign' },
    descriptions: {
      SWITCH_ON:
        'How the rejections of the last 14 days would be judged. Approving sends nothing to these people, only to those rejected from then on.',
      CAMPAIGN: 'Once approved, only those marked “Send” get a letter. Each is judged once more as it leaves.',
    },
    sends: 'Send',
    keeps: 'Do not send',
    people: 'People',
    filter: 'Filter by verdict and reason',
    all: 'All',
    later: 'After approval',
    judging: 'Judging whether each person may be written to',
    scheduling: 'Judging once more and scheduling',
    leave: 'This goes on when you leave the page.',
    failed: {
      JUDGING: 'The judging stopped. Nothing was sent. Discard this pre-flight and make another one.',
      SCHEDULING:
        'The scheduling stopped. What is scheduled goes out. Make another pre-flight for the rest; it leaves out those who are scheduled.',
    },
    changed: (count: number) =>
      `Something had changed for ${count} people by the approval: they get no letter. Filter by “After approval” to see them.`,
    none: 'Nobody of this kind',
    noneText: 'Choose another verdict or reason.',
    unit: '',
    person: 'Name',
    nobody: '(no name)',
    ended: 'Rejected',
    verdict: 'Verdict',
    why: 'Why',
    outcome: 'After approval',
    approve: { SWITCH_ON: 'Approve and switch on', CAMPAIGN: 'Approve and schedule' },
    ask: { SWITCH_ON: 'Switch letters on?', CAMPAIGN: 'Send to these people?' },
    happens: {
      SWITCH_ON: () => 'Rejections from now on are told by letter.',
      CAMPAIGN: (count: number) => `${count} letters are scheduled, after the undo window, in the send window.`,
    },
    reversible: 'Letters can be taken back until they leave, and switched off at any time.',
    discard: 'Discard',
    approved: (when: string) => `Approved at ${when}.`,
    discarded: 'This pre-flight was discarded.',
    started: 'Letters are on.',
    scheduled: (count: number, waiting: number) =>
      waiting === 0 ? `${count} letters scheduled.` : `${count} letters scheduled, ${waiting} on their way.`,
    empty: 'Nobody',
    emptyText: 'No rejection on record fits.',
  },
})
