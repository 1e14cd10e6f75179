/** What the person asked of their data, and what became of it. */
export const requests = {
  title: 'ご自身の情報についてのご請求',
  lead: '個人情報保護法にもとづき、ご自身の情報の開示・訂正・利用停止・消去を求めていただけます。ここでは、これまでのご請求の状況もご確認いただけます。',
  number: '受付番号',
  accepted: (kind: string, number: string, due: string) =>
    `${kind}のご請求を承りました（受付番号：${number}）。${due}までにお答えいたします。`,
  acceptedMail: '控えを、ご登録のメールアドレスにお送りします。',
  added: (number: string, due: string) =>
    `承っている訂正のご請求（受付番号：${number}）に加えました。${due}までにお答えいたします。`,
  correctMore: 'ほかの項目も訂正する',
  corrections: '訂正の内容',
  toDelete: '削除を希望',
  byNote: '補足に記載',
  done: '対応済み',
  notDone: 'お応えできません',
  already: (kind: string, number: string, due: string) =>
    `${kind}のご請求は、すでに承っております（受付番号：${number}）。${due}までにお答えいたします。お答えの後に、あらためてご請求いただけます。`,
  makeHeading: '請求する',
  listHeading: 'これまでのご請求',
  ask: {
    DISCLOSURE: {
      title: '情報の開示を求める',
      lead: (company: string) =>
        `${company}がお預かりしているご自身の情報の開示を求めていただけます。14日以内に、担当者がお答えいたします。`,
      short: 'お預かりしている情報の写しを受け取る',
      form: 'お受け取りの方法',
      forms: { ELECTRONIC: '電子データ', PAPER: '書面' },
      formHints: {
        ELECTRONIC: 'このページから保存していただけます。',
        PAPER: '登録されているご住所へお送りします。別の宛先をご希望の場合は、下の欄にお書きください。',
      },
    },
    STOP: {
      title: '情報の利用停止を求める',
      lead: (company: string) =>
        `${company}による、ご自身の情報の利用の停止を求めていただけます。14日以内に、担当者がお答えいたします。情報そのものは残ります。`,
      short: '情報を残したまま、使うことをやめてもらう',
    },
    reason: '理由・ご希望',
    reasonHint: {
      DISCLOSURE: '開示を希望される範囲などがあれば、お書きください。',
      STOP: '利用を止めてほしい範囲や理由などがあれば、お書きください。',
    },
    oneAtATime:
      '開示と利用停止のご請求は、それぞれ一度に1件のみ承っております。訂正は、項目ごとに何度でもお申し出いただけます。',
    submit: { DISCLOSURE: '開示を請求する', STOP: '利用停止を請求する' },
  },
  toCorrection: { title: '情報の訂正を求める', short: '項目ごとの「これは違う」からお申し出いただけます' },
  toErasure: { title: '情報の消去を求める', short: '2段階のお手続きです' },
  kinds: {
    DISCLOSURE: '開示',
    CORRECTION: '訂正',
    STOP: '利用停止',
    ERASURE: '消去',
    PROVISION_RECORDS: '第三者提供の記録の開示',
  },
  states: { OPEN: '対応中', ANSWERED: '対応済み', PARTIAL: '一部に対応', DECLINED: 'お応えできません' },
  said: 'お書きになったこと',
  asked: '受付日',
  due: 'お答えの期限',
  answered: 'お答えした日',
  answer: 'お答え',
  wish: 'ご希望のお受け取り方法',
  handover: 'お渡しの方法',
  handovers: {
    PORTAL: 'このページでの電子データ',
    MAIL: '電子メール',
    MEDIA: '記録媒体（CD-ROMなど）',
    POST: '書面の郵送',
    IN_PERSON: '手渡し',
  },
  otherwise: (note: string) => `ご希望の方法によらない理由：${note}`,
  receive: 'お受け取り',
  receiveProvisions: '第三者提供の記録を見る・保存する',
  refused: 'お応えできない部分',
  grounds: 'お応えできない理由',
  passed: '提供先への連絡',
  passings: { SENT: '連絡中', RECEIVED: '受け付けられました', DONE: '対応されました', REFUSED: '応じられないとの返答' },
  escalated: '応答が遅れているため、運営事務局が確認しています。',
  nothing: 'これまでのご請求はありません。',
}
