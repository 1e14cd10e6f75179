import { messages } from '../../ui/text/messages.ts'

export const ruleWords = messages({
  ja: {
    months: '保存する月数',
    starts: '起算日',
    isOn: 'このルールで削除できるようにする',
    save: '保存する',
    saved: 'ルールを保存しました',
    off: 'オフ',
    on: 'オン',
    byDefault: '初期値のまま',
    changedAt: (at: string) => `${at} に変更`,
  },
  en: {
    months: 'Months to keep',
    starts: 'Counted from',
    isOn: 'People may be deleted by this rule',
    save: 'Save',
    saved: 'The rule was saved',
    off: 'Off',
    on: 'On',
    byDefault: 'As by default',
    changedAt: (at: string) => `Changed ${at}`,
  },
})
