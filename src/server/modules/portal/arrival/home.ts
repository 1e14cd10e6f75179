import { normaliseMail } from '../../../../engines/japanese/index.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor } from '../../../kernel/work.ts'
import { person, whoToday } from '../../people/index.ts'
import { findMember, memberCompanies } from '../../relay/index.ts'

const actor = systemActor('portal.home')

export type Home = {
  companyId: string
  personId: string
  recordId: string
  /** The address as the company knows it. */
  mail: string
}

/**
 * Through which company a member visits who came by a mail of the relay: the latest one that knows them at the address
 * of the membership, for the code goes to the address that the company knows and joins the visit to its member.
 */
export async function homeOf(installation: Installation, memberId: string): Promise<Home | undefined> {
  const { mail, companies } = await inMember(installation, { memberId, actor }, async (work) => ({
    mail: (await findMember(work))?.mail,
    companies: await memberCompanies(work),
  }))
  if (!mail) return undefined
  for (const { companyId, personId, sourceRecordId } of companies.toReversed()) {
    const found = await inCompany(installation, { companyId, actor }, async (work) =>
      person(work, await whoToday(work, { personId, sourceRecordId })),
    )
    const known = found.fields.email?.value
    const isSame = typeof known === 'string' && normaliseMail(known) === normaliseMail(mail)
    if (found.state === 'ACTIVE' && isSame)
      return { companyId, personId: found.id, recordId: sourceRecordId, mail: known }
  }
  return undefined
}
