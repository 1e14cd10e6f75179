/** What each movement of the ledger is called on a statement, on the page and on paper. */
export const creditMovements: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    'referral.counted': '紹介を数えました',
    'referral.converted': '紹介を紹介枠に換えました',
    'referral.unconverted': '紹介枠を紹介に戻しました',
    'referral.reversed': '紹介を取り消しました',
    'debt.opened': '紹介の不足を記録しました',
    'debt.paid': '紹介の不足に充当しました',
    'slot.granted': '紹介枠が付与されました',
    'slot.reversed': '紹介枠を取り消しました',
    'slot.reserved': '紹介の依頼で予約しました',
    'slot.released': '予約が戻りました',
    'slot.spent': '紹介が成立し、枠を消化しました',
    'slot.expired': '期限切れになりました',
    'slot.sent': 'グループ会社へ移しました',
    'slot.delivered': 'グループ会社が受け取りました',
    'slot.returned': 'グループ会社から戻りました',
    'slot.received': 'グループ会社から受け取りました',
    'slot.given': '運営者が追加しました',
    'slot.taken': '運営者が取り消しました',
    'referral.given': '運営者が紹介を追加しました',
    'referral.taken': '運営者が紹介を取り消しました',
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
