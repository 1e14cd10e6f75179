import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { MailField, PasswordField } from '../form/fields.tsx'
import { Form } from '../form/Form.tsx'
import { useFields } from '../form/use-fields.ts'
import { Link } from '../link.tsx'
import { InlineNotice } from '../feedback/Notice.tsx'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'
import { EntrancePage } from './EntrancePage.tsx'

const words = messages({
  ja: {
    forgotTitle: 'パスワードの再設定',
    forgotDescription: '登録しているメールアドレスに、再設定用のリンクをお送りします。',
    email: 'メールアドレス',
    send: 'リンクを送る',
    sentTitle: 'メールをご確認ください',
    sent: 'このアドレスが登録されていれば、再設定用のリンクをお送りしました。届かない場合は、迷惑メールのフォルダーもご確認ください。',
    back: 'サインインに戻る',
    resetTitle: '新しいパスワードの設定',
    resetDescription: '12文字以上で設定してください。設定すると、すべての端末からサインアウトします。',
    password: '新しいパスワード',
    again: '新しいパスワード(確認)',
    differs: '確認用の入力と一致していません',
    save: '設定する',
    doneTitle: 'パスワードを設定しました',
    done: '新しいパスワードでサインインしてください。',
    toSignIn: 'サインインへ進む',
  },
  en: {
    forgotTitle: 'Reset your password',
    forgotDescription: 'We send a link to the mail address of your account.',
    email: 'Mail address',
    send: 'Send the link',
    sentTitle: 'Check your mail',
    sent: 'If the address has an account, a link is on its way. If nothing arrives, look into the spam folder too.',
    back: 'Back to sign-in',
    resetTitle: 'Set a new password',
    resetDescription: 'At least 12 characters. You will be signed out everywhere.',
    password: 'New password',
    again: 'New password again',
    differs: 'The two entries differ',
    save: 'Set the password',
    doneTitle: 'The password is set',
    done: 'Sign in with the new password.',
    toSignIn: 'Go to sign-in',
  },
})

export type ForgotPasswordProps<Parsed> = {
  schema: z.ZodType<Parsed>
  onSend: (sent: Parsed) => Promise<unknown>
}

export function ForgotPassword<Parsed>({ schema, onSend }: ForgotPasswordProps<Parsed>) {
  const text = useText(words)
  const [isSent, setSent] = useState(false)
  const fields = useFields({
    initial: { email: '' },
    schema,
    onSubmit: async (sent: Parsed) => {
      await onSend(sent)
      setSent(true)
    },
  })
  const back = <Link href="/sign-in">{text.back}</Link>
  if (isSent) {
    return (
      <EntrancePage title={text.sentTitle} after={back}>
        <InlineNotice tone="good" role="status">
          {text.sent}
        </InlineNotice>
      </EntrancePage>
    )
  }
  return (
    <EntrancePage title={text.forgotTitle} description={text.forgotDescription} after={back}>
      <Form fields={fields} submitLabel={text.send} isFullWidth label={text.forgotTitle}>
        <MailField {...fields.field('email')} label={text.email} autoComplete="username" />
      </Form>
    </EntrancePage>
  )
}

export type ResetPasswordProps = {
  password: z.ZodType<string>
  onReset: (sent: { password: string }) => Promise<unknown>
}

export function ResetPassword({ password, onReset }: ResetPasswordProps) {
  const text = useText(words)
  const [isDone, setDone] = useState(false)
  const fields = useFields({
    initial: { password: '', again: '' },
    check: (values) => ({
      ...(password.safeParse(values.password).success ? {} : { password: text.resetDescription }),
      ...(values.password === values.again ? {} : { again: text.differs }),
    }),
    onSubmit: async (values) => {
      await onReset({ password: values.password })
      setDone(true)
    },
  })
  if (isDone) {
    return (
      <EntrancePage title={text.doneTitle} description={text.done}>
        <Button component={Link} href="/sign-in" fullWidth size="md">
          {text.toSignIn}
        </Button>
      </EntrancePage>
    )
  }
  return (
    <EntrancePage title={text.resetTitle} description={text.resetDescription}>
      <Form fields={fields} submitLabel={text.save} isFullWidth label={text.resetTitle}>
        <PasswordField {...fields.field('password')} label={text.password} autoComplete="new-password" />
        <PasswordField {...fields.field('again')} label={text.again} autoComplete="new-password" />
      </Form>
    </EntrancePage>
  )
}
