import type { FieldValue, PersonField } from '../../../../contract/people/person-fields.ts'
import { dayText, type Language } from '../../../../portal/index.ts'

const remote: Record<string, Record<Language, string>> = {
  ON_SITE: { ja: '出社を希望', en: 'On site' },
  PARTLY: { ja: '一部リモートを希望', en: 'Partly remote' },
  FULLY: { ja: 'フルリモートを希望', en: 'Fully remote' },
}

/** A value as its owner reads it, one entry of a career to a line. */
export function shownValue(field: PersonField, value: FieldValue, language: Language): string {
  if (field === 'desiredSalaryMin' && typeof value === 'number')
    return language === 'ja'
      ? `${(value / 10_000).toLocaleString('ja-JP')}万円以上`
      : `¥${value.toLocaleString('en')} or more`
  if (field === 'birthDate' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return dayText(value, { language })
  if (!Array.isArray(value)) return remote[String(value)]?.[language] ?? String(value)
  if (value.every((one) => typeof one === 'string')) return value.join(language === 'ja' ? '、' : ', ')
  return value
    .map(({ from, to, organisation, role, summary }) =>
      [[from, to].some(Boolean) ? `${from ?? ''}~${to ?? ''}` : '', organisation, role, summary]
        .filter(Boolean)
        .join(' '),
    )
    .join('\n')
}
