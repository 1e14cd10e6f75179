import { useState } from 'react'
import { EntrancePage } from './EntrancePage.tsx'
import { CheckboxField, CodeField, MailField, PasswordField, TextField } from '../form/fields.tsx'
import { Form } from '../form/Form.tsx'
import { useFields } from '../form/use-fields.ts'
import { Link } from '../link.tsx'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'

const words = messages({
  ja: {
    title: 'サインイン',
    description: 'メールアドレスとパスワードを入力してください。',
    email: 'メールアドレス',
    password: 'パスワード',
    submit: 'サインイン',
    forgot: 'パスワードをお忘れの方',
    codeTitle: '確認コードの入力',
    codeDescription: '認証アプリに表示されている6桁のコードを入力してください。',
    code: '確認コード',
    trust: 'このブラウザでは30日間コードを求めない',
    verify: '確認する',
    lost: '認証アプリを使えない場合(回復コードで続行)',
    recoveryTitle: '回復コードの入力',
    recoveryDescription: '二段階認証の設定時に保存した回復コードを1つ入力してください。使ったコードは無効になります。',
    recovery: '回復コード',
    back: '確認コードの入力に戻る',
    another: 'パスワードの入力からやり直す',
  },
  en: {
    title: 'Sign in',
    description: 'Enter your mail address and password.',
    email: 'Mail address',
    password: 'Password',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    codeTitle: 'Enter the code',
    codeDescription: 'Enter the 6 digits that your authenticator shows.',
    code: 'Code',
    trust: 'Do not ask on this browser for 30 days',
    verify: 'Confirm',
    lost: 'Without your authenticator? Use a recovery code',
    recoveryTitle: 'Enter a recovery code',
    recoveryDescription: 'Enter one of the codes that you kept when you set up two-factor sign-in. It works only once.',
    recovery: 'Recovery code',
    back: 'Back to the code',
    another: 'Start again with your password',
  },
})

export type SignInProps = {
  part?: string
  /** The password was right, a second factor is still asked for. */
  needsTwoFactor: boolean
  onSignIn: (sent: { email: string; password: string }) => Promise<unknown>
  onCode: (sent: { code: string; trustDevice: boolean }) => Promise<unknown>
  onRecoveryCode: (sent: { recoveryCode: string }) => Promise<unknown>
  /** Leaves the half-done sign-in. */
  onRestart: () => void
}

/** Mail and password, then the second factor. What a callback throws is shown. */
export function SignIn(props: SignInProps) {
  const [isRecovering, setRecovering] = useState(false)
  if (!props.needsTwoFactor) return <PasswordStep {...props} />
  if (isRecovering) return <RecoveryStep {...props} onBack={() => setRecovering(false)} />
  return <CodeStep {...props} onLost={() => setRecovering(true)} />
}

const partOf = (part: string | undefined) => (part === undefined ? {} : { part })

function PasswordStep({ part, onSignIn }: SignInProps) {
  const text = useText(words)
  const fields = useFields({ initial: { email: '', password: '' }, onSubmit: onSignIn })
  return (
    <EntrancePage
      {...partOf(part)}
      title={text.title}
      description={text.description}
      after={<Link href="/forgot-password">{text.forgot}</Link>}
    >
      <Form fields={fields} submitLabel={text.submit} isFullWidth label={text.title}>
        <MailField {...fields.field('email')} label={text.email} autoComplete="username" />
        <PasswordField {...fields.field('password')} label={text.password} autoComplete="current-password" />
      </Form>
    </EntrancePage>
  )
}

function CodeStep({ part, onCode, onRestart, onLost }: SignInProps & { onLost: () => void }) {
  const text = useText(words)
  const fields = useFields({ initial: { code: '', trustDevice: false }, onSubmit: onCode })
  const after = (
    <>
      <button type="button" onClick={onLost}>
        {text.lost}
      </button>
      <button type="button" onClick={onRestart}>
        {text.another}
      </button>
    </>
  )
  return (
    <EntrancePage {...partOf(part)} title={text.codeTitle} description={text.codeDescription} after={after}>
      <Form fields={fields} submitLabel={text.verify} isFullWidth label={text.codeTitle}>
        <CodeField {...fields.field('code')} label={text.code} />
        <CheckboxField {...fields.box('trustDevice')} label={text.trust} />
      </Form>
    </EntrancePage>
  )
}

function RecoveryStep({ part, onRecoveryCode, onRestart, onBack }: SignInProps & { onBack: () => void }) {
  const text = useText(words)
  const fields = useFields({ initial: { recoveryCode: '' }, onSubmit: onRecoveryCode })
  const after = (
    <>
      <button type="button" onClick={onBack}>
        {text.back}
      </button>
      <button type="button" onClick={onRestart}>
        {text.another}
      </button>
    </>
  )
  return (
    <EntrancePage {...partOf(part)} title={text.recoveryTitle} description={text.recoveryDescription} after={after}>
      <Form fields={fields} submitLabel={text.verify} isFullWidth label={text.recoveryTitle}>
        <TextField {...fields.field('recoveryCode')} label={text.recovery} autoComplete="off" spellCheck={false} />
      </Form>
    </EntrancePage>
  )
}
