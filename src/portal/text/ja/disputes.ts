export const disputes = {
  link: '運営に申し立てる・申し立てを見る',
  title: 'ご紹介に関する申し立て',
  lead: (company: string, opening: string) =>
    `${company}「${opening}」のご紹介についてのページです。運営が双方の意見を聞き、理由とともに判断します。`,
  sent: 'お送りしました。判断が出ましたら、メールでお知らせします。',
  ownHeading: 'ご自身の申し立て',
  theirsHeading: (company: string) => `${company}からの申し立て`,
  states: { STATEMENT: 'ご意見を受付中', REVIEW: '運営が確認中', DECIDED: '判断済み', WITHDRAWN: '取り下げ' },
  decideBy: (date: string) => `${date}までに判断します。`,
  outcomes: { UPHELD: '申し立てが認められました', REJECTED: '申し立ては認められませんでした' },
  you: 'ご自身',
  askedUntil: (date: string) =>
    `${date}までに、ご意見を1回だけお寄せいただけます。任意です。お寄せいただかなくても、不利になることはありません。`,
  text: '内容',
  textHint:
    '起きたことを具体的にお書きください（20～2,000字）。企業の担当者も読みます。ほかの方のお名前や連絡先は書かないでください。',
  evidence: '根拠となる記録',
  evidenceHint: 'メールの日付や件名などを、1行に1つお書きください。ファイルは添付できません。',
  say: '意見を送る',
  withdraw: '申し立てを取り下げる',
  newHeading: '申し立てる',
  newText:
    '約束された面接が行われない、経過の記録が事実と異なるなど、この企業の対応に問題がある場合にお知らせください。企業の意見も聞いたうえで、14日以内に判断します。運営の担当者には、お名前は表示されません。',
  send: '申し立てる',
  back: 'ご紹介のページに戻る',
}
