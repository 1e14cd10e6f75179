import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import { fieldNames } from '../../../../contract/people/field-words.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { cancelMail, lockWaiting } from '../../messages/index.ts'
import { receiptValues } from './asked.ts'
import { queueProcedureMail } from './procedure-mail.ts'
import type { SessionVisit } from '../visit.ts'

/** So long a receipt waits for what else the person says is wrong, so that one mail says all of it. */
const gatheringMs = 5 * 60_000

const toDelete = { ja: '（削除）', en: ' (to be deleted)' } as const

const receiptId = (requestId: string, written: number): string =>
  idFrom('portal.corrections-receipt', requestId, String(written))

const receiptIds = (requestId: string, version: number): string[] =>
  Array.from({ length: version }, (_, index) => receiptId(requestId, index + 1))

/** Takes back a receipt that still waits: once there is an answer, the answer says all of it. */
export async function dropWaitingReceipt(work: Work, { id, version }: DataRequest): Promise<void> {
  const waiting = await lockWaiting(work, receiptIds(id, version))
  if (waiting !== undefined) await cancelMail(work, waiting, 'answered')
}

/**
 * The receipt of a request to correct, with every entry that it has; none where there is no address. While one waits to
 * leave it says what was added; once it has left, what is added later has a receipt of its own.
 */
export async function mailCorrections(
  work: Work,
  { language, session }: SessionVisit,
  { request, to }: { request: DataRequest; to: string | undefined },
): Promise<void> {
  const { id, version, personId, corrections } = request
  if (to === undefined || personId === null) return
  const waiting = await lockWaiting(work, receiptIds(id, version))
  const lines = corrections.map(
    ({ field, value }) => `${fieldNames[language][field]}${value === null ? toDelete[language] : ''}`,
  )
  await queueProcedureMail(work, {
    id: waiting ?? receiptId(id, version),
    template: 'CORRECTIONS_ACCEPTED',
    language,
    values: { ...(await receiptValues(work, request, language)), 'corrections.list': lines.join('\n') },
    to,
    personId,
    recordId: session.sourceRecordId,
    withLink: true,
    dueAt: new Date(work.now.getTime() + gatheringMs),
  })
}
