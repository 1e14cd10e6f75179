export const settings = {
  title: '連絡の受け取り方',
  lead: 'どのくらいの頻度で、どの企業から連絡を受けるかを、ご自身で決めていただけます。',
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
  quietHeading: 'メールを受け取らない時間帯',
  quietLead:
    'この時間帯に届くはずのご案内は、時間帯が終わってからお届けします（取りやめにはなりません）。確認コードと控えは、お手続きのその場でお届けします。',
  quiet: '受け取らない時間帯を設ける',
  quietFrom: '開始（日本時間）',
  quietUntil: '終了（日本時間）',
  languageHeading: 'メールの言語',
  language: 'ご案内をお届けする言語',
  blockHeading: '知られたくない企業',
  blockLead:
    '現在の勤務先や取引先など、匿名のプロフィールも見せたくない企業を登録できます。同じ企業グループの各社にも表示されません。登録したことは、その企業に伝わりません。',
  block: '企業の正式名称または法人番号',
  blockHint:
    '参加企業の名称と一致すると、登録後すぐにその企業の検索結果から外れます。略称や一部だけでは一致しません。法人番号（13桁）なら確実です。まず、現在の勤務先の登録をお勧めします。',
  blockEmployer: (employer: string) =>
    `応募時の情報では、勤務先は「${employer}」です。このまま追加いただけます。参加企業と一致したかどうかは、追加後に表示します。`,
  blockMatched: (names: string) => `${names}に表示されません`,
  blockUnmatched: '一致する参加企業は見つかっていません',
  blockUnmatchedNote:
    'ご入力のまま登録しています。同じ名称または法人番号の企業が参加した場合に、表示されなくなります。参加企業でも、略称、英語表記、入力の誤りがあると確認できません。登記上の正式名称か、法人番号（13桁）で登録し直すと確実です。',
  industriesHeading: '知られたくない業種',
  industries: '表示しない業種',
  industriesChoose: '業種を選ぶ',
  industriesChosen: (count: number) => `業種を選ぶ（${count}件を選択中）`,
  industriesLead:
    '選んだ業種の参加企業には、匿名のプロフィールも表示しません。業種を登録していない企業にも表示しません。同業の企業に知られたくない場合などにお使いください。登録したことは、企業に伝わりません。',
  justMatched: (names: string) =>
    `${names}には、匿名のプロフィールも表示されません。同じ企業グループの各社も同様です。`,
  justUnmatched: (company: string) =>
    `「${company}」に一致する参加企業は見つかりませんでした。現在、この登録によって表示されなくなった企業は確認できません。`,
  add: '追加する',
  remove: '解除する',
  removeLabel: (company: string) => `${company}を一覧から外す`,
  since: (date: string) => `${date}から`,
  emptyBlocks: '登録されている企業はありません。',
}
