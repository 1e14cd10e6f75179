/** Asks for what may be left open: sex, race and ethnicity, for the operator's audit alone. */
export const impact = {
  title: '偏りの確認へのご協力（任意）',
  link: '偏りの確認へのご協力（任意）',
  linkLead: '順位付けに偏りがないかを運営が確かめるための、任意のアンケートです。',
  lead: (operator: string) =>
    `${operator}は、募集ごとの順位付けに、性別や人種・民族による偏りがないかを確かめています。お答えいただくかどうかは、まったくの任意です。`,
  why: (jurisdiction: string) =>
    `対象は、次の法域にお住まいの方、またはそこでの仕事をお探しの方だけです（${jurisdiction}）。日本での募集だけをお探しの方は、お答えにならないでください。`,
  usesHeading: '回答の扱い',
  uses: [
    '参加企業には提供しません。匿名のプロフィールにも表示されません。',
    '募集の検索、順位付け、ご紹介、選考には使用しません。',
    '運営が、11名以上の集計としてのみ確認します。お一人ずつの一覧は作りません。',
    'いつでも削除できます。回答の有無や内容によって不利益を受けることはありません。',
  ],
  formHeading: '回答',
  changeHeading: '回答を変える',
  concerns: (jurisdiction: string) => `上記の法域（${jurisdiction}）に住んでいるか、そこでの仕事を探しています`,
  sex: '性別',
  race: '人種・民族',
  raceHint: 'アメリカ合衆国のEEO-1報告の区分です。「ヒスパニックまたはラテン系」以外は、それに当たらない方の区分です。',
  noAnswer: '答えない',
  submit: '同意して送る',
  current: (sex: string, race: string, day: string) => `${day}にお答えいただいた内容：性別 ${sex}、人種・民族 ${race}`,
  removeHeading: '回答の削除',
  removeText: '同意を撤回し、回答を削除します。',
  remove: '回答を削除する',
  saved: 'ご回答をお預かりしました。控えをメールでお送りします。',
  removed: '回答を削除しました。',
  over: '現在、この確認は行っていません。お預かりした回答は使用されません。',
}
