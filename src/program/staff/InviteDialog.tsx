import { Modal } from '@mantine/core'
import type { z } from 'zod'
import { inviteStaff, listInvitations } from '../../contract/accounts.ts'
import { ChoiceField, MailField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/toast.tsx'
import { call, queries } from '../api.ts'
import { roleWords } from '../role-words.ts'
import type { ProgramSession } from '../session.ts'
import { rolesOf, useRoleTexts, words } from './staff-words.ts'

type Whose = { session: ProgramSession; isOperator: boolean }
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
  const texts = useRoleTexts(isOperator)
  const text = useText(words)
  const names = useText(roleWords)
  const toast = useToast()
  const { role: own } = session.useMembership()
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
      <ChoiceField
        {...fields.field('role')}
        label={text.role}
        choices={rolesOf(isOperator).map((role) => ({
          value: role,
          label: names[role],
          help: texts[role],
          isDisabled: role === 'owner' && own !== 'owner',
        }))}
      />
    </Form>
  )
}
