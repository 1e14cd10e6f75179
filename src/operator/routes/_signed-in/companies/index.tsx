import { SegmentedControl, Switch, TextInput } from '@mantine/core'
import { IconBuildings, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import {
  NetworkStanding,
  networkStandings,
  type NetworkCompany,
} from '../../../../contract/network/network-companies.ts'
import { DateCell, PersonCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { companyWords } from '../../../company-words.ts'
import { companiesQuery } from '../../../queries.ts'
import { alertTones, networkWords, standingTones } from '../../../words.ts'
import styles from '../../../operator.module.css'

export const Route = createFileRoute('/_signed-in/companies/')({
  staticData: { crumb: { ja: '参加企業', en: 'Companies' } },
  validateSearch: z.object({
    standing: NetworkStanding.optional(),
    alerts: z.boolean().optional(),
    text: z.string().max(100).optional(),
  }),
  component: Companies,
})

function Companies() {
  const text = useText(companyWords)
  const common = useText(networkWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, refetch } = useQuery(companiesQuery)
  const columns = useColumns()
  const sought = (search.text ?? '').toLowerCase()
  const rows = data?.companies.filter(
    ({ standing, alerts, name, corporateNumber }) =>
      (search.standing === undefined || standing === search.standing) &&
      (search.alerts !== true || alerts.length > 0) &&
      `${name}\n${corporateNumber ?? ''}`.toLowerCase().includes(sought),
  )
  const change = (changed: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...changed }, replace: true })
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <DataTable
        id="network-companies"
        label={text.title}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/companies/${row.id}`}
        error={error}
        onRetry={() => void refetch()}
        toolbar={
          <div className={styles.filters}>
            <TextInput
              size="xs"
              aria-label={text.search}
              placeholder={text.search}
              leftSection={<IconSearch size={15} />}
              value={search.text ?? ''}
              onChange={({ currentTarget }) => change({ text: currentTarget.value || undefined })}
            />
            <SegmentedControl
              size="xs"
              aria-label={text.standing}
              value={search.standing ?? ''}
              onChange={(value) => change({ standing: value === '' ? undefined : NetworkStanding.parse(value) })}
              data={[
                { value: '', label: text.all },
                ...networkStandings.map((standing) => ({ value: standing, label: common.standings[standing] })),
              ]}
            />
            <Switch
              size="xs"
              label={text.onlyAlerts}
              checked={search.alerts === true}
              onChange={({ currentTarget }) => change({ alerts: currentTarget.checked || undefined })}
            />
          </div>
        }
        empty={
          <EmptyState title={text.empty} icon={<IconBuildings size={22} stroke={1.5} />}>
            {text.emptyText}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<NetworkCompany>[] {
  const text = useText(companyWords)
  const common = useText(networkWords)
  return useMemo<Column<NetworkCompany>[]>(
    () => [
      {
        id: 'name',
        header: text.company,
        width: 220,
        cell: (row) => <PersonCell name={row.name} note={row.corporateNumber ?? text.noNumber} />,
        card: 'title',
      },
      {
        id: 'standing',
        header: text.standing,
        width: 120,
        cell: (row) => <StatusBadge tone={standingTones[row.standing]}>{common.standings[row.standing]}</StatusBadge>,
        card: 'corner',
      },
      { id: 'mode', header: text.mode, width: 110, cell: (row) => common.modes[row.modeInForce] },
      { id: 'licence', header: text.licence, width: 150, cell: (row) => <TextCell value={row.licenceNumber} /> },
      {
        id: 'licenceUntil',
        header: text.licenceUntil,
        width: 120,
        cell: (row) => <DateCell value={row.licenceUntil} />,
      },
      {
        id: 'agreementUntil',
        header: text.agreementUntil,
        width: 120,
        cell: (row) => <DateCell value={row.agreementUntil} />,
      },
      {
        id: 'alerts',
        header: text.alerts,
        width: 220,
        wraps: true,
        cell: ({ alerts }) =>
          alerts.length === 0 ? (
            <TextCell value={null} />
          ) : (
            <span className={styles.badges}>
              {alerts.map((alert) => (
                <StatusBadge key={alert} tone={alertTones[alert]} plain>
                  {common.alerts[alert]}
                </StatusBadge>
              ))}
            </span>
          ),
      },
    ],
    [text, common],
  )
}
