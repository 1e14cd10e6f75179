import { fieldNames, fields, type Field } from './fields.ts'
import { headerKey, owners } from './header-key.ts'

const exact = new Map<string, Field[]>()
for (const field of fieldNames) {
  for (const synonym of fields[field].synonyms.split(' ')) {
    const key = headerKey(synonym)
    exact.set(key, [...(exact.get(key) ?? []), field])
  }
}
/** Words short of two characters, and these, say nothing inside a longer header. */
const sayNothingInside = new Set([
  '番号',
  'id',
  'no',
  'job',
  'last',
  'first',
  'mail',
  'name',
  'state',
  'role',
  '結果',
  '状況',
  '状態',
  '経路',
  '技術',
  'セイ',
  'メイ',
  'せい',
  'めい',
  'かな',
  'カナ',
  'よみ',
  'ヨミ',
  'age',
  'tel',
  'rank',
  'city',
  'step',
  'kana',
  'date',
  'created',
  'フロー',
  '応募者',
  '候補者',
  'applicant',
  'candidate',
])
const inside = [...exact.keys()].filter((key) => key.length >= 2 && !sayNothingInside.has(key))

/** The names a column of readings has in place of カナ: 氏名（ふりがな）. */
const readings = /フリガナ|ふりがな|よみがな|ヨミガナ|読み仮名|よみ|ヨミ|ひらがな|カタカナ|かな/u

export type HeaderMatch = { field: Field; exact: boolean; synonym: string }

/** The fields a header may name: by the whole header, by the header without its owner (応募者氏名), else by a part of it. */
export function matchHeader(header: string): HeaderMatch[] {
  const key = headerKey(header)
  if (!key) return []
  for (const form of [
    key,
    key.replace(owners, ''),
    key.replace(readings, 'カナ'),
    key.replace(owners, '').replace(readings, 'カナ'),
  ]) {
    const found = exact.get(form)
    if (found) return found.map((field) => ({ field, exact: true, synonym: form }))
  }
  // The longest part tells most; of two as long the last, which is the head of a Japanese compound (判定理由 is a 理由).
  const [synonym] = inside
    .filter((candidate) => key.includes(candidate))
    .toSorted((one, other) => other.length - one.length || key.lastIndexOf(other) - key.lastIndexOf(one))
  return (synonym ? exact.get(synonym)! : []).map((field) => ({ field, exact: false, synonym: synonym! }))
}
