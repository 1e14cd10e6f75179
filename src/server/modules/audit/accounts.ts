import { onCompany } from '../../kernel/announcements.ts'
import { accountsActed } from '../accounts/index.ts'
import { record } from './audit.ts'

/** What was done to settings, staff, invitations and keys: announced by accounts, which stands to the left. */
export const accountsAudit = onCompany(accountsActed, 'audit.accounts', (work, { payload }) => {
  const { action, subjectKind, subjectId, actorKind, actorId, requestId, detail } = payload
  const actor = { kind: actorKind, id: actorId, permissions: new Set<string>() }
  return record({ ...work, actor, requestId }, { action, subject: { kind: subjectKind, id: subjectId }, detail })
})
