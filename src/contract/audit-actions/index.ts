import { z } from 'zod'
import { companyActions } from './company.ts'
import { introductionsActions } from './introductions.ts'
import { networkActions } from './network.ts'
import { peopleActions } from './people.ts'
import { privacyActions } from './privacy.ts'
import { relayActions } from './relay.ts'
import { selectionActions } from './selection.ts'
import { systemsActions } from './systems.ts'

/** Every action that can be recorded in the audit log, in words. One that stands in no room here does not compile. */
export const auditActions = {
  ...peopleActions,
  ...privacyActions,
  ...relayActions,
  ...selectionActions,
  ...introductionsActions,
  ...systemsActions,
  ...companyActions,
  ...networkActions,
}

export type AuditAction = keyof typeof auditActions
export const AuditAction = z.enum(Object.keys(auditActions) as AuditAction[])

/**
 * A reference or a code: letters, digits and a few signs, so that neither a name nor a mail address nor a sentence
 * can stand in the audit log, which outlives the erasure of a person.
 */
export const AuditReference = z.string().regex(/^[\w.:/+-]{0,200}$/, 'only ids and codes may be recorded')
