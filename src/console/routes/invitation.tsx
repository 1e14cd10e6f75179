import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useLocation } from '@tanstack/react-router'
import { Skeleton } from '@mantine/core'
import { useState } from 'react'
import { acceptInvitation, readInvitation } from '../../contract/session.ts'
import { EntrancePage } from '../../ui/entrance/EntrancePage.tsx'
import { PasswordField, TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { ErrorNotice } from '../../ui/Notice.tsx'
import { messages } from '../../ui/text/messages.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import { roleWords } from '../role-words.ts'
import { useEnter } from '../session.ts'

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

export const Route = createFileRoute('/invitation')({
  staticData: { crumb: { ja: '招待の確認', en: 'Invitation' } },
  component: Page,
})

function Page() {
  // Behind the `#` the token is in no log and no Referer.
  const hash = useLocation({ select: (location) => location.hash })
  // Kept, for leaving the page takes it from the address while the page still stands.
  const [token] = useState(hash)
  const text = useText(words)
  const roles = useText(roleWords)
  const enter = useEnter()
  const invitation = useQuery({
    queryKey: [readInvitation.id, token],
    queryFn: ({ signal }) => call(readInvitation, { body: { token } }, { signal }),
    retry: false,
  })
  const fields = useFields({
    initial: { token, name: '', password: '' },
    schema: acceptInvitation.body,
    onSubmit: async (body) => enter(await call(acceptInvitation, { body })),
  })
  if (invitation.isError) {
    return (
      <EntrancePage title={text.plain}>
        <ErrorNotice error={invitation.error} />
      </EntrancePage>
    )
  }
  if (invitation.data === undefined) {
    return (
      <EntrancePage title={text.plain}>
        <Skeleton height={180} />
      </EntrancePage>
    )
  }
  const { companyName, invitedBy, email, role, hasAccount } = invitation.data
  return (
    <EntrancePage title={text.title(companyName)} description={text.description(invitedBy, roles[role])}>
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
