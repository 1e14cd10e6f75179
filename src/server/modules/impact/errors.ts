import { notFound, refusal } from '../../kernel/errors.ts'

export const reportNotFound = () => notFound({ what: 'impact report' })
/** Nobody is asked and nothing is counted until the operator recorded the ground. */
export const auditOff = refusal('impact.off', 409)
/** A person of staff answers for the ground and for a report, never a key. */
export const impactStaffOnly = refusal('impact.staff-only', 403)
/** The period is not over, or a report has counted a day of it. */
export const daysCounted = refusal<{ from: string; until: string }>('impact.days-counted', 409)
export const notOver = refusal<{ lastUntil: string }>('impact.not-over', 422)
/** No rate of any category could be told, so nothing was kept and the days stay open. */
export const tooFew = refusal<{ k: number }>('impact.too-few', 409)
