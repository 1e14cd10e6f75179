import { refusal } from '../../kernel/errors.ts'

/** No slot is free: none was earned yet, or all are reserved, spent or expired. */
export const noSlot = refusal('credits.no-slot', 409)
/** The ledger's rules forbid it; `rule` says which (src/engines/ledger). */
export const refusedByLedger = refusal<{ rule: string }>('credits.refused', 409)

/** The company with this corporate number is this company itself, or linked with it already. */
export const linkExists = refusal('credits.link-exists', 409)
/** The link is not in the state that this asks for. */
export const linkElse = refusal<{ state: string }>('credits.link-else', 409)
/** The operator has not verified the company, or has suspended it. */
export const notInNetwork = refusal('credits.not-in-network', 409)
/** Only a human who signed in may do this, not a key. */
export const staffOnly = refusal('credits.staff-only', 403)
/** A proposal is decided by somebody else than who made it, and withdrawn by nobody else. */
export const otherPerson = refusal('credits.other-person', 409)
export const ownProposal = refusal('credits.own-proposal', 409)
/** The proposal was decided already, or its time ran out. */
export const adjustmentSettled = refusal<{ state: string }>('credits.adjustment-settled', 409)
