import { Modal } from '@mantine/core'
import type { z } from 'zod'
import { inviteStaff, listInvitations } from '../../contract/accounts/accounts.ts'
import { MailField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import { RoleField, type Whose } from './RoleField.tsx'
import { words } from './staff-words.ts'

export type InviteDialogProps = Whose & { opened: boolean; onClose: () => void }

/** Asks for an address and a role, and mails an invitation. */
export function InviteDialog({ opened, onClose, ...whose }: InviteDialogProps) {
  const text = useText(words)
  return (
    <Modal opened={opened} onClose={onClose} title={<strong>{text.inviteTitle}</strong>} size="md">
      <Invite {...whose} onDone={onClose} />
    </Modal>
  )
}

function Invite({ session, isOperator, onDone }: Whose & { onDone: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { id: crypto.randomUUID() as string, email: '', role: (isOperator ? 'admin' : 'recruiter') as string },
    schema: inviteStaff.body,
    onSubmit: async (body: z.output<typeof inviteStaff.body>) => {
      await call(inviteStaff, { body })
      await queries.invalidateQueries({ queryKey: [listInvitations.id] })
      toast.tell(text.sent)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.send}>
      <MailField {...fields.field('email')} label={text.email} isRequired data-autofocus />
      <RoleField bound={fields.field('role')} session={session} isOperator={isOperator} />
    </Form>
  )
}
