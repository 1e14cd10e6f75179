import type { Messages } from './messages.ts'

export const impactMessages = {
  ja: {
    'impact.off': '影響比率の監査は行われていません。根拠を記録して開始してください。',
    'impact.staff-only':
      '監査の開始・終了と集計は、担当者ご本人がサインインして行ってください。APIキーではできません。',
    'impact.days-counted':
      '{from}から{until}までは、すでに集計されています。同じ日を二度数えると差し引きで少数の方が分かるため、別の期間を選んでください。',
    'impact.not-over': '集計できるのは、終わった日({lastUntil})までです。',
    'impact.too-few':
      '回答した方が{k}名に満たないため、表示できる率がありません。期間を長く取ってください。集計は保存していません。',
  },
  en: {
    'impact.off': 'Impact ratios are not audited. Record the ground to begin.',
    'impact.staff-only': 'A person of staff answers for this, signed in; an API key cannot.',
    'impact.days-counted':
      'The days from {from} to {until} are counted already. Counting a day twice would give away few people by subtraction: take other days.',
    'impact.not-over': 'Only days that are over can be counted, up to {lastUntil}.',
    'impact.too-few': 'Fewer than {k} people answered, so no rate can be told. Take a longer period. Nothing was kept.',
  },
} satisfies Messages
