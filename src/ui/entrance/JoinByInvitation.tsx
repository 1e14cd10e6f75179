import { Skeleton } from '@mantine/core'
import { PasswordField, TextField } from '../form/fields.tsx'
import { Form } from '../form/Form.tsx'
import { useFields } from '../form/use-fields.ts'
import { ErrorNotice } from '../feedback/Notice.tsx'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'
import { EntrancePage } from './EntrancePage.tsx'

const words = messages({
  ja: {
    title: (company: string) => `${company}に参加する`,
    plain: '招待の確認',
    description: (by: string, role: string) => `${by}さんから「${role}」として招待されています。`,
    email: 'メールアドレス',
    name: '氏名',
    password: 'パスワード',
    passwordHelp: '12文字以上で設定してください。',
    existing: '現在のパスワード',
    existingHelp: 'このメールアドレスはすでに登録されています。ご利用中のパスワードを入力してください。',
    submit: '参加する',
  },
  en: {
    title: (company: string) => `Join ${company}`,
    plain: 'Invitation',
    description: (by: string, role: string) => `${by} invited you as ${role}.`,
    email: 'Mail address',
    name: 'Name',
    password: 'Password',
    passwordHelp: 'At least 12 characters.',
    existing: 'Your password',
    existingHelp: 'This address already has an account: enter its password.',
    submit: 'Join',
  },
})

export type JoinByInvitationProps = {
  /** What the link stands for; nothing while it is being read. */
  invitation:
    | { companyName: string; invitedBy: string; email: string; roleName: string; hasAccount: boolean }
    | undefined
  error: unknown
  onJoin: (sent: { name: string; password: string }) => Promise<unknown>
}

/** Says who invites into what, and asks for a name and a password. */
export function JoinByInvitation({ invitation, error, onJoin }: JoinByInvitationProps) {
  const text = useText(words)
  const fields = useFields({ initial: { name: '', password: '' }, onSubmit: onJoin })
  if (error !== null && error !== undefined) {
    return (
      <EntrancePage title={text.plain}>
        <ErrorNotice error={error} />
      </EntrancePage>
    )
  }
  if (invitation === undefined) {
    return (
      <EntrancePage title={text.plain}>
        <Skeleton height={180} />
      </EntrancePage>
    )
  }
  const { companyName, invitedBy, email, roleName, hasAccount } = invitation
  return (
    <EntrancePage title={text.title(companyName)} description={text.description(invitedBy, roleName)}>
      <Form fields={fields} submitLabel={text.submit} isFullWidth label={text.title(companyName)}>
        <TextField label={text.email} value={email} readOnly autoComplete="username" />
        <TextField {...fields.field('name')} label={text.name} autoComplete="name" />
        <PasswordField
          {...fields.field('password')}
          label={hasAccount ? text.existing : text.password}
          help={hasAccount ? text.existingHelp : text.passwordHelp}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
        />
      </Form>
    </EntrancePage>
  )
}
