import { normaliseMail } from '../../../../engines/japanese/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { personsById, personsOf } from '../../people/index.ts'
import { isForAddressee } from '../kinds.ts'
import type { StoredMail } from '../store.ts'

type Addressed = Pick<StoredMail, 'kind' | 'personId' | 'recordId'> & { recipient: string }

/**
 * Whether a mail that waited is still addressed to the human it is for. Between the moment it was written and the one it
 * leaves, a merge may be undone, a record taken out or an address corrected: it would reach somebody else then.
 */
export async function isStillTheirs(work: Work, { kind, personId, recordId, recipient }: Addressed): Promise<boolean> {
  if (!isForAddressee(kind)) return true
  // The record says whose the mail is, whoever has the person's name by now.
  const today = recordId === null ? personId : ((await personsOf(work, [recordId])).get(recordId) ?? personId)
  const addressee = today === null ? undefined : (await personsById(work, [today])).get(today)
  if (!addressee) return true
  const address = addressee.fields.email?.value
  return typeof address === 'string' && normaliseMail(address) === recipient
}
