import { findPrefecture } from '../../../../engines/japanese/index.ts'
import type { Saying } from '../../people/index.ts'
import type { PersonDraft } from '../files/index.ts'

/** A masked address reaches the person through the board and dies with the application: it is kept, and trusted less. */
const maskedConfidence = 0.5

/** What a row says about its person, as claims. What has no field of its own stands in the note with its name. */
export function claimsOf(person: PersonDraft, notes: readonly string[]): Saying[] {
  const [mail, ...otherMails] = person.mails.toSorted((one, other) => Number(one.masked) - Number(other.masked))
  const [phone, ...otherPhones] = person.phones
  const wished = prefecturesIn(person.desiredPlace)
  const extra = [
    ...notes,
    ...otherMails.map(({ address }) => `メール: ${address}`),
    ...otherPhones.map((number) => `電話: ${number}`),
    ...(person.desiredPlace && !wished ? [`希望勤務地: ${person.desiredPlace}`] : []),
  ]
  const said: Saying[] = [
    { field: 'name', value: person.name?.full },
    { field: 'nameKana', value: person.nameKana?.full },
    { field: 'nameRomaji', value: person.nameRomaji?.full },
    { field: 'formerName', value: person.formerName },
    { field: 'birthDate', value: person.birthDate?.precision === 'DAY' ? person.birthDate.date : null },
    { field: 'email', value: mail?.address, ...(mail?.masked && { confidence: maskedConfidence }) },
    { field: 'phone', value: phone },
    { field: 'prefecture', value: person.prefecture?.name },
    { field: 'city', value: person.city },
    { field: 'address', value: person.address },
    { field: 'employer', value: person.employer?.name },
    { field: 'title', value: person.position },
    { field: 'skills', value: [...new Set([...person.skills, ...person.qualifications])] },
    { field: 'workHistory', value: person.workHistory },
    { field: 'education', value: person.education },
    { field: 'desiredPrefectures', value: wished },
    { field: 'desiredSalaryMin', value: person.desiredSalaryYen },
    { field: 'availableFrom', value: person.availableFrom },
    { field: 'note', value: extra.join('\n') },
  ]
  return said.filter(({ value }) => value !== null && value !== undefined && value !== '' && !isEmptyList(value))
}

/** The prefectures that a wish names; nothing where a part says more or else, so that it stays as it was written. */
function prefecturesIn(place: string | null): string[] | null {
  const parts = (place ?? '').split(/[\s、,・/;]+/).filter((part) => part !== '')
  const found = parts.flatMap((part) => {
    const prefecture = findPrefecture(part)
    return prefecture && [prefecture.name, prefecture.short].includes(part) ? prefecture.name : []
  })
  return found.length > 0 && found.length === parts.length ? [...new Set(found)] : null
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
