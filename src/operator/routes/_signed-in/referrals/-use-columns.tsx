import { Button, Tooltip } from '@mantine/core'
import { useMemo } from 'react'
import type { NetworkReferral } from '../../../../contract/network/network-referrals.ts'
import { DateCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import styles from '../../../operator.module.css'
import { referralWords } from '../../../referral-words.ts'
import { networkWords, referralTones } from '../../../words.ts'

type Deciding = {
  canDecide: boolean
  onCount: (referral: NetworkReferral) => void
  onTake: (referral: NetworkReferral) => void
}

export function useReferralColumns({ canDecide, onCount, onTake }: Deciding): Column<NetworkReferral>[] {
  const text = useText(referralWords)
  const common = useText(networkWords)
  return useMemo<Column<NetworkReferral>[]>(
    () => [
      {
        id: 'company',
        header: text.company,
        cell: (row) => row.employerName ?? common.formerCompany,
        card: 'title',
      },
      {
        id: 'signals',
        header: text.signals,
        width: 190,
        wraps: true,
        cell: ({ signals }) =>
          signals.length === 0 ? (
            <TextCell value={null} />
          ) : (
            <span className={styles.badges}>
              {signals.map((signal) => (
                <Tooltip key={signal} label={common.signalTexts[signal]} multiline w={260}>
                  <span>
                    <StatusBadge tone="wait" plain>
                      {common.signals[signal]}
                    </StatusBadge>
                  </span>
                </Tooltip>
              ))}
            </span>
          ),
      },
      {
        id: 'state',
        header: text.state,
        width: 110,
        cell: (row) => <StatusBadge tone={referralTones[row.state]}>{common.states[row.state]}</StatusBadge>,
        card: 'corner',
      },
      {
        id: 'reason',
        header: text.reason,
        width: 170,
        wraps: true,
        cell: (row) => <TextCell value={reasonOf(row, text, common)} />,
      },
      {
        id: 'registered',
        header: text.registered,
        width: 150,
        cell: (row) => <DateCell value={row.registeredAt} kind="dateTime" />,
      },
      { id: 'held', header: text.held, width: 110, cell: (row) => <DateCell value={row.heldUntil} /> },
      ...(canDecide
        ? [
            {
              id: 'decide',
              header: '',
              width: 170,
              optional: false,
              cell: (row: NetworkReferral) => <Decide row={row} onCount={onCount} onTake={onTake} />,
            },
          ]
        : []),
    ],
    [text, common, canDecide, onCount, onTake],
  )
}

/** Whether somebody can still refuse it or take it back. */
export const isOpenToDecision = ({ state, takeBackAskedAt }: NetworkReferral): boolean =>
  takeBackAskedAt === null && (state === 'HELD' || state === 'COUNTED')

type Words = { cleared: string; asked: string }

function reasonOf(row: NetworkReferral, text: Words, common: { reasons: Record<string, string> }): string | null {
  if (row.state === 'HELD' && row.takeBackAskedAt !== null) return text.asked
  if (row.state === 'COUNTED' && row.takeBackAskedAt !== null) return text.asked
  if (row.reason !== null) return common.reasons[row.reason] ?? row.reason
  return row.clearedAt === null ? null : text.cleared
}

function Decide({ row, onCount, onTake }: Omit<Deciding, 'canDecide'> & { row: NetworkReferral }) {
  const text = useText(referralWords)
  if (!isOpenToDecision(row)) return null
  const waits = row.signals.length > 0 && row.clearedAt === null
  return (
    <span style={{ display: 'flex', gap: '0.25rem', justifyContent: 'flex-end' }}>
      {waits && (
        <Button size="compact-xs" variant="default" onClick={() => onCount(row)}>
          {row.state === 'HELD' ? text.count : text.keep}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" color="beni" onClick={() => onTake(row)}>
        {row.state === 'HELD' ? text.refuse : text.takeBack}
      </Button>
    </span>
  )
}
