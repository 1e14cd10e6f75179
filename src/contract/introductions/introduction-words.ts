import type { IntroductionState } from './introductions.ts'

/** Where an introduction stands, as the company that asked for it is told. */
export const introductionStateNames: Record<'ja' | 'en', Record<IntroductionState, string>> = {
  ja: {
    ASKED: '回答待ち',
    ACCEPTED: '承諾',
    DECLINED: '見送り',
    LAPSED: '期限切れ',
    WITHDRAWN: 'ご本人の都合で終了',
    CANCELLED: '取り下げ',
  },
  en: {
    ASKED: 'Waiting',
    ACCEPTED: 'Yes',
    DECLINED: 'No',
    LAPSED: 'No answer in time',
    WITHDRAWN: 'Ended by the person',
    CANCELLED: 'Taken back',
  },
}
