import type { KnownBy } from '../../../../engines/japanese/index.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { person, type Person } from '../../people/index.ts'
import { memberCompanies } from '../../relay/index.ts'

const actor = systemActor('introductions.own-names')

/** The person, with a row in the company's audit log that says that a program read it, and whose names they were. */
async function personRead(work: Work, personId: string): Promise<Person> {
  const found = await person(work, personId)
  await record(work, { action: 'introductions.names-read', subject: { kind: 'person', id: found.id } })
  return found
}

/**
 * By what the companies that a member is known to know them, for their own questions: the names in every writing, the
 * addresses, the employers. It is compared with the member's own words and goes nowhere.
 */
export async function knownElsewhere(installation: Installation, memberId: string): Promise<KnownBy> {
  const companies = await inMember(installation, { memberId, actor }, memberCompanies)
  const known = { names: [] as { written: string; kana?: string }[], mails: [] as string[], employers: [] as string[] }
  for (const { companyId, personId } of companies) {
    const { fields } = await inCompany(installation, { companyId, actor }, (work) => personRead(work, personId))
    const text = (field: 'name' | 'nameKana' | 'nameRomaji' | 'formerName' | 'email' | 'employer') => {
      const value = fields[field]?.value
      return typeof value === 'string' && value !== '' ? [value] : []
    }
    const [kana] = text('nameKana')
    known.names.push(...text('name').map((written) => ({ written, ...(kana && { kana }) })))
    for (const field of ['nameKana', 'nameRomaji', 'formerName'] as const)
      known.names.push(...text(field).map((written) => ({ written })))
    known.mails.push(...text('email'))
    known.employers.push(...text('employer'))
  }
  return known
}
