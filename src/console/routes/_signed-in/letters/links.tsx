import { Button, Code } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import styles from './-letters.module.css'

const words = messages({
  ja: {
    title: '他のシステムのメールに専用リンクを入れる',
    description:
      'お使いの採用管理システムやメール配信から、これまでどおりお見送りメールを送れます。本文に、お一人ずつの専用リンクを入れてください。方法は3つあります。',
    rulesTitle: '3つの方法に共通すること',
    rules: [
      'お一人ずつ、送ってよい状況かどうかを確認します。辞退・保留・内定・選考中・通知済み・人材紹介会社経由・配信停止の方には、リンクではなく理由をお返しします。',
      'リンクを発行した時点で「他システムで送信」として記録し、通知済みになります。ここから重ねてメールが送られることはありません。',
      'リンクは1回の選考結果につきお一人に1つで、有効期限は90日です。同じ方をもう一度尋ねると、同じリンクをお返しします。',
      '登録された方の紹介は、ここから送ったメールと同じように数えます。証跡は「送信一覧」から取り出せます。',
      '利用目的と根拠の記録(送信の設定)が必要です。',
    ],
    merge: '1. 差し込み項目',
    mergeText:
      '採用管理システムに「専用リンク」という項目(カスタム項目)を作り、お見送りメールの文面にその項目を差し込みます。Greenhouseには、不採用になった方のリンクをここから自動で書き込めます(連携 → 専用リンクの書き込み)。ほかのシステムには、下のAPIで得たリンクを書き込んでください。',
    mergeExample: `このたびはご応募いただき、誠にありがとうございました。
…
今後のお仕事探しについて、こちらのページでご案内しております。
{{専用リンク}}`,
    api: '2. API',
    apiText:
      '自社のプログラムがメールを送る場合は、送信の直前にリンクを尋ねます。応募は、ここでのIDでも、連携先での応募IDでも指定できます(一度に500件まで)。キーは「設定 → APIキー」で作ります。',
    csv: '3. CSV',
    csvText:
      '「未通知の方」で対象の方を選び、「リンクをCSVで書き出す」を押します。お名前・メールアドレス・専用リンクの一覧を、メール配信の差し込みに読み込んでお使いください。',
    toUntold: '未通知の方を開く',
    keys: 'APIキーを開く',
  },
  en: {
    title: 'Personal links in the mails of another system',
    description:
      'Go on sending rejections from your tracking system or mailer, with a personal link for each person in the words. There are three ways.',
    rulesTitle: 'What holds for all three',
    rules: [
      'Each person is judged first. Who withdrew, is on hold, offered, in process, told already, came by an agency or opted out gets a reason instead of a link.',
      'From the moment a link is issued the person counts as told by another system; no letter goes from here as well.',
      'One link for one end of an application, valid for 90 days. Asked again, the answer is the same link.',
      'Whoever registers counts as by a letter from here. The evidence is in the list of letters.',
      'Purpose and basis have to be on record (Sending).',
    ],
    merge: '1. A merge field',
    mergeText:
      'Add a custom field “personal link” to your tracking system and put it into the words of the mail. Into Greenhouse the links of rejected people are written from here (Connections → Writing of links); into others write what the API below answers.',
    mergeExample: `Thank you for applying.
…
For your further search we have prepared this page for you:
{{personal_link}}`,
    api: '2. The API',
    apiText:
      'Where a program of yours sends the mails, it asks for the links just before, by the id here or the id in the connected system, up to 500 at once. Keys are made under Settings → API keys.',
    csv: '3. A CSV file',
    csvText: 'Choose people under “Never told” and press “Links as CSV”: names, addresses and links for a mail merge.',
    toUntold: 'Open “Never told”',
    keys: 'Open API keys',
  },
})

const request = `POST /api/v1/relay/links
Authorization: Bearer <API key>
Content-Type: application/json

{ "applications": [
  { "applicationId": "01a0…" },
  { "connectionId": "01a1…", "remoteId": "4711" }
] }`

const answer = `{ "links": [
  { "applicationId": "01a0…", "url": "https://…/l/…", "expiresAt": "2027-03-01T…", "reason": null, … },
  { "remoteId": "4711", "url": null, "reason": "WITHDRAWN", … }
] }`

export const Route = createFileRoute('/_signed-in/letters/links')({
  staticData: { crumb: { ja: '他システムから送る', en: 'Other systems' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  return (
    <div className={styles.narrow}>
      <PageHeader title={text.title} description={text.description} />
      <Section title={text.rulesTitle}>
        <ul className={styles.rules}>
          {text.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
      <Section title={text.merge}>
        <p className={styles.lead}>{text.mergeText}</p>
        <Code block>{text.mergeExample}</Code>
      </Section>
      <Section
        title={text.api}
        actions={
          <Button size="xs" variant="default" component={Link} href="/settings/keys">
            {text.keys}
          </Button>
        }
      >
        <p className={styles.lead}>{text.apiText}</p>
        <Code block>{request}</Code>
        <Code block mt="sm">
          {answer}
        </Code>
      </Section>
      <Section
        title={text.csv}
        actions={
          <Button size="xs" variant="default" component={Link} href="/letters/untold">
            {text.toUntold}
          </Button>
        }
      >
        <p className={styles.lead}>{text.csvText}</p>
      </Section>
    </div>
  )
}
