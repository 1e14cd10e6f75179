export const promises = {
  statedHeading: (company: string) => `${company}からのお約束`,
  statedLead:
    'お受けになると、守られたかどうかを記録し、このページでお知らせします。守られなかった場合は、運営者にもわかります。',
  heading: (company: string) => `${company}からのお約束`,
  lead: '選考の記録をもとに、自動で更新されます。実際と異なる場合は、お知らせください。選考で不利になることはありません。',
  states: { PENDING: '期日前', KEPT: '守られました', BROKEN: '守られませんでした', RELEASED: '終了' },
  due: (date: string) => `期日：${date}`,
  settled: {
    RECORD: (date: string) => `選考の記録による（${date}）`,
    CLOCK: (date: string) => `期日（${date}）までに、守られた記録がありませんでした`,
    STAFF: (date: string) => `企業の申告による（${date}）`,
    PERSON: (date: string) => `お申し出により終了しました（${date}）`,
    OPERATOR: (date: string) => `お申し出を受け、運営者が確認しました（${date}）`,
  },
  objectionLabel: '実際にあったこと',
  objectionHint:
    '運営者だけが読み、判断に使います。企業には、お申し出があったことだけが伝わります。お名前や連絡先は書かないでください。',
  ownWords: 'お書きいただいた内容（運営者だけが読みます）',
  objectOpen: '実際と異なる場合',
  object: '守られていないと知らせる',
  objected: '「守られていない」とのお申し出を、運営者と企業にお伝えしました。運営者が事実を確認し、判断します。',
  release: 'このお約束は不要です',
  released: '不要とのお申し出を企業にお伝えしています。',
  recordHeading: 'この企業の、これまでのお約束',
  record: (said: { company: string; introductions: number; of: number; kept: number; share: string }) =>
    `${said.company}は、直近2年間に紹介を受けた${said.introductions}名の方へのお約束${said.of}件のうち、${said.kept}件（${said.share}）を守りました。`,
}
