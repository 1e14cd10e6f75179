import type { OpeningStatus } from '../../../contract/selection/selection-terms.ts'
import { refusal } from '../../kernel/errors.ts'

/** The operator lets nothing of the network in or out for now: for everybody, or for this company. */
export const networkStopped = refusal('matching.network-stopped', 409)
export const companySuspended = refusal('matching.company-suspended', 409)
/** The operating mode in force does not allow this: relay people below `INFO_PROVISION`, introductions below `PLACEMENT`. */
export const modeForbids = refusal<{ mode: string }>('matching.mode-forbids', 409)
/** The operator has to verify the company, or to verify it again, before it sees anybody of the network. */
export const notVerified = refusal('matching.not-verified', 409)
/** The installation has no operator, so there is no network. */
export const noNetwork = refusal('matching.no-network', 409)
/** People of the network stand in lists for openings that are being filled; own people in lists for any. */
export const openingNotOpen = refusal<{ status: OpeningStatus }>('matching.opening-not-open', 409)
/** The anonymous person left the network, or the reference is of another company or opening. */
export const notShown = refusal('matching.not-shown', 404)
