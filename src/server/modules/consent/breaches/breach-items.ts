import { auditActions } from '../../../../contract/audit-actions/index.ts'
import type { ReportItems } from '../../../../contract/audit/breaches.ts'
import { fieldNames } from '../../../../contract/people/field-words.ts'
import type { Affected } from './breaches.ts'

type Known = {
  asked: { from: string; to: string; actions: string }
  noticedAt: string
  found: Affected
  fields: readonly string[]
  language: 'ja' | 'en'
  timeZone: string
}

/** The words of a catalogue, or what was asked for as it is where the catalogue has none. */
const worded = <T>(words: Readonly<Record<string, T>>, key: string): T | undefined => words[key]

/** A moment as a report writes it: one that begins a day is that day, and one that ends a period the day before. */
const momentIn = ({ language, timeZone }: Pick<Known, 'language' | 'timeZone'>) => {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB'
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  return (given: string, { isEnd = false } = {}) => {
    const at = new Date(given)
    if (clock.format(at) !== '00:00') return full.format(at)
    return day.format(isEnd ? new Date(at.getTime() - 1) : at)
  }
}

/**
 * The nine items as far as the audit log knows them. What only people can find out is left to them: a report never
 * begins with a statement that nobody has checked.
 */
export function firstItems({ asked, noticedAt, found, fields, language, timeZone }: Known): ReportItems {
  const moment = momentIn({ language, timeZone })
  const [from, to, noticed] = [moment(asked.from), moment(asked.to, { isEnd: true }), moment(noticedAt)]
  const actions = found.actions
    .slice(0, 10)
    .map(({ action, events }) => `${worded(auditActions, action)?.[language] ?? action} (${events})`)
  const named = fields.map((field) => worded(fieldNames[language], field) ?? field)
  const count = found.people.length
  if (language === 'en')
    return {
      overview: `Noticed on ${noticed}. Between ${from} and ${to} (${timeZone}), ${found.events} events (counted for each person) concern personal data: ${actions.join(', ') || 'none'}.`,
      dataItems: named.join(', ') || 'Being looked into.',
      people: `${count} (by the audit log)`,
      cause: 'Being looked into.',
      secondaryDamage: 'Being looked into.',
      toThePeople: `To be told, by the audit log: ${count}. When and how they are told is being decided.`,
      publication: 'Being decided.',
      prevention: 'Being worked out.',
      other: 'The list of the people concerned was taken from the audit log.',
    }
  return {
    overview: `${noticed}に発覚。${from}から${to}までの間に、個人データに関する操作が延べ${found.events}件記録されている。内訳: ${actions.join('、') || 'なし'}。`,
    dataItems: named.join('、') || '調査中',
    people: `${count}名(監査記録による)`,
    cause: '調査中',
    secondaryDamage: '調査中',
    toThePeople: `通知の対象: ${count}名(監査記録による)。時期と方法は検討中。`,
    publication: '検討中',
    prevention: '検討中',
    other: '対象者の一覧は、監査記録から作成した。',
  }
}
