import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { listReferralSignals } from '../../../../contract/network/network-referrals.ts'
import { NumberCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { referralWords } from '../../../referral-words.ts'
import { networkWords } from '../../../words.ts'

type Pattern = z.output<typeof listReferralSignals.response>['companies'][number]

const patterns = queryOptions({
  queryKey: [listReferralSignals.id],
  queryFn: () => call(listReferralSignals, {}),
})

/** How registrations came, company by company. */
export function Patterns() {
  const text = useText(referralWords)
  const common = useText(networkWords)
  const { data, error } = useQuery(patterns)
  const columns = useMemo<Column<Pattern>[]>(
    () => [
      { id: 'company', header: text.company, cell: (row) => row.employerName ?? common.formerCompany, card: 'title' },
      {
        id: 'week',
        header: text.week,
        width: 140,
        align: 'end',
        cell: (row) => <NumberCell value={row.registrationsIn7Days} />,
      },
      {
        id: 'total',
        header: text.total,
        width: 140,
        align: 'end',
        cell: (row) => <NumberCell value={row.registrations} />,
      },
      {
        id: 'hour',
        header: text.hour,
        width: 140,
        align: 'end',
        cell: (row) => <NumberCell value={row.mostInOneHour} />,
      },
      {
        id: 'refused',
        header: text.refused,
        width: 140,
        align: 'end',
        cell: (row) => <NumberCell value={row.refused + row.reversed} />,
      },
    ],
    [text, common],
  )
  if (data?.companies.length === 0) return null
  return (
    <Section title={text.patterns} note={text.patternsNote} bare>
      <DataTable
        id="referral-patterns"
        label={text.patterns}
        columns={columns}
        rows={data?.companies}
        rowId={(row) => row.employerId}
        rowLabel={(row) => row.employerName ?? common.formerCompany}
        rowHref={(row) => `/companies/${row.employerId}`}
        error={error}
        hasKeys={false}
      />
    </Section>
  )
}
