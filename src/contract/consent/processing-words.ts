import type { ProcessingActivity, ProcessingField } from './processing.ts'

type Words = {
  title: string
  activities: Record<ProcessingActivity, string>
  fields: Record<ProcessingField, string>
  name: string
  foot: string
}

/** What the register of processing is called: in the console, in files and on paper. */
export const processingWords: Record<'ja' | 'en', Words> = {
  ja: {
    title: '個人データ処理台帳',
    activities: {
      SELECTION: '採用選考',
      POOL: '人材プールでの保管とご案内',
      LETTER: '選考結果の通知(お見送りメール)',
      RELAY: 'キャリアリレー・紹介',
      REQUESTS: '本人からの請求への対応',
      STAFF: '利用者(担当者)の管理',
    },
    fields: {
      purpose: '利用目的',
      people: '本人の範囲',
      data: '個人データの項目',
      sources: '取得元',
      recipients: '提供先・委託先',
      retention: '保存期間',
      safeguards: '安全管理措置',
    },
    name: '処理の名称',
    foot: '記録と設定から作成した台帳です。',
  },
  en: {
    title: 'Register of processing',
    activities: {
      SELECTION: 'Selection',
      POOL: 'Keeping and telling of openings',
      LETTER: 'Telling the result (letters)',
      RELAY: 'Career relay and introductions',
      REQUESTS: 'Answering requests of people',
      STAFF: 'Accounts of staff',
    },
    fields: {
      purpose: 'Purpose',
      people: 'Whose data',
      data: 'Which data',
      sources: 'Sources',
      recipients: 'Recipients and processors',
      retention: 'Kept for',
      safeguards: 'Safeguards',
    },
    name: 'Processing',
    foot: 'Made from records and settings.',
  },
}
