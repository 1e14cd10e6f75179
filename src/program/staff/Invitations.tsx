import { Button, Group } from '@mantine/core'
import { useMemo } from 'react'
import {
  listInvitations,
  resendInvitation,
  revokeInvitation,
  type StaffInvitation,
} from '../../contract/accounts/accounts.ts'
import { DateCell } from '../../ui/data-table/cells.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { Section } from '../../ui/PageHeader.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import { roleWords } from '../role-words.ts'
import type { ProgramSession } from '../session.ts'
import { words } from './staff-words.ts'

type InvitationsProps = { session: ProgramSession; items: readonly StaffInvitation[] }

/** Invitations that nobody has accepted yet. */
export function Invitations({ session, items }: InvitationsProps) {
  const text = useText(words)
  const columns = useInvitationColumns(session)
  return (
    <Section title={text.invitations} bare>
      <DataTable
        id="invitations"
        label={text.invitations}
        columns={columns}
        rows={items}
        rowId={(row) => row.id}
        rowLabel={(row) => row.email}
        hasKeys={false}
      />
    </Section>
  )
}

function useInvitationColumns(session: ProgramSession): Column<StaffInvitation>[] {
  const text = useText(words)
  const roles = useText(roleWords)
  const toast = useToast()
  const canManage = session.useCan()('staff:manage')
  return useMemo(() => {
    const settle = (sending: Promise<unknown>, said: string) =>
      void sending
        .then(() => queries.invalidateQueries({ queryKey: [listInvitations.id] }))
        .then(() => toast.tell(said))
        .catch(toast.refuse)
    const actions: Column<StaffInvitation> = {
      id: 'actions',
      header: '',
      width: 190,
      align: 'end',
      optional: false,
      cell: ({ id }) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            color="ai"
            onClick={() => settle(call(resendInvitation, { params: { id } }), text.resent)}
          >
            {text.resend}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="beni"
            onClick={() => settle(call(revokeInvitation, { params: { id } }), text.revoked)}
          >
            {text.revoke}
          </Button>
        </Group>
      ),
    }
    return [
      { id: 'email', header: text.email, cell: (row) => row.email, card: 'title' },
      { id: 'role', header: text.role, width: 140, cell: (row) => roles[row.role] },
      {
        id: 'state',
        header: text.state,
        width: 120,
        cell: (row) => (
          <StatusBadge tone={row.isLapsed ? 'neutral' : 'wait'}>
            {row.isLapsed ? text.lapsed : text.waiting}
          </StatusBadge>
        ),
        card: 'corner',
      },
      { id: 'expiresAt', header: text.expires, width: 130, cell: (row) => <DateCell value={row.expiresAt} /> },
      ...(canManage ? [actions] : []),
    ]
  }, [text, roles, toast, canManage])
}
