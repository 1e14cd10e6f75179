export const known = {
  title: 'ご応募の記録と登録情報',
  lead: (name: string, company: string) =>
    `${name} 様、${company}へのご応募に際してお預かりしている情報は、次のとおりです。`,
  leadMember: (name: string) => `${name} 様についてお預かりしている情報は、次のとおりです。`,
  applicationHeading: 'ご応募と結果',
  opening: '応募職種',
  appliedOn: '応募日',
  stage: '選考の段階',
  result: '結果',
  decidedOn: '結果の確定日',
  thanks: '選考にお時間を割いていただき、ありがとうございました。',
  erasing: {
    accepted: (date: string, number: string) =>
      `${date}に、情報の消去のご請求を承っております（受付番号：${number}）。`,
    due: (date: string) =>
      `${date}までに結果をお知らせいたします。消去が終わるまでは、お預かりしている情報をこの画面でご覧いただけます。`,
    underWay: '消去のお手続きを進めております。終わるまでは、お預かりしている情報をこの画面でご覧いただけます。',
    toRequests: 'ご請求の状況を見る',
  },
  fieldsHeading: 'お預かりしている情報',
  fieldsLead:
    '項目ごとに、いつ・どこから得た情報かをお示ししています。事実と異なるものは、「これは違う」からお知らせください。',
  source: (source: string, date: string) => `${source}（${date}時点）`,
  unconfirmed: '未確認',
  underCorrection: {
    open: (number: string, due: string) => `訂正のご請求中（受付番号：${number}、${due}までにお答えします）`,
    refused: '訂正のご請求にお応えできませんでした',
  },
  wrong: 'これは違う',
  wrongFor: (field: string) => `（${field}）`,
  toRequests: '情報の開示や利用の停止を求める',
  nothingKnown: '現在お預かりしている情報はありません。',
  next: {
    heading: 'これからのこと',
    IN_HOUSE: {
      text: (company: string) =>
        `${company}のタレントプールに登録いただくと、ご希望に合う募集が始まったときに同社からご案内を受け取れます。ほかの企業に情報が渡ることはありません。`,
      go: 'タレントプールについて見る',
    },
    RELAY: {
      text: (service: string) =>
        `「${service}」に登録いただくと、今回とは別の企業から、ご希望に合うご紹介を受け取れます。お名前などは、ご自身が「はい」とお答えになるまで、相手の企業に伝わりません。`,
      go: '登録について見る',
    },
    LINK: {
      text: (service: string, company: string) =>
        `「${service}」にすでにご登録いただいています。${company}からのメールを、ご登録につなぐことができます。つなぐかどうかは任意で、今回の選考結果や今後のご応募に影響することはありません。`,
      go: '登録につなぐ',
    },
    free: 'ご登録は任意です。ご登録の有無が、今回の選考結果や今後のご応募に影響することはありません。',
  },
  correction: {
    title: (field: string) => `情報の訂正：${field}`,
    lead: (company: string) =>
      `個人情報保護法にもとづく訂正のご請求として、${company}が14日以内にお答えします。正しい内容は、お答えまでの間も、ご本人からの情報として優先して扱われます。お応えできない場合は、理由をお知らせし、もとの内容に戻します。`,
    present: '現在の内容',
    right: '正しい内容',
    remove: 'この情報を削除してほしい',
    note: '補足',
    submit: '訂正を送る',
  },
  profile: {
    title: 'プロフィール',
    lead: 'リレーに登録いただいた内容です。お名前や連絡先は、ご紹介に「はい」とお答えになるまで、企業には伝わりません。',
    edit: '内容を変更する',
    editTitle: 'プロフィールの変更',
    saved: '変更を保存しました。',
    notListed:
      '現在、プロフィールはどの企業にも表示されていないため、ご紹介をお届けできません。公開への同意と、転職活動の状況の設定をご確認ください。',
    toConsents: '同意の内容を確認・変更する',
    expires: (date: string) => `このプロフィールの掲載期限は${date}です。期限の前に、継続のご希望をお伺いします。`,
    empty: '未入力',
  },
}
