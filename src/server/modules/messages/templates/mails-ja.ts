import type { MailWords } from './mails.ts'

export const mailsJa: MailWords = {
  ONE_TIME_CODE: {
    subject: '確認コードのお知らせ',
    button: null,
    body: `確認コードをお知らせいたします。

{{code}}

有効期限は10分間です。開いている画面に入力してください。

このコードをほかの方に伝えないでください。担当者がコードをお尋ねすることはございません。お心当たりがない場合は、入力せずにこのメールを破棄してください。`,
  },
  LOST_LINK: {
    subject: '専用リンクの再送',
    button: 'ページを開く',
    body: `ご依頼により、{{company.name}}からのご案内に関する専用リンクをお送りいたします。

{{link}}

有効期限は{{link.expires}}です。これまでのリンクは使えなくなりました。

お心当たりがない場合は、このメールを破棄してください。リンクを開かない限り、何も変更されません。`,
  },
  STAFF_INVITATION: {
    subject: '【{{company.name}}】採用管理システムへのご招待',
    button: '招待を受ける',
    body: `{{person.name}} 様

{{company.name}}の{{staff.name}}様より、採用管理システム「Tasuki」への招待が届いています。次のリンクから、パスワードの設定をお願いいたします。

{{link}}

有効期限は{{link.expires}}です。期限が過ぎた場合は、{{staff.name}}様に再度の招待をご依頼ください。`,
  },
  PASSWORD_RESET: {
    subject: 'パスワード再設定のご案内',
    button: 'パスワードを再設定する',
    body: `パスワード再設定のご依頼を承りました。次のリンクからお手続きください。

{{link}}

有効期限は{{link.expires}}です。

お心当たりがない場合は、このメールを破棄してください。現在のパスワードはそのままお使いいただけます。`,
  },
  CONSENT_GIVEN: {
    subject: '同意の控え（{{receipt.number}}）',
    button: '同意の内容を確認・撤回する',
    body: `{{person.name}} 様

次のとおり同意を承りました。このメールは控えとして保管いただけます。

・控えの番号：{{receipt.number}}
・日時：{{receipt.at}}
・利用目的：{{consent.purpose}}
・提供先：{{consent.recipient}}
・提供する内容：{{consent.items}}
・期間：{{consent.until}}まで

同意は、いつでも、理由をお聞きすることなく撤回いただけます。

{{link}}`,
  },
  CONSENT_WITHDRAWN: {
    subject: '同意撤回の控え（{{receipt.number}}）',
    button: '同意の状態を確認する',
    body: `{{person.name}} 様

次の同意の撤回を承りました。

・控えの番号：{{receipt.number}}
・日時：{{receipt.at}}
・利用目的：{{consent.purpose}}
・提供先：{{consent.recipient}}

今後、この目的で情報をお渡しすることはございません。すでにお渡しした相手には、当方から利用の停止を依頼いたします。

{{link}}`,
  },
  REGISTRATION: {
    subject: '【{{service.name}}】ご登録の控え',
    button: '登録内容を確認する',
    body: `{{person.name}} 様

「{{service.name}}」へのご登録を承りました（{{receipt.at}}）。お選びいただいた同意の内容は、次のとおりです。

{{consents.list}}

ここにない目的や提供先には、情報をお渡しいたしません。内容の変更、同意の撤回、登録の取りやめは、次の専用リンクからいつでも行っていただけます。

{{link}}`,
  },
  RENEWAL: {
    subject: '同意の期限のお知らせ（{{consent.until}}まで）',
    button: '続けるかどうかを答える',
    body: `{{person.name}} 様

以前いただいた次の同意が、まもなく期限を迎えます。

{{consents.list}}

続けるか、ここまでにするかを、ボタン1つでお答えいただけます。

{{link}}

・お答えがない場合は、期限の日に自動的に終わり、その後はどなたにも伝わりません。
・「ここまで」とお答えになっても、不利になることはございません。
・この期限についてのお知らせは、この1通だけです。`,
  },
  BASIS_QUESTION: {
    subject: '【{{company.name}}】お預かりしている情報について、ご意向をお聞かせください',
    button: '内容を確かめて答える',
    body: `{{person.name}} 様

以前のご応募やイベントなどを通じて、{{company.name}}では{{person.name}}様の情報をお預かりしております。
このまま保管してよいか、ご本人のご意向を確認できていないため、お尋ねいたします。

次のページで、お預かりしている項目をご確認のうえ、「保管に同意する」または「消去を求める」をお選びください。

{{link}}

・{{answer.by}}までにお答えがない場合、同意をいただいたことにはならず、お預かりしている情報は削除の対象といたします。
・どちらをお選びになっても、また、お答えにならなくても、今後のご応募に不利になることはございません。
・この確認のためのメールは、この1通だけです。`,
  },
  INTRODUCTION_REQUEST: {
    subject: '企業からのご紹介が届いています（{{answer.by}}まで）',
    button: '内容を見て回答する',
    body: `{{person.name}} 様

{{employer.name}}から、「{{opening.title}}」についてお話ししたいとのご紹介が届いています。

お名前やご連絡先は、まだ企業に伝わっていません。仕事の内容、条件、「はい」の場合に提供される内容をご確認のうえ、ご回答ください。

{{link}}

・回答期限：{{answer.by}}
・「いいえ」とお答えになっても、不利になることはございません。
・ご回答がない場合は「いいえ」として扱い、お名前は伝わりません。`,
  },
  INTRODUCTION_REMINDER: {
    subject: 'ご紹介への回答期限のお知らせ（{{answer.by}}まで）',
    button: '内容を見て回答する',
    body: `{{person.name}} 様

{{employer.name}}の「{{opening.title}}」のご紹介について、回答期限が近づいております。行き違いでご回答済みの場合は、ご容赦ください。

{{link}}

回答期限は{{answer.by}}です。ご回答がない場合は「いいえ」として扱い、お名前やご連絡先が企業に伝わることはございません。このご紹介についてのお知らせは、これが最後です。`,
  },
  QUESTION_ANSWERED: {
    subject: 'ご質問への回答が届いています',
    button: '回答を見る',
    body: `{{person.name}} 様

「{{opening.title}}」について、{{employer.name}}からご質問への回答が届いています。お名前は、まだ企業に伝わっていません。

{{link}}

回答期限は{{answer.by}}です。`,
  },
  DISPUTE_NEWS: {
    subject: 'ご紹介に関する申し立てについてのお知らせ',
    button: '内容を確認する',
    body: `{{person.name}} 様

「{{opening.title}}」（{{employer.name}}）のご紹介に関する申し立てについて、お知らせがございます。内容と、ご意見をお寄せいただける期限は、次のページでご確認ください。

{{link}}

ご意見をお寄せいただくかどうかは任意です。お寄せいただかなくても、不利になることはございません。`,
  },
  REFRESH_REQUEST: {
    subject: '【{{company.name}}】登録情報のご確認のお願い',
    button: '1分で確認する',
    body: `{{person.name}} 様

以前お知らせいただいた内容に変わりがないか、ご確認をお願いしております。変わりがなければ、ボタンを1回押していただくだけで完了いたします。

{{link}}

有効期限は{{link.expires}}です。ご確認は任意です。お返事がない場合は「未確認」として扱い、こちらから繰り返しお願いすることはございません。`,
  },
  POOL_RENEWAL: {
    subject: '【{{company.name}}】タレントプールへの登録の継続について',
    button: '継続するか選ぶ',
    body: `{{person.name}} 様

{{company.name}}のタレントプールへの登録について、同意をいただいた期間が{{consent.until}}に終わります。引き続き募集のご案内を希望されるか、お選びください。継続も終了も、ボタンを1回押していただくだけで完了いたします。

{{link}}

お返事がない場合は、{{consent.until}}をもって登録を終了し、以後のご案内はお送りいたしません。`,
  },
  ANSWER_ACCEPTED: {
    subject: '紹介の依頼が承諾されました：{{opening.title}}',
    button: '詳細を開く',
    body: `{{staff.name}} 様

「{{opening.title}}」の紹介の依頼が、ご本人に承諾されました。紹介枠を1つ使用し、提供・受領の記録を作成しました。

ご本人がお待ちです。3営業日以内のご連絡をお願いいたします。

{{link}}`,
  },
  ANSWER_DECLINED: {
    subject: '紹介の依頼は見送りとなりました：{{opening.title}}',
    button: '詳細を開く',
    body: `{{staff.name}} 様

「{{opening.title}}」の紹介の依頼は、ご本人の意向により見送りとなりました。確保していた紹介枠は戻りました。

理由はお伝えしておりません。同じ方への再度の依頼は、ご遠慮ください。

{{link}}`,
  },
  ANSWER_LAPSED: {
    subject: '紹介の依頼が期限となりました：{{opening.title}}',
    button: '詳細を開く',
    body: `{{staff.name}} 様

「{{opening.title}}」の紹介の依頼は、期限までにご回答がなかったため終了しました。確保していた紹介枠は戻りました。

{{link}}`,
  },
  QUESTION_ASKED: {
    subject: '紹介の依頼にご質問が届いています：{{opening.title}}',
    button: '回答する',
    body: `{{staff.name}} 様

「{{opening.title}}」の紹介の依頼について、ご本人から匿名でご質問が届いています。

{{question}}

回答期限は{{answer.by}}です。早めのご回答をお願いいたします。

{{link}}`,
  },
  UNSUBSCRIBED: {
    subject: '配信停止を承りました',
    button: '受け取り方を変更する',
    body: `{{company.name}}からの「{{mail.kind}}」の配信を停止いたしました。

選考結果のお知らせ、確認コード、お手続きの控えなど、必要なご連絡は引き続きお送りいたします。誤って停止された場合は、次のリンクから戻していただけます。

{{link}}`,
  },
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

登録情報は直ちに、控え（バックアップ）に含まれるものも30日以内に消去されます。企業が持つ記録については、14日以内に結果をお知らせいたします。

第三者に提供した事実の記録のみ、個人情報保護法により3年間保存いたします。`,
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
  REQUEST_GRANTED: {
    subject: '【{{company.name}}】{{request.kind}}のご請求への回答（{{receipt.number}}）',
    button: null,
    body: `{{person.name}} 様

{{company.name}}でございます。このたびお申し出いただきました個人情報の{{request.kind}}のご請求（受付番号：{{receipt.number}}）につきまして、次のとおりご回答申し上げます。

ご請求のとおり、対応いたします。

{{request.answer}}

ご不明な点がございましたら、このメールにご返信くださいますようお願い申し上げます。`,
  },
  REQUEST_GRANTED_IN_PART: {
    subject: '【{{company.name}}】{{request.kind}}のご請求への回答（{{receipt.number}}）',
    button: null,
    body: `{{person.name}} 様

{{company.name}}でございます。このたびお申し出いただきました個人情報の{{request.kind}}のご請求（受付番号：{{receipt.number}}）につきまして、次のとおりご回答申し上げます。

ご請求の一部に対応いたします。誠に恐れ入りますが、次の部分につきましては、ご希望に沿うことができません。

・対応いたしかねる部分：{{request.refused}}

【理由】
{{request.grounds}}

【ご説明】
{{request.answer}}

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
}
