import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import {
  readDispute,
  stateInDispute,
  withdrawDispute,
  type Dispute,
} from '../../../../../contract/disputes/disputes.ts'
import { DisputeCourse } from '../../../../../program/dispute/DisputeCourse.tsx'
import { disputeTones, disputeWords } from '../../../../../program/dispute/dispute-words.ts'
import { noStatement, StatementFields, statementOf } from '../../../../../program/dispute/StatementFields.tsx'
import { ConfirmButton } from '../../../../../ui/feedback/ConfirmButton.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { Link } from '../../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { Waiting } from '../../../../../ui/feedback/Waiting.tsx'
import { call, queries } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import { words } from './-words.ts'

const dispute = (id: string) =>
  queryOptions({ queryKey: [readDispute.id, id], queryFn: () => call(readDispute, { params: { id } }) })

export const Route = createFileRoute('/_signed-in/relay/disputes/$disputeId')({
  staticData: { crumb: { ja: '申し立ての内容', en: 'Dispute' } },
  component: Page,
})

const isOpen = ({ state }: Dispute) => state === 'STATEMENT' || state === 'REVIEW'

function Page() {
  const { disputeId } = Route.useParams()
  const common = useText(disputeWords)
  const text = useText(words)
  const format = useFormat()
  const can = useCan()
  const { data, error, refetch } = useQuery(dispute(disputeId))
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const mayAct = can('introductions:request')
  const isOwn = data.kind !== 'CONDUCT'
  const isAsked = !isOwn && data.state === 'STATEMENT' && data.statements.every(({ by }) => by !== 'COMPANY')
  return (
    <>
      <PageHeader
        title={common.kinds[data.kind]}
        description={`${text.opened}: ${format.date(data.openedAt)} / ${common.decideBy}: ${format.date(data.decideBy)}`}
        aside={<StatusBadge tone={disputeTones[data.state]}>{common.states[data.state]}</StatusBadge>}
        actions={
          <>
            <Button variant="default" component={Link} href="/relay/disputes">
              {text.toList}
            </Button>
            <Button
              variant="default"
              component={Link}
              href={data.kind === 'REFERRAL' ? `/letters/${data.subjectId}` : `/introductions/${data.subjectId}`}
            >
              {data.kind === 'REFERRAL' ? text.toLetter : text.toSubject}
            </Button>
            {mayAct && isOwn && isOpen(data) && <Withdraw id={data.id} />}
          </>
        }
      />
      {mayAct && isAsked && data.statementDueAt && <Statement id={data.id} until={format.date(data.statementDueAt)} />}
      <DisputeCourse dispute={data} />
    </>
  )
}

function Statement({ id, until }: { id: string; until: string }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: noStatement,
    prepare: statementOf,
    schema: stateInDispute.body,
    onSubmit: async (body) => {
      await call(stateInDispute, { params: { id }, body })
      await queries.invalidateQueries({ queryKey: [readDispute.id] })
      toast.tell(text.said)
    },
  })
  return (
    <Section title={text.own} note={text.ownText(until)}>
      <Form fields={fields} label={text.own} submitLabel={text.say}>
        <StatementFields fields={fields} />
      </Form>
    </Section>
  )
}

function Withdraw({ id }: { id: string }) {
  const text = useText(words)
  const toast = useToast()
  return (
    <ConfirmButton
      label={text.withdraw}
      title={text.withdrawTitle}
      consequences={[{ kind: 'happens', text: text.withdrawWhat }]}
      onConfirm={async () => {
        await call(withdrawDispute, { params: { id } })
        await queries.invalidateQueries({ queryKey: [readDispute.id] })
        toast.tell(text.withdrawn)
      }}
    />
  )
}
