import type { Messages } from './messages.ts'

type Code =
  | 'consent.basis-missing'
  | 'consent.breach-action-unknown'
  | 'consent.breach-changed'
  | 'consent.breach-not-yet'
  | 'consent.breach-period'
  | 'consent.breach-report-order'
  | 'consent.entry-unnamed'
  | 'consent.ground-unfit'
  | 'consent.grounds-missing'
  | 'consent.handover-missing'
  | 'consent.handover-unfit'
  | 'consent.held'
  | 'consent.hold-lifted'
  | 'consent.identity-stands'
  | 'consent.identity-unchecked'
  | 'consent.items-missing'
  | 'consent.no-address'
  | 'consent.not-an-erasure'
  | 'consent.notice-backdated'
  | 'consent.notice-changed'
  | 'consent.only-operator'
  | 'consent.person-unknown'
  | 'consent.refused-fields-unfit'
  | 'consent.request-changed'
  | 'consent.request-closed'
  | 'consent.rule-changed'
  | 'consent.run-changed'
  | 'consent.run-not-in-force'
  | 'consent.run-without-class'
  | 'consent.run-not-listed'
  | 'consent.run-over'
  | 'consent.text-unknown'
  | 'consent.too-many-entries'
  | 'consent.wish-unfit'
  | 'consent.wish-unmet'

