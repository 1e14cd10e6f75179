import type { Messages } from './messages.ts'

export const accountsMessages = {
  ja: {
    'accounts.staff-exists': 'このメールアドレスの方は、すでにこの会社のメンバーです。',
    'accounts.not-a-member':
      'この会社のメンバーではないため、開けません。会社を切り替えるか、管理者に招待をご依頼ください。',
    'accounts.suspended': 'この会社での利用が停止されています。管理者にお問い合わせください。',
    'accounts.company-unclear': '複数の会社に所属しています。どの会社で操作するかを選んでください。',
    'accounts.two-factor-required':
      'この操作には二段階認証の設定が必要です。「自分のアカウント」から設定してください。',
    'accounts.sign-in-refused': 'メールアドレスまたはパスワードが違います。もう一度ご確認ください。',
    'accounts.code-refused': 'コードが違うか、すでに使用されています。新しいコードでもう一度お試しください。',
    'accounts.challenge-over': '確認の有効期限が切れました。パスワードの入力からやり直してください。',
    'accounts.too-many-attempts': '試行回数の上限に達しました。{waitMinutes}分ほど待ってから、もう一度お試しください。',
    'accounts.password-wrong': '現在のパスワードが違います。もう一度ご確認ください。',
    'accounts.link-spent': 'このリンクは使用済みか、有効期限が切れています。もう一度、再設定をお申し込みください。',
    'accounts.second-factor-on': '二段階認証はすでに有効です。登録し直すには、いったん解除してください。',
    'accounts.second-factor-off': '二段階認証はまだ設定されていません。先に設定してください。',
    'accounts.second-factor-needed':
      '所属する会社で二段階認証が必須のため、解除できません。端末を失くした場合は、別の管理者に解除をご依頼ください。',
    'accounts.already-set-up': '初期設定はすでに完了しています。サインインしてください。',
    'accounts.set-up-code-wrong': '初期設定コードが違います。サーバーの起動時に表示されるコードを入力してください。',
    'accounts.licence-required':
      '職業紹介を選ぶには、有料職業紹介事業の許可番号が必要です。許可番号を入力してください。',
    'accounts.group-required':
      'グループ内での利用を選ぶには、グループの名称、グループの代表となる会社の法人番号、自社の法人番号が必要です。',
    'accounts.mode-above-installation':
      'システム全体の運用モード({most})より緩いモードは選べません。システムの管理者にご相談ください。',
    'accounts.number-wrong': 'この法人番号は正しくありません。国税庁の法人番号公表サイトでご確認ください。',
    'accounts.agreement-ends-before': '契約の期限が、締結日より前になっています。日付をご確認ください。',
    'accounts.industry-as-stated': 'この企業は、すでにこの業種を登録しています。',
    'accounts.industry-fixed': '業種の変更は12か月に1回までです。次に変更できるのは{from}からです。',
    'accounts.window-never-opens':
      'この設定では、1年以内に送信できる日がありません。曜日・休業日の設定を見直してください。',
    'accounts.invitation-open': 'このアドレスには招待を送信済みです。一覧から再送してください。',
    'accounts.invitation-over':
      'この招待は無効になっているか、有効期限が切れています。招待した方に再送をご依頼ください。',
    'accounts.invitation-settled': 'この招待はすでに承諾または取り消し済みです。画面を読み込み直してご確認ください。',
    'accounts.not-verifiable': 'まだ確認済みにできません。不足している書類・番号を先に記録してください。',
    'accounts.standing-else': '現在の状態({standing})ではこの操作を行えません。画面を読み込み直してご確認ください。',
    'accounts.last-owner': '最後の所有者は変更できません。先に別の方を所有者にしてください。',
    'accounts.owners-only': '所有者に関する変更は、所有者だけが行えます。',
    'accounts.role-elsewhere':
      '運営の会社には、この役割({role})のスタッフを置けません。所有者・管理者・分析担当・監査担当からお選びください。',
    'accounts.not-yourself': '自分自身に対してこの操作は行えません。別の管理者にご依頼ください。',
    'accounts.works-elsewhere':
      'この方は同じサインインで別の会社(運営を含む)でも働いているため、ここでは解除できません。ご本人が回復コードでサインインするか、サーバーの管理者に tasuki second-factor の実行をご依頼ください。',
    'accounts.key-exists': 'このキーはすでに作成されています。キーの文字列は一度しか表示されません。',
    'accounts.key-too-wide': '自分が持たない権限、またはキーに与えられない権限が含まれています: {permissions}',
    'accounts.staff-only': 'この操作はAPIキーでは行えません。サインインした担当者が行ってください。',
  },
  en: {
    'accounts.staff-exists': 'Somebody with this mail address works here already.',
    'accounts.not-a-member':
      'You do not work for this company. Choose another one, or ask its admin for an invitation.',
    'accounts.suspended': 'Your access to this company is suspended. Ask an admin.',
    'accounts.company-unclear': 'You work for several companies. Choose for which one this is.',
    'accounts.two-factor-required': 'This needs a second factor. Set it up under “My account”.',
    'accounts.sign-in-refused': 'The mail address or the password is wrong. Check both and try again.',
    'accounts.code-refused': 'The code is wrong or was used already. Try again with a fresh one.',
    'accounts.challenge-over': 'This took too long. Start again with your password.',
    'accounts.too-many-attempts': 'Too many attempts. Wait about {waitMinutes} minutes, then try again.',
    'accounts.password-wrong': 'Your current password is wrong. Check it and try again.',
    'accounts.link-spent': 'This link was used already or is too old. Ask for another one.',
    'accounts.second-factor-on': 'The second factor is on already. Switch it off first to register another device.',
    'accounts.second-factor-off': 'The second factor is not set up yet. Set it up first.',
    'accounts.second-factor-needed':
      'A company you work for requires the second factor, so it stays on. If you lost the device, ask another admin to reset it.',
    'accounts.already-set-up': 'This installation is set up already. Sign in instead.',
    'accounts.set-up-code-wrong': 'The set-up code is wrong. Enter the code that the server prints at its start.',
    'accounts.licence-required': 'Placement needs the number of a placement licence. Enter it first.',
    'accounts.group-required':
      'The group mode needs the group’s name, the corporate number of the company at its head, and your own.',
    'accounts.mode-above-installation': 'The installation allows no more than {most}. Ask whoever runs it.',
    'accounts.number-wrong': 'This is no corporate number. Check it with the National Tax Agency’s register.',
    'accounts.agreement-ends-before': 'The agreement would end before it was signed. Check the two dates.',
    'accounts.industry-as-stated': 'The company states this line of business already.',
    'accounts.industry-fixed': 'The line of business may be changed once in twelve months, next from {from}.',
    'accounts.window-never-opens':
      'With this no mail could leave within a year. Change the weekdays or the closed days.',
    'accounts.invitation-open': 'This address has been invited already. Resend the invitation from the list.',
    'accounts.invitation-over': 'This invitation was taken back or is too old. Ask for another one.',
    'accounts.invitation-settled': 'This invitation was accepted or taken back already. Reload the page.',
    'accounts.not-verifiable': 'This company cannot be verified yet. Record the missing numbers and papers first.',
    'accounts.standing-else': 'Not possible while the company is {standing}. Reload the page.',
    'accounts.last-owner': 'The last owner has to stay. Make somebody else an owner first.',
    'accounts.owners-only': 'Only an owner may change owners.',
    'accounts.role-elsewhere': 'The operator has no {role}. Choose owner, admin, analyst or auditor.',
    'accounts.not-yourself': 'You cannot do this to yourself. Ask another admin.',
    'accounts.works-elsewhere':
      'This person works in another company, or for the operator, by the same sign-in. They sign in with a recovery code, or whoever runs the server uses tasuki second-factor.',
    'accounts.key-exists': 'This key exists already. Its text is shown only once.',
    'accounts.key-too-wide': 'These permissions are not yours, or not for keys: {permissions}',
    'accounts.staff-only': 'An API key cannot do this. Sign in and do it yourself.',
  },
} satisfies Messages
