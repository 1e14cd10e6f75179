import type { Messages } from './messages.ts'

export const poolMessages = {
  ja: {
    'pool.age-filter-off':
      '年齢での絞り込みはできません。例外事由(労働施策総合推進法施行規則第1条の3)に当てはまる場合は、管理者が会社設定に記録してください。',
    'pool.bad-cursor': 'ページの位置を読み取れませんでした。最初のページから表示し直してください。',
    'pool.nothing-stated': '氏名・フリガナ・メールアドレスのいずれかを入力してください。',
    'pool.unfit-fields': '次の項目の形式を確認してください: {fields}',
    'pool.too-many': '一度に操作できるのは{most}名までです。条件を絞ってから、もう一度お試しください。',
  },
  en: {
    'pool.age-filter-off':
      'Filtering by age is off. If a legal exception applies, an admin can record it in the company settings.',
    'pool.bad-cursor': 'That place in the list could not be read. Start again from the first page.',
    'pool.nothing-stated': 'Enter a name, a reading or an email address.',
    'pool.unfit-fields': 'Check the format of: {fields}',
    'pool.too-many': 'At most {most} people can be changed at once. Narrow the list and try again.',
  },
} satisfies Messages
