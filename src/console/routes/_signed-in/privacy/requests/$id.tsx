import { receiptNumber } from '../../../../../contract/consent/receipt-number.ts'
import { Button } from '@mantine/core'
import { IconDownload, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { exportPerson } from '../../../../../contract/consent/consent.ts'
import type { DataRequest } from '../../../../../contract/requests/data-requests.ts'
import { formWords, handoverWords } from '../../../../../contract/requests/disclosure-forms.ts'
import { remarkIn } from '../../../../../contract/requests/request-remarks.ts'
import { Quiet } from '../../../../../ui/Entry.tsx'
import { Facts } from '../../../../../ui/Facts.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { ErrorNotice, InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { Waiting } from '../../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { AnswerForm } from './-AnswerForm.tsx'
import { Corrections } from './-Corrections.tsx'
import { dueTone, stateTones, useDaysLeft } from './-clock.ts'
import { IdentityCheck } from './-IdentityCheck.tsx'
import { passingWords } from './-passing-words.ts'
import { Passings } from './-Passings.tsx'
import { requestQuery } from './-queries.ts'
import { answerWords } from './-answer-words.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/privacy/requests/$id')({
  staticData: { crumb: { ja: '請求', en: 'Request' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const passing = useText(passingWords)
  const { id } = Route.useParams()
  const { data, error, refetch } = useQuery({
    ...requestQuery(id),
    refetchInterval: ({ state }) => (state.data?.request.erasure === 'WAITING' ? 3000 : false),
  })
  const canManage = useCan()('consent:manage')
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const { request } = data
  const isOpen = request.state === 'OPEN'
  const passesOn = request.kind === 'CORRECTION' || request.kind === 'STOP' || request.kind === 'ERASURE'
  return (
    <>
      <PageHeader
        title={`${text.kinds[request.kind]} / ${request.personName ?? (request.personId === null ? text.personNone : text.personGone)}`}
        description={text.number(receiptNumber(request.id))}
        aside={<Standing request={request} />}
        actions={
          <Button component={Link} href="/privacy/requests" variant="default">
            {text.back}
          </Button>
        }
      />
      <Section title={text.said}>
        <Said request={request} />
        {request.corrections.length > 0 && <Corrections request={request} />}
      </Section>
      <Section title={text.identity}>
        <IdentityCheck key={`${request.id}-${request.identity === null}`} request={request} />
      </Section>
      {isOpen && (
        <Section title={text.doing}>
          <InlineNotice tone="busy">
            {text.help[request.corrections.length > 0 ? 'CORRECTIONS' : request.kind]}
          </InlineNotice>
          <PersonActions request={request} />
        </Section>
      )}
      {passesOn && (
        <Section title={passing.title}>
          <Passings whole={data} />
        </Section>
      )}
      <Section title={text.outcome}>
        {isOpen && canManage && (
          <AnswerForm key={`${request.identity === null}-${request.version}`} request={request} />
        )}
        {!isOpen && <Answered request={request} />}
      </Section>
    </>
  )
}

function Standing({ request }: { request: DataRequest }) {
  const text = useText(words)
  const days = useDaysLeft()(request)
  if (request.state !== 'OPEN')
    return <StatusBadge tone={stateTones[request.state]}>{text.states[request.state]}</StatusBadge>
  return <StatusBadge tone={dueTone(days)}>{days < 0 ? text.overdue(-days) : text.daysLeft(days)}</StatusBadge>
}

function Said({ request }: { request: DataRequest }) {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  return (
    <Facts
      facts={[
        [text.remark, request.remark && remarkIn(request.remark, language)],
        [text.said, request.said],
        [text.wish, request.wish && formWords[language][request.wish]],
        [text.opened, `${format.dateTime(request.openedAt)} / ${text.vias[request.via]}`],
        [text.due, format.dateTime(request.dueAt)],
      ]}
    />
  )
}

function PersonActions({ request: { kind, personId } }: { request: DataRequest }) {
  const text = useText(words)
  const toast = useToast()
  const can = useCan()
  if (personId === null) return <Quiet>{`${text.person}: ${text.personNone}`}</Quiet>
  const save = async () => {
    try {
      download(await call(exportPerson, { params: { personId } }), `person-${personId.slice(0, 8)}.json`)
      toast.tell(text.exported)
    } catch (error) {
      toast.refuse(error)
    }
  }
  const exports = kind === 'DISCLOSURE' || kind === 'PROVISION_RECORDS' || kind === 'ERASURE'
  return (
    <div className={styles.buttons}>
      {can('people:read') && (
        <Button
          component={Link}
          href={`/people/${personId}`}
          size="xs"
          variant="default"
          leftSection={<IconUser size={15} />}
        >
          {text.openPerson}
        </Button>
      )}
      {exports && can('consent:manage') && (
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} onClick={() => void save()}>
          {text.export}
        </Button>
      )}
    </div>
  )
}

/** Hands a file to the browser. */
function download(held: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

function Answered({ request }: { request: DataRequest }) {
  const text = useText(answerWords)
  const format = useFormat()
  const [language] = useLanguage()
  const { handover } = request
  return (
    <>
      {request.told === null && <InlineNotice tone="bad">{text.untold}</InlineNotice>}
      {request.erasure !== null && (
        <p>
          <StatusBadge tone={request.erasure === 'DONE' ? 'good' : request.erasure === 'FAILED' ? 'bad' : 'busy'}>
            {text.erasures[request.erasure]}
          </StatusBadge>
        </p>
      )}
      <Facts
        facts={[
          [text.answeredOn, request.answeredAt === null ? '' : format.dateTime(request.answeredAt)],
          [text.tell, request.told === null ? text.untold : text.toldBy[request.told]],
          [text.handover, handover && text.handedOn(handoverWords[language][handover.how], format.date(handover.on))],
          [text.handoverNote, handover?.note],
          [text.refused, request.refused],
          [text.grounds, request.grounds.map((ground) => text.ground[ground]).join('\n')],
          [text.answerText, request.answer],
        ]}
      />
    </>
  )
}
