import type { Messages } from './messages.ts'

export const insightsMessages = {
  ja: {
    'insights.too-many': '対象が{most}件を超えるため集計できません。期間・求人・応募経路を絞り込んでください。',
    'insights.forbidden-data':
      '「{word}」は、職業安定法第5条の5により収集できない情報です。この記述を取り除いてから保存してください。',
  },
  en: {
    'insights.too-many':
      'More than {most} are concerned, too many to count at once. Narrow the period, opening or channel.',
    'insights.forbidden-data':
      '“{word}” is information that the Employment Security Act (art. 5-5) forbids to collect. Remove it and save again.',
  },
} satisfies Messages
