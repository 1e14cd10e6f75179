import { normaliseMail } from '../../../../engines/japanese/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { personsById, whoToday } from '../../people/index.ts'
import { isForAddressee } from '../kinds.ts'
import type { StoredMail } from '../store.ts'

type Addressed = Pick<StoredMail, 'kind' | 'personId' | 'recordId'> & { recipient: string }

/**
 * Whether a mail that waited is still addressed to the human it is for. Between the moment it was written and the one it
 * leaves, a merge may be undone, a record taken out or an address corrected: it would reach somebody else then.
 */
export async function isStillTheirs(work: Work, { kind, personId, recordId, recipient }: Addressed): Promise<boolean> {
  if (!isForAddressee(kind)) return true
  if (personId === null) return true
  const today = await whoToday(work, { personId, sourceRecordId: recordId })
  const addressee = (await personsById(work, [today])).get(today)
  if (!addressee) return true
  const address = addressee.fields.email?.value
  return typeof address === 'string' && normaliseMail(address) === recipient
}
