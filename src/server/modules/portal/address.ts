import { normaliseMail } from '../../../engines/japanese/index.ts'
import { sha256 } from '../../kernel/crypto.ts'
import { person } from '../people/index.ts'
import { inVisitedCompany, type SessionVisit } from './visit.ts'

/** The address at which the company that wrote knows the person; codes go there. */
export async function mailOf(visit: SessionVisit): Promise<string | undefined> {
  const { fields } = await inVisitedCompany(visit, (work) => person(work, visit.session.personId))
  const value = fields.email?.value
  return typeof value === 'string' ? (normaliseMail(value) ?? undefined) : undefined
}

/** The same, only if it is the very address that this visit proved. */
export async function provedMailOf(visit: SessionVisit): Promise<string | undefined> {
  const mail = await mailOf(visit)
  return mail !== undefined && sha256(mail) === visit.session.verifiedMailHash ? mail : undefined
}
