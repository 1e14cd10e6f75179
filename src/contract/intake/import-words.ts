import type { ImportPhase } from './imports.ts'

/** Where an import stands. */
export const importPhaseNames: Record<'ja' | 'en', Record<ImportPhase, string>> = {
  ja: {
    UPLOADED: '列の確認待ち',
    CHECKING: '読み取り中',
    CHECKED: '実行待ち',
    COMMITTING: '取り込み中',
    LINKING: '名寄せ中',
    DONE: '完了',
    REFUSED: '読み取れません',
    CANCELLED: '取り消し',
  },
  en: {
    UPLOADED: 'Columns to confirm',
    CHECKING: 'Reading',
    CHECKED: 'Ready to import',
    COMMITTING: 'Importing',
    LINKING: 'Finding duplicates',
    DONE: 'Done',
    REFUSED: 'Cannot be read',
    CANCELLED: 'Cancelled',
  },
}
