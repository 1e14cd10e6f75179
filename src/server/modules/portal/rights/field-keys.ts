import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { textIn, type FieldKey, type KnownField, type Language, type ValueInput } from '../../../../portal/index.ts'
import { activityItem } from '../../relay/index.ts'

const keys: Partial<Record<PersonField, FieldKey>> = {
  name: 'name',
  nameKana: 'nameKana',
  email: 'email',
  phone: 'phone',
  birthDate: 'birthDate',
  prefecture: 'prefecture',
  desiredPrefectures: 'desiredPrefectures',
  desiredOccupations: 'desiredOccupations',
  desiredSalaryMin: 'desiredSalary',
  availableFrom: 'startFrom',
  remoteWish: 'remote',
  skills: 'skills',
  workHistory: 'workHistory',
  education: 'education',
  languages: 'languages',
}

const others: Partial<Record<PersonField, Record<Language, string>>> = {
  nameRomaji: { ja: 'お名前（ローマ字）', en: 'Name in Latin letters' },
  formerName: { ja: '旧姓', en: 'Former name' },
  gender: { ja: '性別', en: 'Gender' },
  city: { ja: '市区町村', en: 'City' },
  address: { ja: 'ご住所', en: 'Address' },
  employer: { ja: '勤務先', en: 'Employer' },
  title: { ja: '役職・職種', en: 'Title' },
  employmentTypes: { ja: '希望する雇用形態', en: 'Employment types' },
  workPermit: { ja: '就労資格', en: 'Permission to work' },
  note: { ja: '備考', en: 'Note' },
}

const inputs: Partial<Record<PersonField, ValueInput>> = {
  phone: 'tel',
  email: 'email',
  birthDate: 'date',
  availableFrom: 'date',
  skills: 'lines',
  workHistory: 'lines',
  education: 'lines',
  note: 'lines',
}

/** How a value of a field is typed. */
export const inputOf = (name: PersonField): ValueInput => inputs[name] ?? 'line'

/** A field as the page names it; nothing for one that is not shown. */
export function fieldKey(name: PersonField, language: Language): KnownField['field'] | undefined {
  const label = others[name]?.[language]
  return keys[name] ?? (label === undefined ? undefined : { label })
}

/** What was provided, in the words of the page; a text that names no field is shown as it was written. */
export function itemNames(items: readonly string[], language: Language): string[] {
  return items.map((item) => {
    if (item === activityItem.code) return activityItem[language]
    const key = fieldKey(item as PersonField, language)
    if (key === undefined) return item
    return typeof key === 'string' ? textIn(language).words.fields[key] : key.label
  })
}
