import { readCreditBalance, readCreditStatement, readCreditTerms } from '../../../contract/credits/credits.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { balances } from './balances.ts'
import { adjustmentRoutes } from './adjustments/adjustment-routes.ts'
import { groupRoutes } from './group/group-routes.ts'
import { statementRoutes } from './statements/statement-files.ts'
import { statement, statementTotals, subjectOf } from './statements/statement.ts'
import { terms } from './terms.ts'

export function routes(bind: Bind): void {
  statementRoutes(bind)
  groupRoutes(bind)
  adjustmentRoutes(bind)
  bind.company(readCreditTerms, terms)
  bind.company(readCreditBalance, async (work) => {
    const { nextExpiry, ...rest } = await balances(work)
    return { ...rest, nextExpiry: nextExpiry?.toISOString() ?? null }
  })
  bind.company(readCreditStatement, async (work, { query }) => {
    const until = query.until ? new Date(query.until) : work.now
    const from = query.from ? new Date(query.from) : new Date(0)
    const { unit, limit } = query
    const cursor = query.cursor === undefined ? undefined : Number(query.cursor)
    const { opening, lines, closing, nextCursor } = await statement(work, { unit, from, until, cursor, limit })
    const totals = await statementTotals(work, { unit, from, until })
    return {
      unit,
      opening,
      closing,
      lines: lines.map(({ transfer, change, balance, beside: [reserved = null, spent = null] }) => ({
        id: transfer.id,
        kind: transfer.kind,
        change,
        balance,
        reserved,
        spent,
        about: subjectOf(transfer),
        reason: transfer.reason,
        occurredAt: transfer.occurredAt.toISOString(),
        recordedAt: transfer.recordedAt.toISOString(),
      })),
      totals,
      nextCursor: nextCursor === null ? null : String(nextCursor),
    }
  })
}
