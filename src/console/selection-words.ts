import type { Channel, Stage } from '../contract/selection-terms.ts'
import { messages } from '../ui/text/messages.ts'

/** The stages and channels of a selection in words. */
export const selectionWords = messages({
  ja: {
    stage: {
      APPLIED: '応募受付',
      DOCUMENT_SCREENING: '書類選考',
      APTITUDE_TEST: '適性検査',
      CASUAL_MEETING: 'カジュアル面談',
      INTERVIEW_1: '一次面接',
      INTERVIEW_2: '二次面接',
      INTERVIEW_3: '三次面接',
      FINAL_INTERVIEW: '最終面接',
      REFERENCE_CHECK: 'リファレンスチェック',
      OFFER_MEETING: 'オファー面談',
      INFORMAL_OFFER: '内々定',
      OFFER: '内定',
      JOIN_SCHEDULED: '入社予定',
      JOINED: '入社',
    } satisfies Record<Stage, string> as Record<string, string>,
    channel: {
      DIRECT: '自社サイト',
      JOB_BOARD: '求人媒体',
      AGENCY: '人材紹介会社',
      EMPLOYEE_REFERRAL: '社員紹介',
      EVENT: 'イベント',
      ALUMNI: 'アルムナイ',
      SCOUT: 'スカウト',
      RELAY: 'キャリアリレー',
      OTHER: 'その他',
    } satisfies Record<Channel, string> as Record<string, string>,
  },
  en: {
    stage: {
      APPLIED: 'Received',
      DOCUMENT_SCREENING: 'Document screening',
      APTITUDE_TEST: 'Aptitude test',
      CASUAL_MEETING: 'Casual talk',
      INTERVIEW_1: '1st interview',
      INTERVIEW_2: '2nd interview',
      INTERVIEW_3: '3rd interview',
      FINAL_INTERVIEW: 'Final interview',
      REFERENCE_CHECK: 'Reference check',
      OFFER_MEETING: 'Offer meeting',
      INFORMAL_OFFER: 'Informal offer',
      OFFER: 'Offer',
      JOIN_SCHEDULED: 'To join',
      JOINED: 'Joined',
    } satisfies Record<Stage, string> as Record<string, string>,
    channel: {
      DIRECT: 'Careers site',
      JOB_BOARD: 'Job board',
      AGENCY: 'Agency',
      EMPLOYEE_REFERRAL: 'Employee referral',
      EVENT: 'Event',
      ALUMNI: 'Alumni',
      SCOUT: 'Scout',
      RELAY: 'Career relay',
      OTHER: 'Other',
    } satisfies Record<Channel, string> as Record<string, string>,
  },
})
