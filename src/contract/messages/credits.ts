import type { Messages } from './messages.ts'

type Code = 'credits.no-slot' | 'credits.refused'

export const creditsMessages = {
  ja: {
    'credits.no-slot':
      '使える紹介枠がありません。紹介のカウントが基準に達するか、予約中の枠が戻ると使えるようになります。「リレー・紹介枠」で残数をご確認ください。',
    'credits.refused':
      'この操作は台帳の規則({rule})により行えません。同じ紹介や予約がすでに処理済みでないか、明細をご確認ください。',
  },
  en: {
    'credits.no-slot':
      'No introduction slot is free. One becomes available when enough referrals have counted or a reserved slot comes back; see “Relay and slots” for what you have.',
    'credits.refused':
      'The ledger’s rules ({rule}) do not allow this. Check in the statement whether the referral or reservation was already settled.',
  },
} satisfies Messages<Code>
