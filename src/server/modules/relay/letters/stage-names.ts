import type { Stage } from '../../../../contract/selection/selection-terms.ts'

const names: Record<Stage, { ja: string; en: string }> = {
  APPLIED: { ja: '応募受付', en: 'application' },
  DOCUMENT_SCREENING: { ja: '書類選考', en: 'document screening' },
  APTITUDE_TEST: { ja: '適性検査', en: 'aptitude test' },
  CASUAL_MEETING: { ja: 'カジュアル面談', en: 'casual meeting' },
  INTERVIEW_1: { ja: '一次面接', en: 'first interview' },
  INTERVIEW_2: { ja: '二次面接', en: 'second interview' },
  INTERVIEW_3: { ja: '三次面接', en: 'third interview' },
  FINAL_INTERVIEW: { ja: '最終面接', en: 'final interview' },
  REFERENCE_CHECK: { ja: 'リファレンスチェック', en: 'reference check' },
  OFFER_MEETING: { ja: 'オファー面談', en: 'offer meeting' },
  INFORMAL_OFFER: { ja: '内々定', en: 'informal offer' },
  OFFER: { ja: '内定', en: 'offer' },
  JOIN_SCHEDULED: { ja: '入社予定', en: 'scheduled to join' },
  JOINED: { ja: '入社', en: 'joined' },
}

/** A stage as a person reads it in a mail. */
export const stageName = (stage: Stage, language: 'ja' | 'en'): string => names[stage][language]
