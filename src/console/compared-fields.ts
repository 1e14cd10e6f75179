import { personFields, type FieldValue, type PersonField } from '../contract/people/person-fields.ts'
import type { DiffRow } from '../ui/DiffSideBySide.tsx'
import { asText } from './field-text.ts'

/** What two people are compared by comes first, in the order in which it is read. */
const comparedFirst: readonly PersonField[] = [
  'name', 'nameKana', 'nameRomaji', 'formerName', 'birthDate', 'email', 'phone', 'prefecture', 'city', 'address',
] // prettier-ignore

const tellApart: ReadonlySet<PersonField> = new Set([...comparedFirst, 'employer'])

/** Values that differ in spaces, width or case alone are close. Skills and wishes of one person differ, too: that tells nothing. */
export function metIn(field: PersonField, left: string | undefined, right: string | undefined): DiffRow['kind'] {
  if (left === undefined || right === undefined) return 'missing'
  if (left === right) return 'same'
  const [one, other] = [left, right].map((text) =>
    text
      .normalize('NFKC')
      .replaceAll(/[\s・-]/gu, '')
      .toLowerCase(),
  )
  if (one === other) return 'similar'
  return tellApart.has(field) ? 'different' : 'plain'
}

/** The fields that any of them has, those first by which people are told apart; nobody is compared by gender. */
export const fieldsKnown = (people: readonly { fields: Partial<Record<PersonField, unknown>> }[]): PersonField[] =>
  [...new Set([...comparedFirst, ...personFields])].filter(
    (field) => field !== 'gender' && people.some(({ fields }) => fields[field] !== undefined),
  )

/** Whether what tells people apart differs anywhere among these values. */
export const areApart = (field: PersonField, values: readonly string[]): boolean =>
  values.some((value) => metIn(field, values[0], value) === 'different')

type Known = { fields: Partial<Record<PersonField, { value: FieldValue }>> }

/** Whether any of these fields is known of some of them and not the same. */
export const differIn = (people: readonly Known[], fields: readonly PersonField[]): boolean =>
  fields.some((field) =>
    areApart(
      field,
      people.flatMap((person) => (person.fields[field] ? asText(person.fields[field].value) : [])),
    ),
  )

/** Whether names or birth dates are known of some of them and not the same: they may be of one house, or namesakes. */
export const areUnlike = (people: readonly Known[]): boolean => differIn(people, ['name', 'birthDate'])

/** Whether mail addresses differ among them: once merged, letters may go to another one than before. */
export const haveOtherMails = (people: readonly Known[]): boolean => differIn(people, ['email'])
