import type { MailWords } from './kinds.ts'

export const consentsJa = {
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

{{consent.after}}

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

同意を続けるか終えるかを、ボタン1つでお答えいただけます。

{{link}}

・お答えがない場合は、期限の日に自動的に終わり、その後はどなたにも伝わりません。
・「同意を終える」をお選びになっても、不利になることはございません。
・この期限についてのお知らせは、この1通だけです。`,
  },
} satisfies Partial<MailWords>
