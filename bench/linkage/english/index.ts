import { madeContacts } from './contacts.ts'
import { madeHistorical } from './historical.ts'
import type { Asked, MadeSet } from './made.ts'
import { madePatients } from './patients.ts'
import { madeVoters } from './voters.ts'

/** Shapes of English and historical sets, by name. */
export const englishSets: Readonly<Record<string, (asked: Asked) => MadeSet>> = {
  historical: madeHistorical,
  voters: madeVoters,
  contacts: madeContacts,
  patients: madePatients,
}
