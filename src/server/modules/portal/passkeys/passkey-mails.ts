import { textIn } from '../../../../portal/index.ts'
import { company } from '../../accounts/index.ts'
import { findMember } from '../../relay/index.ts'
import { sessionFrame } from '../frames.ts'
import { momentText, queueProcedureMail } from '../rights/procedure-mail.ts'
import { inOwnRealm, inVisitedCompany, postedId, type MemberVisit } from '../visit.ts'

/** Tells the member at the address they registered, as it may have been somebody else who added or removed a passkey. */
export async function mailChange(
  visit: MemberVisit,
  template: 'PASSKEY_ADDED' | 'PASSKEY_REMOVED',
  name: string,
): Promise<void> {
  const { language, session } = visit
  const member = await inOwnRealm(visit, findMember)
  if (!member?.mail) return
  const { mail: to, displayName } = member
  const { service } = await sessionFrame(visit, null)
  const { personId, sourceRecordId: recordId } = session
  await inVisitedCompany(visit, async (work) => {
    const { timeZone } = await company(work)
    await queueProcedureMail(work, {
      id: postedId(visit, template, visit.params['passkey'] ?? ''),
      template,
      language,
      values: {
        'person.name': displayName ?? '',
        'service.name': service.name,
        'passkey.name': name || textIn(language).passkeys.unnamed,
        'receipt.at': momentText(work.now, { language, timeZone }),
      },
      to,
      personId,
      recordId,
      withLink: true,
    })
  })
}
