import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { CreditAdjustment } from '../../../../contract/credits/credit-adjustments.ts'
import { DateCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { adjustmentTones, adjustmentWords, ruleText } from '../../../adjustment-words.ts'
import styles from '../../../operator.module.css'
import { useMembership } from '../../../session.ts'
import { networkWords } from '../../../words.ts'

export type Asked = { adjustment: CreditAdjustment; decision: 'APPROVE' | 'REJECT' | 'WITHDRAW' }

type Deciding = { canDecide: boolean; onAsk: (asked: Asked) => void }

export function useAdjustmentColumns({ canDecide, onAsk }: Deciding): Column<CreditAdjustment>[] {
  const text = useText(adjustmentWords)
  const common = useText(networkWords)
  const format = useFormat()
  const [language] = useLanguage()
  const { staffId } = useMembership()
  return useMemo<Column<CreditAdjustment>[]>(
    () => [
      {
        id: 'company',
        header: text.company,
        cell: (row) => row.employerName ?? common.formerCompany,
        card: 'title',
      },
      { id: 'change', header: text.what, width: 130, cell: (row) => text.change(row.unit, row.amount) },
      {
        id: 'reason',
        header: text.reason,
        wraps: true,
        cell: (row) => (
          <span>
            {row.reason}
            {row.refused !== null && <span className={styles.soft}> {ruleText(row.refused, language)}</span>}
          </span>
        ),
      },
      {
        id: 'state',
        header: text.state,
        width: 120,
        cell: ({ state }) => <StatusBadge tone={adjustmentTones[state]}>{text.states[state]}</StatusBadge>,
        card: 'corner',
      },
      { id: 'proposer', header: text.proposer, width: 120, cell: (row) => <TextCell value={row.proposedByName} /> },
      { id: 'proposedAt', header: text.proposedAt, width: 150, cell: (row) => <DateCell value={row.proposedAt} /> },
      {
        id: 'decider',
        header: text.decider,
        width: 130,
        cell: (row) =>
          row.state === 'PROPOSED' ? text.until(format.date(row.expiresAt)) : <TextCell value={row.decidedByName} />,
      },
      {
        id: 'actions',
        header: text.actions,
        width: 170,
        cell: (row) => {
          if (!canDecide || row.state !== 'PROPOSED') return null
          const button = (decision: Asked['decision'], label: string) => (
            <Button
              key={decision}
              size="compact-xs"
              variant="subtle"
              onClick={() => onAsk({ adjustment: row, decision })}
            >
              {label}
            </Button>
          )
          if (row.proposedBy === staffId) return button('WITHDRAW', text.withdraw)
          return (
            <>
              {button('APPROVE', text.approve)}
              {button('REJECT', text.reject)}
            </>
          )
        },
      },
    ],
    [text, common, format, language, canDecide, onAsk, staffId],
  )
}
