import type { Told } from './told.ts'

/** What is recorded about openings, applications, interviews and what is counted of them. */
export const selectionActions = {
  'application.decided': { ja: '選考の結果を記録した', en: 'Recorded a decision in a selection' },
  'applications.listed': { ja: '選考の一覧を見た', en: 'Read the list of applications' },
  'cost.kept': { ja: '採用費用を記録した', en: 'Recorded a hiring cost' },
  'cost.dropped': { ja: '採用費用の記録を削除した', en: 'Deleted a hiring cost' },
  'flow.kept': { ja: '選考フローを変えた', en: 'Changed the selection flow' },
  'insights.people-read': { ja: '集計の元の方を見た', en: 'Read the people behind a number' },
  'insights.exported': { ja: '分析を書き出した', en: 'Exported insights' },
  'interviews.listed': { ja: '面接の一覧を見た', en: 'Read the list of interviews' },
  'opening.created': { ja: '求人を登録した', en: 'Added an opening' },
  'opening.changed': { ja: '求人を変えた', en: 'Changed an opening' },
} satisfies Record<string, Told>
