import { Modal } from '@mantine/core'
import type { z } from 'zod'
import {
  changeStaffRole,
  changeStaffState,
  listStaff,
  resetSecondFactor,
  type Staff,
} from '../../contract/accounts/accounts.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import type { ProgramSession } from '../session.ts'
import { RoleField, type Whose } from './RoleField.tsx'
import { words } from './staff-words.ts'

/** What is being done to one member of staff. */
export type StaffAction = { kind: 'role' | 'suspend' | 'resume' | 'remove' | 'reset'; row: Staff }

type Acting = Whose & { onClose: () => void }
export type StaffDialogProps = Acting & { acting: StaffAction | undefined }

const refresh = ({ sessionQuery }: ProgramSession) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: [listStaff.id] }),
    queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  ])

/** The dialog that belongs to the action chosen. */
export function StaffDialog({ acting, ...whose }: StaffDialogProps) {
  const text = useText(words)
  const toast = useToast()
  if (acting === undefined) return null
  const { session, onClose } = whose
  const { row, kind } = acting
  if (kind === 'role') return <RoleDialog row={row} {...whose} />
  const state = { suspend: 'SUSPENDED', resume: 'ACTIVE', remove: 'REMOVED', reset: undefined }[kind] as
    | Staff['state']
    | undefined
  const confirm = async () => {
    if (state) await call(changeStaffState, { params: { id: row.id }, body: { state } })
    else await call(resetSecondFactor, { params: { id: row.id } })
    await refresh(session)
    toast.tell(state ? text.saved : text.resetDone)
  }
  const common = { opened: true, onClose, onConfirm: confirm } as const
  if (kind === 'reset') {
    return (
      <ConfirmDialog
        {...common}
        title={text.resetTitle(row.name)}
        confirmLabel={text.reset}
        danger
        consequences={[
          { kind: 'happens', text: text.resetNow },
          { kind: 'happens', text: text.resetNext },
        ]}
      >
        {text.resetText}
      </ConfirmDialog>
    )
  }
  if (kind === 'resume') return <ConfirmDialog {...common} title={row.name} confirmLabel={text.resume} />
  const isRemoval = kind === 'remove'
  return (
    <ConfirmDialog
      {...common}
      title={isRemoval ? text.removeTitle(row.name) : text.suspendTitle(row.name)}
      confirmLabel={isRemoval ? text.remove : text.suspend}
      danger
      consequences={[
        { kind: 'happens', text: text.suspendNow },
        { kind: 'reversible', text: isRemoval ? text.removeKept : text.suspendBack },
      ]}
    />
  )
}

function RoleDialog({ row, session, isOperator, onClose }: Acting & { row: Staff }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { role: row.role as string },
    schema: changeStaffRole.body,
    onSubmit: async (body: z.output<typeof changeStaffRole.body>) => {
      await call(changeStaffRole, { params: { id: row.id }, body })
      await refresh(session)
      toast.tell(text.saved)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={<strong>{text.roleTitle(row.name)}</strong>} size="md">
      <Form fields={fields} submitLabel={text.save}>
        <RoleField bound={fields.field('role')} session={session} isOperator={isOperator} />
      </Form>
    </Modal>
  )
}
