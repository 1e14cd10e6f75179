import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { DatasetCollector, planOf, type Dataset, type Role } from '../../../../engines/linkage/index.ts'
import type { Stated } from '../../people/index.ts'
import { isPlaceholder } from './nobodys.ts'

/** The fields by which people are compared, and what the engine takes each for. */
const roleOf = {
  name: 'name',
  nameKana: 'nameKana',
  nameRomaji: 'otherName',
  formerName: 'formerFamily',
  birthDate: 'birthDate',
  email: 'mail',
  phone: 'phone',
  prefecture: 'region',
  city: 'place',
  address: 'address',
  employer: 'employer',
} as const satisfies Partial<Record<PersonField, Role>>

export const comparedFields = Object.keys(roleOf) as readonly (keyof typeof roleOf)[]

/** What the fields are called among the comparisons of a model; both names of a person stand under `family` and `given`. */
export const fieldOfComparison: Readonly<Record<string, PersonField>> = {
  birthDate: 'birthDate',
  mail: 'email',
  phone: 'phone',
  region: 'prefecture',
  place: 'city',
  street: 'address',
  employer: 'employer',
}

const plan = planOf(
  comparedFields.map((field) => ({ header: field, role: roleOf[field], by: 'MAPPING' })),
  'DAY_FIRST',
)

/** Only what is compared, as texts, without what is nobody's; the same says the same. */
export function comparedOf(stated: Stated): Stated {
  const kept: Stated = {}
  for (const field of comparedFields) {
    const value = stated[field]
    if (typeof value === 'string' && value !== '' && !isPlaceholder(field, value)) kept[field] = value
  }
  return kept
}

/** What people state as numbers that the engine compares; row n is the n-th. */
export function datasetOf(all: readonly Stated[]): Dataset {
  const collector = new DatasetCollector({ japanese: true })
  for (const stated of all) collector.add(plan, cellsOf(stated))
  return collector.finish()
}

function cellsOf(stated: Stated): string[] {
  const cell = (field: PersonField) => {
    const value = stated[field]
    return typeof value === 'string' ? value : ''
  }
  return comparedFields.map((field) => {
    // A name in Latin letters tells the sound where no kana does.
    if (field === 'nameKana') return cell('nameKana') || cell('nameRomaji')
    if (field === 'nameRomaji') return cell('nameKana') ? cell('nameRomaji') : ''
    // Of a former name the family name is what was another.
    if (field === 'formerName') return cell('formerName').split(/[\s\u3000]/u)[0]!
    return cell(field)
  })
}
