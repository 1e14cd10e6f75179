import type { MailWords } from './kinds.ts'

export const requestsJa = {
  EXPORT_READY: {
    subject: '情報の書き出しが完了しました',
    button: 'ファイルを保存する',
    body: `{{person.name}} 様

ご依頼いただいた情報の書き出しが完了しました。保存の前に、確認コードの入力をお願いしております。

{{link}}

{{link.expires}}まで保存いただけます。`,
  },
  ERASURE_ACCEPTED: {
    subject: '情報消去の受付（{{receipt.number}}）',
    button: null,
    body: `情報の消去のお手続きを承りました。

・受付番号：{{receipt.number}}

■ 消去されるもの

・ご登録の内容（お名前、連絡先、経歴、ご希望）と匿名プロフィール、検索用の情報
・提出されたファイル
・ご紹介と質問の内容
・企業が持つ応募・選考の記録（ご請求の対象となるもの）

ご登録の内容は直ちに、控え（バックアップ）に含まれるものも30日以内に消去されます。企業が持つ記録については、14日以内に結果をお知らせいたします。

■ 残るもの

・第三者に提供した事実の記録（個人情報保護法により3年間）
・同意と撤回があったことの記録（お名前などを除いたもの）
・再び取り込まれたり、ご連絡したりすることを防ぐための、元に戻せない形の符号
・個人を特定できない集計値`,
  },
  REGISTRATION_ENDED: {
    subject: 'ご登録の終了と情報の消去の控え（{{receipt.number}}）',
    button: '企業が持つ応募の記録を確認する',
    body: `{{person.name}} 様

「{{service.name}}」へのご登録を終え、ご登録の内容を消去いたしました。

・受付番号：{{receipt.number}}
・日時：{{receipt.at}}

■ 消去したもの

・ご登録の内容（お名前、連絡先、経歴、ご希望）と匿名プロフィール、検索用の情報
・ご紹介と質問の内容

情報をお渡しした企業には、消去を求めました。控え（バックアップ）に含まれるものも30日以内に消去されます。

■ 残るもの

・第三者に提供した事実の記録（個人情報保護法により3年間、お名前などを切り離したもの）
・同意と撤回があったことの記録（お名前などを除いたもの）
・{{company.name}}がお預かりしている、ご応募の記録

ご応募の記録は、次のリンクから内容をご確認いただき、消去をご請求いただけます。

{{link}}

これまでのご利用に、心より御礼申し上げます。ご希望があれば、企業からのメールのリンクから、いつでもあらためてご登録いただけます。`,
  },
  REQUEST_ACCEPTED: {
    subject: '【{{company.name}}】{{request.kind}}のご請求の受付（{{receipt.number}}）',
    button: 'ご請求の状況を確認する',
    body: `個人情報の{{request.kind}}のご請求を承りました。

・受付番号：{{receipt.number}}
・お答えの期限：{{answer.by}}

{{company.name}}の担当者が確認のうえ、上の期限までにお答えいたします。ご請求の状況は、次のリンクのメニュー「開示・利用停止などのご請求」からご確認いただけます。

{{link}}`,
  },
  CORRECTIONS_ACCEPTED: {
    subject: '【{{company.name}}】訂正のご請求の受付（{{receipt.number}}）',
    button: 'ご請求の状況を確認する',
    body: `個人情報の訂正のご請求を承りました。

・受付番号：{{receipt.number}}
・お答えの期限：{{answer.by}}

■ お申し出いただいた項目

{{corrections.list}}

{{company.name}}の担当者が確認のうえ、上の期限までにお答えいたします。ご請求の状況は、次のリンクのメニュー「開示・利用停止などのご請求」からご確認いただけます。

{{link}}`,
  },
  REQUEST_GRANTED: {
    subject: '【{{company.name}}】{{request.kind}}のご請求への回答（{{receipt.number}}）',
    button: null,
    body: `{{person.name}} 様

{{company.name}}でございます。このたびお申し出いただきました個人情報の{{request.kind}}のご請求（受付番号：{{receipt.number}}）につきまして、次のとおりご回答申し上げます。

ご請求のとおり、{{request.done}}いたしました。

{{request.answer}}

{{request.handover}}

ご不明な点がございましたら、このメールにご返信くださいますようお願い申し上げます。`,
  },
  REQUEST_DISCLOSED: {
    subject: '【{{company.name}}】{{request.kind}}のご請求への回答（{{receipt.number}}）',
    button: '開示された情報を受け取る',
    body: `{{person.name}} 様

{{company.name}}でございます。このたびお申し出いただきました個人情報の{{request.kind}}のご請求（受付番号：{{receipt.number}}）につきまして、次のとおりご回答申し上げます。

ご請求のとおり、開示いたします。次のリンクのメニュー「開示・利用停止などのご請求」から、電子データでお受け取りいただけます。保存の前に、確認コードの入力をお願いしております。

{{link}}

{{request.answer}}

{{request.handover}}

ご不明な点がございましたら、このメールにご返信くださいますようお願い申し上げます。`,
  },
  REQUEST_GRANTED_IN_PART: {
    subject: '【{{company.name}}】{{request.kind}}のご請求への回答（{{receipt.number}}）',
    button: null,
    body: `{{person.name}} 様

{{company.name}}でございます。このたびお申し出いただきました個人情報の{{request.kind}}のご請求（受付番号：{{receipt.number}}）につきまして、次のとおりご回答申し上げます。

ご請求の一部につきまして、{{request.done}}いたしました。誠に恐れ入りますが、次の部分につきましては、ご希望に沿うことができません。

・対応いたしかねる部分：{{request.refused}}

【理由】
{{request.grounds}}

【ご説明】
{{request.answer}}

{{request.handover}}

この回答にご納得いただけない場合や、ご不明な点がございましたら、このメールにご返信くださいますようお願い申し上げます。あらためて確認のうえ、ご連絡いたします。`,
  },
  REQUEST_DISCLOSED_IN_PART: {
    subject: '【{{company.name}}】{{request.kind}}のご請求への回答（{{receipt.number}}）',
    button: '開示された情報を受け取る',
    body: `{{person.name}} 様

{{company.name}}でございます。このたびお申し出いただきました個人情報の{{request.kind}}のご請求（受付番号：{{receipt.number}}）につきまして、次のとおりご回答申し上げます。

ご請求の一部を開示いたします。開示する部分は、次のリンクのメニュー「開示・利用停止などのご請求」から、電子データでお受け取りいただけます。保存の前に、確認コードの入力をお願いしております。

{{link}}

誠に恐れ入りますが、次の部分につきましては、ご希望に沿うことができません。

・開示いたしかねる部分：{{request.refused}}

【理由】
{{request.grounds}}

【ご説明】
{{request.answer}}

{{request.handover}}

この回答にご納得いただけない場合や、ご不明な点がございましたら、このメールにご返信くださいますようお願い申し上げます。あらためて確認のうえ、ご連絡いたします。`,
  },
  REQUEST_REFUSED: {
    subject: '【{{company.name}}】{{request.kind}}のご請求への回答（{{receipt.number}}）',
    button: null,
    body: `{{person.name}} 様

{{company.name}}でございます。このたびお申し出いただきました個人情報の{{request.kind}}のご請求（受付番号：{{receipt.number}}）につきまして、慎重に検討いたしましたが、誠に恐れ入りますが、ご希望に沿うことができません。

【理由】
{{request.grounds}}

【ご説明】
{{request.answer}}

この回答にご納得いただけない場合や、ご不明な点がございましたら、このメールにご返信くださいますようお願い申し上げます。あらためて確認のうえ、ご連絡いたします。`,
  },
  REQUESTS_DUE: {
    subject: '個人情報に関するご請求の回答期限のお知らせ',
    button: '請求の一覧を開く',
    body: `{{staff.name}} 様

回答期限が近い、または過ぎたご本人からの請求があります。遅滞なくご回答ください。

{{requests.list}}

{{link}}`,
  },
} satisfies Partial<MailWords>
