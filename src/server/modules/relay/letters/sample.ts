import type { Work } from '../../../kernel/work.ts'
import { staffMember } from '../../accounts/index.ts'
import { queueMail } from '../../messages/index.ts'
import { noOwnAddress } from './errors.ts'
import { caseOf } from './facts.ts'
import { writeLetter } from './write-letter.ts'

/** Sends the letter that this application would get to the acting member of staff, with a link that opens nothing. */
export async function sendToMe(
  work: Work,
  { id, applicationId }: { id: string; applicationId: string },
): Promise<void> {
  const self = work.actor.kind === 'staff' ? await staffMember(work, work.actor.id) : undefined
  if (!self) throw noOwnAddress({})
  const { application, person } = await caseOf(work, applicationId, 'CAMPAIGN')
  const { rendered, fromName } = await writeLetter(work, { application, person, letter: null })
  await queueMail(work, {
    id,
    kind: 'SAMPLE',
    to: self.email,
    rendered: { ...rendered, subject: `【確認用】${rendered.subject}` },
    fromName,
    replyToStaff: self.id,
    dueAt: work.now,
  })
}
