import { programSession } from '../program/session.ts'

/** The operator's program is for the staff of the company that runs the network. */
export const operatorSession = programSession('OPERATOR')
export const { sessionQuery, membershipOf, useSession, useMembership, useCan } = operatorSession
