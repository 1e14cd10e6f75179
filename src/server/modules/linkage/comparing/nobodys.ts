import type { PersonField } from '../../../../contract/people/person-fields.ts'

const nobodysMail = /^(?:unknown|none|null|no[-_.]?(?:reply|mail|email|address)|dummy|fumei|nothing|xxx+)\d*@/i
/** The last eight digits alike, or the last six nought: 090-0000-0000, 080-1111-1111, 0120-000-000. */
const nobodysPhone = /(\d)\1{7}$|0{6}$/

const isNobodys: Partial<Record<PersonField, (value: string) => boolean>> = {
  email: (value) => nobodysMail.test(value.trim()),
  phone: (value) => nobodysPhone.test(value.normalize('NFKC').replaceAll(/\D/g, '')),
  // The first day that spreadsheets and registers know.
  birthDate: (value) => value === '1900-01-01',
}

/** Whether a value is one that is entered to get past a field which has to be filled: two who have it have nothing in common. */
export const isPlaceholder = (field: PersonField, value: string): boolean => isNobodys[field]?.(value) ?? false
