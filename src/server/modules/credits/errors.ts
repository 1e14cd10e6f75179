import { refusal } from '../../kernel/errors.ts'

/** No slot is free: none was earned yet, or all are reserved, spent or expired. */
export const noSlot = refusal('credits.no-slot', 409)
/** The ledger's rules forbid it; `rule` says which (src/engines/ledger). */
export const refusedByLedger = refusal<{ rule: string }>('credits.refused', 409)
