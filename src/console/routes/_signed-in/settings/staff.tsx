import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconDots, IconSearch, IconUserPlus } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { listInvitations, listStaff, type Staff } from '../../../../contract/accounts.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { roleWords } from '../../../../program/role-words.ts'
import { useCan, useMembership } from '../../../session.ts'
import { InviteDialog } from './-InviteDialog.tsx'
import { Invitations } from './-Invitations.tsx'
import { Roles } from './-Roles.tsx'
import { StaffDialog, type StaffAction } from './-StaffDialog.tsx'
import styles from './-settings.module.css'
import { words } from './-staff-words.ts'

const staff = queryOptions({ queryKey: [listStaff.id], queryFn: () => call(listStaff, {}) })
const invitations = queryOptions({ queryKey: [listInvitations.id], queryFn: () => call(listInvitations, {}) })

export const Route = createFileRoute('/_signed-in/settings/staff')({
  validateSearch: z.object({ text: z.string().max(100).optional() }),
  staticData: { crumb: { ja: 'スタッフ', en: 'Staff' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const canManage = useCan()('staff:manage')
  const [isInviting, setInviting] = useState(false)
  const [acting, setActing] = useState<StaffAction>()
  const invited = useQuery(invitations)
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canManage && (
            <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
              {text.invite}
            </Button>
          )
        }
      />
      <Members onAct={setActing} />
      {invited.data !== undefined && invited.data.items.length > 0 && <Invitations items={invited.data.items} />}
      <Roles />
      <InviteDialog opened={isInviting} onClose={() => setInviting(false)} />
      <StaffDialog acting={acting} onClose={() => setActing(undefined)} />
    </>
  )
}

function Members({ onAct }: { onAct: (action: StaffAction) => void }) {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const columns = useStaffColumns(onAct)
  const { data, error, refetch } = useQuery(staff)
  const sought = (search.text ?? '').toLowerCase()
  const rows = data?.items.filter(({ name, email }) => `${name}\n${email}`.toLowerCase().includes(sought))
  return (
    <Section title={text.people} bare>
      <DataTable
        id="staff"
        label={text.people}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        error={error}
        onRetry={() => void refetch()}
        toolbar={
          <TextInput
            className={styles.search}
            aria-label={text.search}
            placeholder={text.search}
            leftSection={<IconSearch size={15} />}
            value={search.text ?? ''}
            onChange={(event) => {
              const value = event.currentTarget.value
              void navigate({ search: value === '' ? {} : { text: value }, replace: true })
            }}
          />
        }
        empty={<EmptyState title={text.nobody} compact />}
      />
    </Section>
  )
}

const tones = { ACTIVE: 'good', SUSPENDED: 'bad', REMOVED: 'neutral' } as const

function useStaffColumns(onAct: (action: StaffAction) => void): Column<Staff>[] {
  const text = useText(words)
  const roles = useText(roleWords)
  const canManage = useCan()('staff:manage')
  const { staffId } = useMembership()
  return useMemo(
    () => [
      {
        id: 'name',
        header: text.name,
        cell: (row) => <PersonCell name={row.id === staffId ? `${row.name} ${text.you}` : row.name} note={row.email} />,
        card: 'title',
      },
      { id: 'role', header: text.role, width: 140, cell: (row) => roles[row.role] },
      {
        id: 'state',
        header: text.state,
        width: 120,
        cell: (row) => <StatusBadge tone={tones[row.state]}>{text.states[row.state]}</StatusBadge>,
        card: 'corner',
      },
      {
        id: 'lastSignInAt',
        header: text.lastSignIn,
        width: 150,
        cell: (row) => (row.lastSignInAt ? <DateCell value={row.lastSignInAt} kind="relative" /> : text.never),
      },
      ...(canManage
        ? [
            {
              id: 'actions',
              header: '',
              width: 56,
              align: 'end' as const,
              optional: false,
              cell: (row: Staff) => <RowMenu row={row} isSelf={row.id === staffId} onAct={onAct} />,
            },
          ]
        : []),
    ],
    [text, roles, canManage, staffId, onAct],
  )
}

type RowMenuProps = { row: Staff; isSelf: boolean; onAct: (action: StaffAction) => void }

function RowMenu({ row, isSelf, onAct }: RowMenuProps) {
  const text = useText(words)
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.actions(row.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAct({ kind: 'role', row })}>{text.changeRole}</Menu.Item>
        {!isSelf && (
          <>
            <Menu.Item onClick={() => onAct({ kind: 'reset', row })}>{text.resetFactor}</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => onAct({ kind: row.state === 'ACTIVE' ? 'suspend' : 'resume', row })}>
              {row.state === 'ACTIVE' ? text.suspend : text.resume}
            </Menu.Item>
            <Menu.Item color="beni" onClick={() => onAct({ kind: 'remove', row })}>
              {text.remove}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
