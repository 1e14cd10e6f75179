export const settings = {
  title: '連絡の受け取り方',
  lead: 'どのくらいの頻度で、どの企業から連絡を受けるかを、お客様ご自身で決めていただけます。',
  saved: '設定を保存しました。',
  statusHeading: 'お仕事探しの状況',
  statusLead: '企業には、この状況だけがおおまかに伝わります。',
  status: '現在の状況',
  until: 'この状況の期限',
  untilHint: '期限を過ぎると「いずれ考えたい」に戻ります。空欄の場合は6か月です。',
  budgetHeading: '連絡の上限',
  budgetLead: 'すべての企業を合わせた、90日間に受け取るご案内の上限です。選考結果、確認コード、控えは数えません。',
  budget: '90日間の上限',
  budgetOption: (count: number) => (count === 0 ? '受け取らない' : `${count}通まで`),
  budgetUsed: (used: number) => `この90日間に受け取ったご案内：${used}通`,
  blockHeading: '知られたくない企業',
  blockLead:
    '現在の勤務先や取引先など、匿名のプロフィールも見せたくない企業を登録できます。登録したことは、その企業に伝わりません。',
  block: '企業名または法人番号',
  blockHint:
    '登録後すぐに、その企業の検索結果から外れます。まず、現在の勤務先の登録をお勧めします。法人番号（13桁）なら、より確実です。',
  blockEmployer: (employer: string) =>
    `応募時の情報では、勤務先は「${employer}」です。このまま追加いただくと、同社には匿名のプロフィールも表示されません。`,
  add: '追加する',
  remove: '解除する',
  removeLabel: (company: string) => `${company}を一覧から外す`,
  since: (date: string) => `${date}から`,
  emptyBlocks: '登録されている企業はありません。',
}
