import type { Field } from './fields.ts'
import { headerKey } from './header-key.ts'

/**
 * Column names of known systems whose meaning the words alone do not tell. Job boards change their files without notice, so
 * a preset only helps: it is taken when most of its marks are there, and every column is still checked by its values.
 */
const presets: Record<string, { marks: string; columns: Record<string, Field> }> = {
  リクナビNEXT: {
    marks: '会員番号 応募日時 応募求人 経験職種',
    columns: { 会員番号: 'personExternalId', 応募求人: 'openingTitle', 経験職種: 'currentPosition', 経験社数: 'note' },
  },
  マイナビ転職: {
    marks: '応募No 応募者氏名 応募職種 原稿No',
    columns: { 応募No: 'externalId', 原稿No: 'openingId', 応募者氏名: 'name' },
  },
  doda: {
    marks: '応募管理No 求人ID 応募日 氏名漢字',
    columns: { 応募管理No: 'externalId', 求人ID: 'openingId', 氏名漢字: 'name' },
  },
  エン転職: {
    marks: 'エントリーNo 仕事No 応募日時 氏名',
    columns: { エントリーNo: 'externalId', 仕事No: 'openingId', 仕事名: 'openingTitle' },
  },
  Green: {
    marks: 'ユーザーID 求人タイトル 応募日 ステータス',
    columns: { ユーザーID: 'personExternalId', 求人タイトル: 'openingTitle' },
  },
}

/** The system whose manner a header has: at least three quarters of its marks. */
export function presetOf(header: string[]): string | null {
  const keys = new Set(header.map(headerKey))
  for (const [name, { marks }] of Object.entries(presets)) {
    const wanted = marks.split(' ').map(headerKey)
    if (wanted.filter((mark) => keys.has(mark)).length / wanted.length >= 0.75) return name
  }
  return null
}

export function presetField(preset: string, header: string): Field | null {
  const key = headerKey(header)
  return Object.entries(presets[preset]?.columns ?? {}).find(([name]) => headerKey(name) === key)?.[1] ?? null
}
