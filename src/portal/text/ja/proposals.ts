/** Values that other sources state, put before the person. */
export const proposals = {
  title: 'ご確認のお願い',
  lead: (company: string) =>
    `${company}がほかの情報元から得た内容のうち、以前お知らせいただいた内容と異なるもの、まだ確認できていないものです。お答えは任意です。お答えいただくまでは「未確認」として扱います。`,
  own: 'ご自身からの情報',
  found: '別の情報元の内容',
  unconfirmed: '未確認の内容',
  accept: 'この内容に更新する',
  confirm: 'このとおりです',
  refuse: '違います',
  correct: '正しい内容を入力する',
  send: '訂正を送る',
  acceptLabel: (field: string) => `${field}：この内容でよい`,
  refuseLabel: (field: string) => `${field}：違う`,
  correctLabel: (field: string) => `${field}：正しい内容`,
  nothing: '現在、ご確認いただきたい内容はありません。',
  waiting: (count: number) => `ご確認いただきたい内容が${count}件あります。`,
  look: '確認する',
  done: {
    ACCEPTED: '承りました。ご本人からの情報として記録しました。',
    CORRECTED: '訂正を承りました。ご本人からの情報として記録しました。',
    REFUSED: '承りました。この内容は使わず、担当者にもお伝えします。',
  },
}
