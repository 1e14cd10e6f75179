import { madeBiographies } from './biographies.ts'
import { madeCensus } from './census.ts'
import { madeContacts } from './contacts.ts'
import { madeCustomers } from './customers.ts'
import { madeGerman } from './german.ts'
import { madeHistorical } from './historical.ts'
import { madeHospitals } from './hospitals.ts'
import type { Asked, MadeSet } from './made.ts'
import { madePatients } from './patients.ts'
import { madePeerage } from './peerage.ts'
import { madePersonas } from './personas.ts'
import { madeRegisters } from './registers.ts'
import { madeShort } from './short.ts'
import { madeVoters } from './voters.ts'

/** Shapes of English and historical sets, by name. */
export const englishSets: Readonly<Record<string, (asked: Asked) => MadeSet>> = {
  historical: madeHistorical,
  biographies: madeBiographies,
  peerage: madePeerage,
  voters: madeVoters,
  census: madeCensus,
  contacts: madeContacts,
  patients: madePatients,
  hospitals: madeHospitals,
  personas: madePersonas,
  german: madeGerman,
  short: madeShort,
  registers: madeRegisters,
  customers: madeCustomers,
}
