import type { ReportItems } from '../../../contract/breaches.ts'
import type { Affected } from './breaches.ts'

type Known = {
  asked: { from: string; to: string; actions: string }
  noticedAt: string
  found: Affected
  fields: readonly string[]
  language: 'ja' | 'en'
}

const fieldNames: Record<string, string> = {
  name: '氏名',
  nameKana: '氏名(カナ)',
  nameRomaji: '氏名(ローマ字)',
  formerName: '旧姓',
  email: 'メールアドレス',
  phone: '電話番号',
  birthDate: '生年月日',
  gender: '性別',
  postalCode: '郵便番号',
  prefecture: '都道府県',
  city: '市区町村',
  address: '住所',
  employer: '勤務先',
  title: '役職・職種',
  skills: 'スキル',
  languages: '語学',
  workHistory: '職歴',
  education: '学歴',
  note: '備考',
}

const momentOf = (at: string, language: 'ja' | 'en') =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Tokyo',
  }).format(new Date(at))

/** The nine items as far as the audit log knows them; what only people can find out says so. */
export function firstItems({ asked, noticedAt, found, fields, language }: Known): ReportItems {
  const [from, to, noticed] = [asked.from, asked.to, noticedAt].map((at) => momentOf(at, language))
  const actions = found.actions.slice(0, 10).map(({ action, events }) => `${action} (${events})`)
  const named = fields.map((field) => (language === 'ja' ? (fieldNames[field] ?? field) : field))
  const count = found.people.length
  if (language === 'en')
    return {
      overview: `Noticed on ${noticed}. Between ${from} and ${to} (JST), ${found.events} events (counted for each person) concern personal data: ${actions.join(', ') || 'none'}.`,
      dataItems: named.join(', ') || 'Being looked into.',
      people: `${count} (by the audit log)`,
      cause: 'Being looked into.',
      secondaryDamage: 'Being looked into. None is known.',
      toThePeople: `To be told: ${count}. Not told yet.`,
      publication: 'Not published.',
      prevention: 'Being worked out.',
      other: 'The log is sealed; the list of the people concerned is kept.',
    }
  return {
    overview: `${noticed}に発覚。${from}から${to}までの間に、個人データに関する操作が延べ${found.events}件記録されている。内訳: ${actions.join('、') || 'なし'}。`,
    dataItems: named.join('、') || '調査中',
    people: `${count}名(監査記録による)`,
    cause: '調査中',
    secondaryDamage: '調査中。現時点で確認された二次被害はない。',
    toThePeople: `通知の対象: ${count}名。通知は未実施。`,
    publication: '未公表',
    prevention: '検討中',
    other: '監査記録は封印済みであり、対象者の一覧を保全している。',
  }
}
