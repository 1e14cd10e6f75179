/** What each movement of the ledger is called on a statement, on the page and on paper. */
export const creditMovements: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    'referral.counted': '紹介の計上',
    'referral.converted': '紹介枠への引き換え',
    'referral.unconverted': '引き換えの取り消し',
    'referral.reversed': '紹介の取り消し',
    'debt.opened': '不足分の発生',
    'debt.paid': '不足分への充当',
    'slot.granted': '紹介枠の付与',
    'slot.reversed': '紹介枠の取り消し',
    'slot.reserved': '紹介の依頼による予約',
    'slot.released': '予約の解除',
    'slot.spent': '紹介の成立による消化',
    'slot.expired': '有効期限切れ',
    'slot.sent': 'グループ会社への移転',
    'slot.delivered': 'グループ会社の受け取り',
    'slot.returned': 'グループ会社からの返却',
    'slot.received': 'グループ会社からの受け取り',
    'slot.given': '運営者による追加',
    'slot.taken': '運営者による取り消し',
    'referral.given': '運営者による紹介の追加',
    'referral.taken': '運営者による紹介の取り消し',
  },
  en: {
    'referral.counted': 'Referral counted',
    'referral.converted': 'Referrals made into a slot',
    'referral.unconverted': 'A slot made back into referrals',
    'referral.reversed': 'Referral taken back',
    'debt.opened': 'Owed referral recorded',
    'debt.paid': 'Owed referral paid',
    'slot.granted': 'Slot granted',
    'slot.reversed': 'Slot taken back',
    'slot.reserved': 'Reserved for an introduction',
    'slot.released': 'Given back',
    'slot.spent': 'Spent on an introduction',
    'slot.expired': 'Expired',
    'slot.sent': 'Sent to a group company',
    'slot.delivered': 'Received by the group company',
    'slot.returned': 'Came back from a group company',
    'slot.received': 'Received from a group company',
    'slot.given': 'Given by the operator',
    'slot.taken': 'Taken by the operator',
    'referral.given': 'Referrals given by the operator',
    'referral.taken': 'Referrals taken by the operator',
  },
}

/** A movement in words; its code where there are none. */
export const movementText = (language: 'ja' | 'en', kind: string): string => creditMovements[language][kind] ?? kind

/** Movements of which a human wrote the reason. */
const spoken: ReadonlySet<string> = new Set([
  'slot.given',
  'slot.taken',
  'referral.given',
  'referral.taken',
  'slot.sent',
  'slot.received',
  'slot.returned',
])

/** Why a slot came back, by how the introduction ended. */
const releases: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    declined: 'ご本人が辞退されたため',
    lapsed: '期限までにお返事がなかったため',
    withdrawn: 'ご本人が登録をやめられたため',
    cancelled: '依頼が取り消されたため',
    'gate refused': '運営の確認で見送られたため',
    'gate lapsed': '運営の確認が期限までに済まなかったため',
  },
  en: {
    declined: 'The person declined',
    lapsed: 'No answer in time',
    withdrawn: 'The person left',
    cancelled: 'The request was cancelled',
    'gate refused': 'The operator did not let it pass',
    'gate lapsed': 'The operator did not decide in time',
  },
}

/** Why a referral was taken back, and with it a slot: the operator's reasons, and those of the rules. */
const reversals: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    'own-staff': '自社の方の登録のため',
    'fake-person': '実在しない方の登録のため',
    'same-person-again': '同じ方の重複登録のため',
    bought: '対価を伴う登録のため',
    'other-fraud': 'その他の不正のため',
    fraud: '不正のため',
    'member-left': 'ご本人が登録をやめられたため',
    'attribution-moved': '別の企業のメールで計上されたため',
  },
  en: {
    'own-staff': 'Registered by your own staff',
    'fake-person': 'Not a real person',
    'same-person-again': 'The same person again',
    bought: 'The registration was paid for',
    'other-fraud': 'Other fraud',
    fraud: 'Fraud',
    'member-left': 'The person left the relay',
    'attribution-moved': 'Counted to another company’s letter',
  },
}
const reversed: ReadonlySet<string> = new Set(['referral.reversed', 'slot.reversed', 'debt.opened'])

/** Why a movement came about, in words for whoever reads the statement; nothing where its name says it already. */
export function movementReason(language: 'ja' | 'en', { kind, reason }: { kind: string; reason: string }): string {
  if (spoken.has(kind)) return reason
  if (reversed.has(kind)) return reversals[language][reason] ?? ''
  return kind === 'slot.released' ? (releases[language][reason] ?? '') : ''
}
