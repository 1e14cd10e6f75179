import type { Messages } from './messages.ts'

type Code =
  | 'credits.no-slot'
  | 'credits.refused'
  | 'credits.link-exists'
  | 'credits.link-else'
  | 'credits.not-in-network'
  | 'credits.staff-only'
  | 'credits.other-person'
  | 'credits.own-proposal'
  | 'credits.adjustment-settled'

export const creditsMessages = {
  ja: {
    'credits.no-slot':
      '使える紹介枠がありません。紹介のカウントが基準に達するか、予約中の枠が戻ると使えるようになります。「リレー・紹介枠」で残数をご確認ください。',
    'credits.refused':
      'この操作は台帳の規則により行えません。同じ紹介や予約がすでに処理済みでないか、明細をご確認ください。',
    'credits.link-exists': 'この法人番号は自社のものか、すでに登録済みの会社です。グループ会社の一覧をご確認ください。',
    'credits.link-else':
      'この会社とのグループの状態が変わっています。画面を読み込み直して、現在の状態をご確認ください。',
    'credits.not-in-network':
      '貴社はネットワーク運営者の確認がまだ済んでいないか、停止中です。法人番号を「設定 → 会社情報」に登録し、運営者にお問い合わせください。',
    'credits.staff-only': 'この操作は、サインインした担当者だけが行えます。APIキーでは行えません。',
    'credits.other-person': 'ご自身の提案は承認・却下できません。別の担当者にご依頼ください。',
    'credits.own-proposal': '取り下げられるのは、提案したご本人だけです。',
    'credits.adjustment-settled':
      'この提案はすでに処理されたか、期限が過ぎています。一覧を読み込み直してください。必要な場合は、あらためてご提案ください。',
  },
  en: {
    'credits.no-slot':
      'No introduction slot is free. One becomes available when enough referrals have counted or a reserved slot comes back; see “Relay and slots” for what you have.',
    'credits.refused':
      'The ledger’s rules do not allow this. Check in the statement whether the referral or reservation was already settled.',
    'credits.link-exists':
      'This corporate number is your own, or the company is linked already. See the list of group companies.',
    'credits.link-else': 'The link with this company has changed. Reload the page to see how it stands.',
    'credits.not-in-network':
      'The operator has not verified your company yet, or has suspended it. Enter your corporate number under Settings → Company and ask the operator.',
    'credits.staff-only': 'Only somebody who signed in may do this, not an API key.',
    'credits.other-person': 'You cannot decide about your own proposal. Ask a colleague.',
    'credits.own-proposal': 'Only who made a proposal can withdraw it.',
    'credits.adjustment-settled':
      'This proposal was decided already or its time ran out. Reload the list; propose again if needed.',
  },
} satisfies Messages<Code>
