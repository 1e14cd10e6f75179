import { queryOptions } from '@tanstack/react-query'
import { readPerson, type Person } from '../contract/people/people.ts'
import { call } from './api.ts'
import type { KnownPerson } from './person-cells.tsx'

/** One person with all that is known of them. */
export const personQuery = (id: string) =>
  queryOptions({ queryKey: [readPerson.id, id], queryFn: () => call(readPerson, { params: { id } }) })

/** A person as shown beside others. */
export const knownPerson = ({ id, fields, applications, records }: Person): KnownPerson => ({
  personId: id,
  fields,
  applications,
  recordCount: records.length,
})
