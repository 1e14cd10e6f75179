import type { FieldValue, PersonField } from '../contract/people/person-fields.ts'
import { useFormat } from '../ui/text/TextProvider.tsx'

const days = new Set<PersonField>(['birthDate', 'availableFrom'])

/**
 * A value of a profile as staff read it: days and yen as the rest of the page writes them, a Japanese telephone number
 * with its leading 0. What cannot be read that way stays as it was claimed.
 */
export function useFieldText(): (field: PersonField, value: FieldValue) => string {
  const format = useFormat()
  return (field, value) => {
    const plain = asText(value)
    if (days.has(field) && /^\d{4}-\d{2}-\d{2}$/.test(plain)) return format.date(plain)
    if (field === 'desiredSalaryMin' && /^\d+$/.test(plain)) return format.yen(Number(plain))
    return field === 'phone' ? domestic(plain) : plain
  }
}

/** A value as one text: lists in a row, a career one entry after the other. */
export function asText(value: FieldValue): string {
  if (!Array.isArray(value)) return String(value)
  return value
    .map((part) =>
      typeof part === 'string'
        ? part
        : [[part.from, part.to].filter(Boolean).join(' – '), part.organisation, part.role].filter(Boolean).join(' '),
    )
    .join('、')
}

/** +817055501234 is 070-5550-1234; of a fixed line the area code's length is not known, so it gets no hyphens. */
function domestic(phone: string): string {
  return phone.startsWith('+81') ? `0${phone.slice(3)}`.replace(/^(0[5-9]0)(\d{4})(\d{4})$/, '$1-$2-$3') : phone
}
