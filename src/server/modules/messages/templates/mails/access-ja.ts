import type { MailWords } from './kinds.ts'

export const accessJa = {
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
} satisfies Partial<MailWords>
