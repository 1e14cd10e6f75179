import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconDots, IconSearch, IconUserPlus } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { listInvitations, listStaff, type Staff } from '../../contract/accounts/accounts.ts'
import { DateCell, PersonCell } from '../../ui/data-table/cells.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { PageHeader, Section } from '../../ui/PageHeader.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import { roleWords } from '../role-words.ts'
import type { ProgramSession } from '../session.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { Invitations } from './Invitations.tsx'
import { Roles } from './Roles.tsx'
import { StaffDialog, type StaffAction } from './StaffDialog.tsx'
import styles from './staff.module.css'
import { words } from './staff-words.ts'

const staff = queryOptions({ queryKey: [listStaff.id], queryFn: () => call(listStaff, {}) })
const invitations = queryOptions({ queryKey: [listInvitations.id], queryFn: () => call(listInvitations, {}) })

/** What the address of the page holds. */
export const StaffSearch = z.object({ text: z.string().max(100).optional() })
type Search = z.output<typeof StaffSearch>

export type StaffPageProps = {
  session: ProgramSession
  search: Search
  onSearch: (search: Search) => void
  /** The staff of whoever runs the network: fewer roles, with words of their own. */
  isOperator?: boolean
}

/** Who works here and as what: inviting, roles, suspending, removing. */
export function StaffPage({ session, search, onSearch, isOperator = false }: StaffPageProps) {
  const text = useText(words)
  const canManage = session.useCan()('staff:manage')
  const [isInviting, setInviting] = useState(false)
  const [acting, setActing] = useState<StaffAction>()
  const invited = useQuery(invitations)
  return (
    <>
      <PageHeader
        title={text.title}
        description={isOperator ? text.operatorDescription : text.description}
        actions={
          canManage && (
            <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
              {text.invite}
            </Button>
          )
        }
      />
      <Members session={session} search={search} onSearch={onSearch} onAct={setActing} />
      {invited.data !== undefined && invited.data.items.length > 0 && (
        <Invitations session={session} items={invited.data.items} />
      )}
      <Roles isOperator={isOperator} />
      <InviteDialog session={session} isOperator={isOperator} opened={isInviting} onClose={() => setInviting(false)} />
      <StaffDialog session={session} isOperator={isOperator} acting={acting} onClose={() => setActing(undefined)} />
    </>
  )
}

type MembersProps = Pick<StaffPageProps, 'session' | 'search' | 'onSearch'> & { onAct: (action: StaffAction) => void }

function Members({ session, search, onSearch, onAct }: MembersProps) {
  const text = useText(words)
  const columns = useStaffColumns(session, onAct)
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
              onSearch(value === '' ? {} : { text: value })
            }}
          />
        }
        empty={<EmptyState title={text.nobody} compact />}
      />
    </Section>
  )
}

const tones = { ACTIVE: 'good', SUSPENDED: 'bad', REMOVED: 'neutral' } as const

function useStaffColumns(session: ProgramSession, onAct: (action: StaffAction) => void): Column<Staff>[] {
  const text = useText(words)
  const roles = useText(roleWords)
  const canManage = session.useCan()('staff:manage')
  const { staffId } = session.useMembership()
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
