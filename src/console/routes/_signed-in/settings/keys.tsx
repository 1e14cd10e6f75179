import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { listKeys, revokeKey, type Key } from '../../../../contract/accounts/accounts.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { permissionWords } from '../../../../program/permission-words.ts'
import { MakeKeyDialog } from './-MakeKeyDialog.tsx'
import { words } from './-keys-words.ts'

const keys = queryOptions({ queryKey: [listKeys.id], queryFn: () => call(listKeys, {}) })

export const Route = createFileRoute('/_signed-in/settings/keys')({
  staticData: { crumb: { ja: 'APIキー', en: 'API keys' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const toast = useToast()
  const { data, error, refetch } = useQuery(keys)
  const [isMaking, setMaking] = useState(false)
  const [ending, setEnding] = useState<Key>()
  const columns = useKeyColumns(setEnding)
  const make = (
    <Button leftSection={<IconKey size={16} />} onClick={() => setMaking(true)}>
      {text.make}
    </Button>
  )
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={make} />
      <DataTable
        id="keys"
        label={text.title}
        columns={columns}
        rows={data?.items}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState title={text.none} icon={<IconKey size={22} stroke={1.5} />}>
            {text.noneText}
          </EmptyState>
        }
      />
      <MakeKeyDialog opened={isMaking} onClose={() => setMaking(false)} />
      <ConfirmDialog
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={text.revokeTitle(ending?.name ?? '')}
        confirmLabel={text.revoke}
        danger
        consequences={[{ kind: 'final', text: text.revokeText }]}
        onConfirm={async () => {
          if (ending) await call(revokeKey, { params: { id: ending.id } })
          await queries.invalidateQueries({ queryKey: [listKeys.id] })
          toast.tell(text.revoked)
        }}
      />
    </>
  )
}

function useKeyColumns(onEnd: (key: Key) => void): Column<Key>[] {
  const text = useText(words)
  const format = useFormat()
  const names = useText(permissionWords)
  return useMemo(
    () => [
      { id: 'name', header: text.name, width: 200, cell: (row) => `${row.name} (…${row.lastFour})`, card: 'title' },
      {
        id: 'permissions',
        header: text.permissions,
        wraps: true,
        cell: (row) => format.list(row.permissions.map((permission) => names[permission])),
      },
      {
        id: 'expiresAt',
        header: text.expires,
        width: 150,
        cell: (row) =>
          Date.parse(row.expiresAt) > Date.now() ? (
            <DateCell value={row.expiresAt} />
          ) : (
            <StatusBadge tone="bad">{text.expired}</StatusBadge>
          ),
      },
      {
        id: 'lastUsedAt',
        header: text.lastUsed,
        width: 140,
        cell: (row) => <DateCell value={row.lastUsedAt} kind="relative" />,
      },
      {
        id: 'actions',
        header: '',
        width: 110,
        align: 'end',
        optional: false,
        cell: (row) => (
          <Button size="compact-sm" variant="subtle" color="beni" onClick={() => onEnd(row)}>
            {text.revoke}
          </Button>
        ),
      },
    ],
    [text, format, names, onEnd],
  )
}
