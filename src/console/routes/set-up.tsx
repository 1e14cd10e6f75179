import { createFileRoute, redirect } from '@tanstack/react-router'
import { setUpInstallation } from '../../contract/accounts/session.ts'
import { EntrancePage } from '../../ui/entrance/EntrancePage.tsx'
import { MailField, PasswordField, TextField } from '../../ui/form/fields.tsx'
import { FieldGroup, Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { messages } from '../../ui/text/messages.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import { sessionQuery, useEnter } from '../session.ts'

const words = messages({
  ja: {
    title: 'はじめの設定',
    description: '最初の会社と管理者を登録します。会社や担当者は、あとから追加・変更できます。',
    company: '会社',
    companyName: '会社名',
    corporateNumber: '法人番号',
    corporateHelp: '13桁の数字。分からない場合は空欄のままで構いません。',
    admin: '管理者',
    name: '氏名',
    email: 'メールアドレス',
    password: 'パスワード',
    passwordHelp: '12文字以上。覚えやすい単語をいくつか並べると安全です。',
    code: '設定コード',
    codeHelp: '別の端末から設定する場合に、サーバーの起動時に表示されたコードを入力します。',
    submit: '登録してはじめる',
  },
  en: {
    title: 'Set up',
    description: 'Makes the first company and its administrator. More of both can follow later.',
    company: 'Company',
    companyName: 'Name',
    corporateNumber: 'Corporate number',
    corporateHelp: '13 digits. Leave it empty if you do not know it.',
    admin: 'Administrator',
    name: 'Name',
    email: 'Mail address',
    password: 'Password',
    passwordHelp: 'At least 12 characters. A few words in a row are safe and easy to keep.',
    code: 'Set-up code',
    codeHelp: 'From another machine: the code that the server printed when it started.',
    submit: 'Begin',
  },
})

export const Route = createFileRoute('/set-up')({
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (!session.needsSetUp) throw redirect({ to: '/' })
  },
  staticData: { crumb: { ja: 'はじめの設定', en: 'Set up' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const enter = useEnter()
  const isLocal = /^(localhost|127\.0\.0\.1|.*\.localhost)$/.test(window.location.hostname)
  const fields = useFields({
    initial: { companyName: '', corporateNumber: '', name: '', email: '', password: '', setUpCode: '' },
    schema: setUpInstallation.body,
    prepare: withoutEmpty,
    onSubmit: async (body) => enter(await call(setUpInstallation, { body })),
  })
  return (
    <EntrancePage title={text.title} description={text.description} isWide>
      <Form fields={fields} submitLabel={text.submit} isFullWidth label={text.title}>
        <FieldGroup legend={text.company}>
          <TextField {...fields.field('companyName')} label={text.companyName} autoComplete="organization" isRequired />
          <TextField
            {...fields.field('corporateNumber')}
            label={text.corporateNumber}
            help={text.corporateHelp}
            inputMode="numeric"
            isRequired={false}
          />
        </FieldGroup>
        <FieldGroup legend={text.admin}>
          <TextField {...fields.field('name')} label={text.name} autoComplete="name" isRequired />
          <MailField {...fields.field('email')} label={text.email} autoComplete="username" isRequired />
          <PasswordField
            {...fields.field('password')}
            label={text.password}
            help={text.passwordHelp}
            autoComplete="new-password"
            isRequired
          />
          {!isLocal && (
            <TextField {...fields.field('setUpCode')} label={text.code} help={text.codeHelp} autoComplete="off" />
          )}
        </FieldGroup>
      </Form>
    </EntrancePage>
  )
}

type Entered = {
  companyName: string
  corporateNumber: string
  name: string
  email: string
  password: string
  setUpCode: string
}

/** What was left empty is not sent. */
function withoutEmpty({ corporateNumber, setUpCode, ...rest }: Entered) {
  return {
    ...rest,
    ...(corporateNumber === '' ? {} : { corporateNumber }),
    ...(setUpCode === '' ? {} : { setUpCode }),
  }
}
