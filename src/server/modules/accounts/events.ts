import { AuditAction, AuditReference } from '../../../contract/audit-actions/index.ts'
import { z } from 'zod'
import { NoticeDetail, noticeKinds } from '../../../contract/accounts/notices.ts'
import { companyAnnouncement } from '../../kernel/announcements.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'

const Value = z.union([AuditReference, z.number(), z.boolean(), z.array(AuditReference)])
type Value = z.output<typeof Value>

/** Something was done to the company's settings, staff, invitations or keys. Ids and codes only. */
export const accountsActed = companyAnnouncement(
  'accounts.acted',
  z.object({
    action: AuditAction,
    subjectKind: z.enum(['company', 'staff', 'invitation', 'key']),
    subjectId: z.string(),
    actorKind: z.enum(['staff', 'key', 'person', 'member', 'system']),
    actorId: z.string(),
    requestId: z.string(),
    detail: z.record(AuditReference, z.union([Value, z.record(AuditReference, Value)])),
  }),
)

/** What the company is told over its pages and by mail: its standing, its mode, papers that end, disputes; subject: the notice. */
export const noticeGiven = companyAnnouncement(
  'accounts.notice-given',
  z.object({ noticeId: z.uuid(), kind: z.enum(noticeKinds), detail: NoticeDetail }),
)

type Acted = {
  action: AuditAction
  subject: { kind: 'company' | 'staff' | 'invitation' | 'key'; id: string }
  detail?: Record<string, Value | Record<string, Value>>
}

/**
 * Tells what was done, for the audit to the right. Each act is a subject of its own, so none is ever passed over. What the
 * audit would not take, such as a name or a sentence, is refused here: told afterwards, nobody would record it.
 */
export function acted({ announce, actor, requestId }: Work, { action, subject, detail = {} }: Acted): Promise<void> {
  return announce(accountsActed, {
    subjectId: newId(),
    version: 1,
    payload: accountsActed.payload.parse({
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      actorKind: actor.kind,
      actorId: actor.id,
      requestId,
      detail,
    }),
  })
}
