import type { Membership } from '../contract/accounts/session.ts'
import { programSession } from '../program/session.ts'

/** The console is for the staff of employers. */
export const employerSession = programSession('EMPLOYER')
export const { sessionQuery, membershipOf, useSession, useMembership, useCan, useEnter } = employerSession

/** Whether recording evaluations is all that the reader may do: their page is the one of their own interviews. */
export const onlyInterviews = ({ permissions }: Membership): boolean =>
  permissions.length === 1 && permissions[0] === 'selection:evaluate'
