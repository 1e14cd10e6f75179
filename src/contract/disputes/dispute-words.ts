import type { DisputeKind, DisputeState } from './disputes.ts'

type Names<K extends string> = Record<'ja' | 'en', Record<K, string>>

/** What is contested, wherever it is said. */
export const disputeKindNames: Names<DisputeKind> = {
  ja: {
    REFERRAL: '却下・取消となった紹介',
    SLOT: '使用済みとなった紹介枠',
    CONDUCT: '紹介を受けた方からの申し立て',
  },
  en: {
    REFERRAL: 'A referral refused or taken back',
    SLOT: 'A slot that was spent',
    CONDUCT: 'Contested by a person',
  },
}

export const disputeStateNames: Names<DisputeState> = {
  ja: { STATEMENT: '意見を受付中', REVIEW: '運営が審査中', DECIDED: '判断済み', WITHDRAWN: '取り下げ' },
  en: { STATEMENT: 'Hearing both sides', REVIEW: 'With the operator', DECIDED: 'Decided', WITHDRAWN: 'Withdrawn' },
}
