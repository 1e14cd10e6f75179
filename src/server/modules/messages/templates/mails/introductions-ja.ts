import type { MailWords } from './kinds.ts'

export const introductionsJa = {
  INTRODUCTION_REQUEST: {
    subject: '企業からのご紹介が届いています（{{answer.by}}まで）',
    button: '内容を見て回答する',
    body: `{{person.name}} 様

{{employer.name}}から、「{{opening.title}}」についてお話ししたいとのご紹介が届いています。

お名前やご連絡先は、まだ企業に伝わっていません。仕事の内容、条件、「はい」の場合に提供される内容をご確認のうえ、ご回答ください。

お受けいただいた場合、{{employer.name}}は次のことを約束しています。
{{promises.list}}

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

お受けいただいた場合、{{employer.name}}は次のことを約束しています。
{{promises.list}}

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
  REQUEST_TAKEN_BACK: {
    subject: 'ご紹介が取り下げられました：{{opening.title}}',
    button: '内容を確認する',
    body: `{{person.name}} 様

{{employer.name}}からの「{{opening.title}}」のご紹介は、企業側の事情により取り下げられました。ご回答やご質問をお寄せいただいておりましたところ、誠に申し訳ございません。

このご紹介で、お名前やご連絡先が{{employer.name}}に提供されることはございません。お寄せいただいたご質問への回答も、以後はお届けできません。お手続きは不要です。

{{link}}

ご登録の内容や、ほかのご紹介への影響はございません。`,
  },
  PROMISE_NEWS: {
    subject: 'ご紹介の際のお約束についてのお知らせ',
    button: '内容を確認する',
    body: `{{person.name}} 様

「{{opening.title}}」のご紹介の際に{{employer.name}}がお約束した内容について、記録が更新されました。守られたかどうか、次のページでご確認ください。

{{link}}

記録が実際と異なる場合は、そのページから運営者にお知らせいただけます。お知らせいただいても、選考で不利になることはございません。`,
  },
  PROMISE_DUE: {
    subject: 'ご本人へのお約束の期日が近づいています（{{answer.by}}まで）：{{opening.title}}',
    button: '状況を確認する',
    body: `{{staff.name}} 様

「{{opening.title}}」で紹介をお受けになった方への、次のお約束の期日が近づいています。

期日は{{answer.by}}です。
{{promises.list}}

{{link}}

選考の記録（面接の予定、選考の段階）があれば、自動で「守られた」となります。記録のない形で守られた場合は、上のページで記録してください。期日を過ぎると「守られなかった」となり、ご本人と運営に伝わります。`,
  },
  PROMISE_OBJECTED: {
    subject: 'お約束について、ご本人から申し出がありました：{{opening.title}}',
    button: '状況を確認する',
    body: `{{staff.name}} 様

「{{opening.title}}」で紹介をお受けになった方から、次のお約束が守られていないとの申し出が運営にありました。

申し出のあったお約束
{{promises.list}}

{{link}}

運営が事実を確認し、判断します。ご本人への連絡は、通常の選考の範囲でお願いいたします。`,
  },
  QUESTION_ASKED: {
    subject: '紹介の依頼にご質問が届いています：{{opening.title}}',
    button: '回答する',
    body: `{{staff.name}} 様

「{{opening.title}}」の紹介の依頼について、ご本人から匿名でご質問が届いています。

内容は次のページでご覧ください。回答期限は{{answer.by}}です。早めのご回答をお願いいたします。

{{link}}`,
  },
  ANSWER_ACCEPTED: {
    subject: '紹介の依頼が承諾されました：{{opening.title}}',
    button: '詳細を開く',
    body: `{{staff.name}} 様

「{{opening.title}}」の紹介の依頼が、ご本人に承諾されました。紹介枠を1つ使用し、提供・受領の記録を作成しました。

ご本人がお待ちです。3営業日以内のご連絡をお願いいたします。

ご本人へのお約束は次のとおりです。守られたかどうかは記録され、ご本人と運営に伝わります。
{{promises.list}}

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
  GATE_ENDED: {
    subject: '紹介の依頼はご本人に届いておりません：{{opening.title}}',
    button: '詳細を開く',
    body: `{{staff.name}} 様

「{{opening.title}}」の紹介の依頼は、リレー運営の確認の段階で終了しました。ご本人には何も伝わっておりません。確保していた紹介枠は戻りました。

{{gate.reason}}

内容を見直したうえで、あらためてご依頼いただけます。

{{link}}`,
  },
  DISPUTE_NEWS: {
    subject: 'ご紹介に関する申し立てについてのお知らせ',
    button: '内容を確認する',
    body: `{{person.name}} 様

「{{opening.title}}」（{{employer.name}}）のご紹介に関する申し立てについて、お知らせがございます。内容と、ご意見をお寄せいただける期限は、次のページでご確認ください。

{{link}}

ご意見をお寄せいただくかどうかは任意です。お寄せいただかなくても、不利になることはございません。`,
  },
} satisfies Partial<MailWords>
