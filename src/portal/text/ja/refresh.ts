/** Whether what a company knows still holds, and whether the person stays in its pool. */
export const refresh = {
  title: 'ご登録内容の確認',
  lead: (company: string) =>
    `${company}がお預かりしている内容に、変わりがないかお伺いしています。お答えは任意です。お答えがない場合は「未確認」として扱い、選考などで不利になることはありません。`,
  before: {
    text: '内容の表示には、ご登録のメールアドレスに届く確認コードが必要です。',
    fields: '確認いただきたい項目',
    go: '確認コードで内容を見る',
  },
  unchanged: '変わりがなければ、そのままボタンを押してください。変わったところだけ直していただけます。',
  observed: (date: string) => `${date}時点`,
  unknown: '未登録',
  heading: 'ご登録の内容',
  listHint: '複数あるときは「、」で区切ってください。',
  submit: 'この内容で回答する',
  done: {
    CONFIRMED: 'ご確認ありがとうございました。本日の内容として記録しました。',
    CHANGED: 'ご回答ありがとうございました。変更された内容を、本日のものとして記録しました。',
    STOPPED: '承りました。今後、内容の確認をお願いすることはありません。',
    STAYS: 'ありがとうございます。引き続きご案内いたします。',
    LEAVES:
      '承りました。タレントプールへの登録を終了し、以後のご案内は差し上げません。お預かりしている情報の消去も、あわせて承りました。',
  },
  stop: {
    heading: '今後の確認が不要な場合',
    text: '内容の確認のお願いを止めます。ご登録の内容はそのまま残ります。消去をご希望の場合は、下のリンクからお進みください。',
    submit: '今後の確認は不要です',
    stopped: '内容の確認のお願いは、止めています。',
    erase: '情報の消去を求める',
  },
  pool: {
    heading: 'タレントプールへの登録',
    ends: (company: string, date: string) => `${company}のタレントプールへの登録の同意は、${date}までです。`,
    ended: (company: string, date: string) =>
      `${company}のタレントプールへの登録の同意は、${date}に終わりました。改めて登録いただくこともできます。`,
    stay: '登録を続ける',
    leave: '登録を終える',
    leaving: '登録を終える場合は、お預かりしている情報の消去もあわせて承ります。',
    silence: 'お答えがない場合は、期限の日に登録が終わり、以後のご案内は差し上げません。',
    code: '続けるか終えるかのご回答には、確認コードの入力が必要です。',
  },
  proposals: (count: number) => `ほかの情報元と異なる内容が${count}件あります。`,
}