export const consentMessages = {
  ja: {
    'consent.basis-missing':
      '利用目的と根拠が記録されていないため、実行できません。管理者が「個人情報 > 利用目的」で記録してください。',
    'consent.entry-unnamed': '処理の名称を入力してください。',
    'consent.too-many-entries': '独自の項目は{most}件までです。不要な項目を削除してください。',
    'consent.notice-backdated': '適用開始日には、今日以降の日付を指定してください。',
    'consent.notice-changed':
      'ほかの担当者が新しい版を公開しました。画面を読み込み直し、最新の版との違いを確かめてから公開してください。',
    'consent.breach-action-unknown':
      '「{action}」で始まる操作はありません。条件の誤りで「対象0名」とならないよう、操作の名前をご確認ください。',
    'consent.breach-not-yet': '発覚した日時に、これから先の日時は指定できません。報告の期限はこの日時から数えます。',
    'consent.breach-period': '期間の終わりは、始まりより後の日時にしてください。',
    'consent.breach-report-order':
      '報告した日時は、発覚した日時から現在までの間で指定してください。確報は、速報と同じか、それより後になります。',
    'consent.breach-changed': 'ほかの担当者が更新しました。最新の内容を表示してから、入力し直してください。',
    'consent.ground-unfit': 'この種類の請求では使えない理由が選ばれています。理由を選び直してください。',
    'consent.grounds-missing': 'お断りする理由を一つ以上選び、一部に応じる場合は応じない部分も記入してください。',
    'consent.handover-missing': '開示した情報を渡した方法を選んでください。',
    'consent.handover-unfit':
      '渡した方法は、開示に応じる回答にだけ記録できます。渡した日には、今日までの日付を指定してください。',
    'consent.wish-unfit': '受け取り方の希望は、開示の請求にだけ記録できます。',
    'consent.wish-unmet':
      'ご本人が希望した方法と違う方法で渡す場合は、その理由を記入してください。理由はご本人に伝わります(個人情報保護法33条2項・3項)。',
    'consent.held':
      'この方には削除の保留(リーガルホールド)が設定されているため、消去できません。請求には「法令による保存」などの理由でお答えになるか、保留を解除してください。',
    'consent.hold-lifted': 'この保留はすでに解除されています。最新の内容を表示してご確認ください。',
    'consent.rule-changed': 'ほかの担当者がルールを変更しました。最新の内容を表示してから、設定し直してください。',
    'consent.run-changed': '削除対象は {deletes} 名です。一覧の人数を確認してから、もう一度お試しください。',
    'consent.only-operator': '登録者の保存期間は、キャリアリレーの運営者だけが扱えます。',
    'consent.run-not-in-force':
      'この一覧は、いま有効なルールとは違う条件で作られています。ルールを保存してから、一覧を作り直してください。',
    'consent.run-without-class':
      '期間を変えて試す場合は、月数と、その月数を当てはめる区分を1つ指定してください(登録者の一覧では区分は不要です)。',
    'consent.run-not-listed': 'この一覧からは削除を予約できません。作成中か、すでに予約・終了しています。',
    'consent.run-over': 'この実行はすでに終わっているため、中止できません。',
    'consent.identity-stands':
      'この請求の本人確認は、ご本人の手続きによって済んでいるため、変更できません。別の方の請求は、新しい請求として登録してください。',
    'consent.identity-unchecked': '先に本人確認を記録してください。確認が済むまで、回答も消去もできません。',
    'consent.no-address':
      'この方のメールアドレスが登録されていません。別の方法でお伝えのうえ、その旨を選んでください。',
    'consent.not-an-erasure': '消去できるのは、消去の請求だけです。',
    'consent.person-unknown': '対象の方が見つかりません。消去済みでないか、ご確認ください。',
    'consent.items-missing': '同意の対象となる項目がありません。項目を一つ以上選んでください。',
    'consent.refused-fields-unfit':
      '訂正の申し出の一部に応じるときは、応じない項目を一つ以上選び、応じる項目を一つ以上残してください。申し出が1項目だけのときや、すべてに応じないときは、「請求に応じる」か「お断りする」を選んでください。',
    'consent.request-changed': '表示したあとに、ご本人が訂正を追加しました。最新の内容を表示してから回答してください。',
    'consent.request-closed': 'この請求にはすでに回答しています。最新の内容を表示してご確認ください。',
    'consent.text-unknown':
      '表示された説明文を確認できないため、同意を記録できません。画面を開き直してお試しください。',
  },
  en: {
    'consent.basis-missing':
      'No purpose and ground have been recorded for this. An admin records them under Privacy > Purposes.',
    'consent.entry-unnamed': 'Give the entry a name.',
    'consent.too-many-entries': 'At most {most} entries of your own are kept. Remove one that is no longer needed.',
    'consent.notice-backdated': 'A notice holds from today or a later day.',
    'consent.notice-changed': 'Somebody else published a version. Reload, look at what differs, then publish.',
    'consent.breach-action-unknown':
      'Nothing that is done begins with “{action}”. Check the name, so that a slip is not read as “nobody affected”.',
    'consent.breach-not-yet':
      'A breach cannot have been noticed in the future: the clocks of the reports run from then.',
    'consent.breach-period': 'The period has to end after it begins.',
    'consent.breach-report-order':
      'A report is made between the moment the breach was noticed and now, and the final one not before the first.',
    'consent.breach-changed': 'Somebody else changed this. Reload, then enter it again.',
    'consent.ground-unfit': 'One of the grounds does not apply to this kind of request. Choose another.',
    'consent.grounds-missing': 'Choose at least one ground, and say what is refused where you grant a part.',
    'consent.handover-missing': 'Say how what is disclosed was handed over.',
    'consent.handover-unfit':
      'How it was handed over is kept with a disclosure that is granted, for today or an earlier day.',
    'consent.wish-unfit': 'A form is wished for with a request for disclosure alone.',
    'consent.wish-unmet':
      'The person asked for another form. Say why they do not get it; they are told so, as Article 33 of the Act on the Protection of Personal Information asks.',
    'consent.held':
      'A legal hold is open on this person, so nothing is erased. Refuse on the ground of legal retention, or lift the hold.',
    'consent.hold-lifted': 'This hold was lifted already. Reload to see it.',
    'consent.rule-changed': 'Somebody else changed this rule. Reload, then set it again.',
    'consent.run-changed': 'The list has {deletes} people to delete. Look at it again before you confirm.',
    'consent.only-operator': 'How long members are kept is up to the operator of the relay alone.',
    'consent.run-not-in-force':
      'This list was made by another rule than the one in force. Save the rule, then make the list again.',
    'consent.run-without-class':
      'To try another time, give the months and the one class that they are for; a list of members needs no class.',
    'consent.run-not-listed': 'This list cannot be scheduled: it is being made, or was scheduled or ended already.',
    'consent.run-over': 'This run has ended, so it cannot be called off.',
    'consent.identity-stands':
      'The person proved who they are in their own visit, or said what is to be corrected there. Who asks cannot be changed; enter the request of somebody else as a request of its own.',
    'consent.identity-unchecked': 'Note first how the identity was checked. Nothing is told or erased before.',
    'consent.no-address': 'No mail address of this person is known. Tell them in another way and choose that.',
    'consent.not-an-erasure': 'Only a request to erase can be answered by erasing.',
    'consent.person-unknown': 'This person was not found. They may have been erased.',
    'consent.items-missing': 'There is nothing to consent to. Choose at least one item.',
    'consent.refused-fields-unfit':
      'To grant a part of the corrections, choose at least one of them to refuse and leave at least one to grant. A single one, or all of them, is either granted or refused.',
    'consent.request-changed': 'The person added a correction after you opened this. Reload before you answer.',
    'consent.request-closed': 'This request has been answered already. Reload to see the answer.',
    'consent.text-unknown':
      'The words that were shown are not known here, so nothing was recorded. Open the page again.',
  },
} satisfies Messages<Code>
