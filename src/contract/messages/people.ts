import type { Messages } from './messages.ts'

export const peopleMessages = {
  ja: {
    'people.erased': 'この方の情報は消去済みのため、表示も変更もできません。',
    'people.same-person': 'すでに同一人物として扱われています。',
    'people.merge-mismatch': 'この操作番号は別の統合に使われています。画面を読み込み直して、もう一度お試しください。',
    'people.merge-undone': 'この統合はすでに取り消されています。再び統合するには、新しい操作として実行してください。',
    'people.forbidden-data':
      '「{word}」は、職業安定法第5条の5により収集できない情報です。{field}からこの記述を取り除いてください。',
    'people.unfit-value': '{field}の形式を確認してください。入力された内容を読み取れませんでした。',
  },
  en: {
    'people.erased': 'This person’s data has been erased; there is nothing left to show or change.',
    'people.same-person': 'These are already treated as one person.',
    'people.merge-mismatch': 'This operation id belongs to another merge. Reload the page and try again.',
    'people.merge-undone': 'This merge has been undone. To merge again, start a new operation.',
    'people.forbidden-data':
      '“{word}” is information that the Employment Security Act (art. 5-5) forbids to collect. Remove it from {field}.',
    'people.unfit-value': 'The value of {field} could not be read. Check its format.',
  },
} satisfies Messages
