/** What the person asked of their data, and what became of it. */
export const requests = {
  title: 'ご請求の状況',
  lead: 'これまでにいただいた、ご自身の情報についてのご請求です。',
  kinds: {
    DISCLOSURE: '開示',
    CORRECTION: '訂正',
    STOP: '利用停止',
    ERASURE: '消去',
    PROVISION_RECORDS: '第三者提供の記録の開示',
  },
  states: { OPEN: '対応中', ANSWERED: '対応済み', PARTIAL: '一部に対応', DECLINED: 'お応えできません' },
  asked: '受付日',
  due: 'お答えの期限',
  answered: 'お答えした日',
  answer: 'お答え',
  passed: '提供先への連絡',
  passings: { SENT: '連絡中', RECEIVED: '受け付けられました', DONE: '対応されました', REFUSED: '応じられないとの返答' },
  escalated: '応答が遅れているため、運営事務局が確認しています。',
  nothing: 'ご請求はありません。',
  make: '情報の訂正は「お預かりしている情報」から、消去は「消去のご請求」からお申し出いただけます。',
}
