import type { DataRequest } from '../../../../contract/data-requests.ts'
import { fieldNames } from '../../../../contract/field-words.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { lockWaiting } from '../../messages/index.ts'
import { receiptValues } from './asked.ts'
import { queueProcedureMail } from './procedure-mail.ts'
import type { SessionVisit } from '../visit.ts'

/** So long a receipt waits for what else the person says is wrong, so that one mail says all of it. */
const gatheringMs = 5 * 60_000

const toDelete = { ja: '（削除）', en: ' (to be deleted)' } as const
const point = { ja: '・', en: '- ' } as const

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
  const idOf = (written: number) => idFrom('portal.corrections-receipt', id, String(written))
  const waiting = await lockWaiting(
    work,
    Array.from({ length: version }, (_, index) => idOf(index + 1)),
  )
  const lines = corrections.map(
    ({ field, value }) => `${point[language]}${fieldNames[language][field]}${value === null ? toDelete[language] : ''}`,
  )
  await queueProcedureMail(work, {
    id: waiting ?? idOf(version),
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
