import { Box, Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import {
  answerQuestion,
  cancelIntroduction,
  introductionProgress,
  listIntroductions,
  readIntroduction,
  recordOutcome,
} from '../../../../contract/introductions/introductions.ts'
import type { ApplicationState } from '../../../../contract/selection/selection-terms.ts'
import { selectionWords } from '../../../../contract/selection/selection-words.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { DateField, PlainSelectField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge, type Tone } from '../../../../ui/StatusBadge.tsx'
import { Timeline, type TimelineEvent } from '../../../../ui/Timeline.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { Waiting } from '../../../../ui/feedback/Waiting.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { AnonymousFacts } from '../matching/-MatchCard.tsx'
import { askAgainAfter } from './-asking-again.ts'
import { Promises } from './-Promises.tsx'
import { stateOf, stateTones, words } from './-words.ts'

type Shown = z.output<(typeof readIntroduction)['response']>

const introduction = (id: string) =>
  queryOptions({ queryKey: [readIntroduction.id, id], queryFn: () => call(readIntroduction, { params: { id } }) })

export const Route = createFileRoute('/_signed-in/introductions/$id')({
  staticData: { crumb: { ja: '依頼と経過', en: 'One introduction' } },
  component: Page,
})

const isOver = ({ progress }: Shown) => progress === 'HIRED' || progress === 'REJECTED' || progress === 'WITHDRAWN'

const refresh = (id: string) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: introduction(id).queryKey }),
    queries.invalidateQueries({ queryKey: [listIntroductions.id] }),
  ])

function Page() {
  const text = useText(words)
  const { id } = Route.useParams()
  const [recordedAt, noteRecorded] = useState<number>()
  const { data, error, refetch } = useQuery({
    ...introduction(id),
    refetchInterval: () => askAgainAfter(recordedAt, Date.now()),
  })
  const can = useCan()
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const mayAct = can('introductions:request')
  return (
    <>
      <PageHeader
        title={data.person?.name ?? text.anonymous}
        description={data.openingTitle}
        aside={<StatusBadge tone={stateTones[data.state]}>{stateOf(data, text)}</StatusBadge>}
        actions={
          <>
            {data.person && (
              <Button component={Link} href={`/people/${data.person.id}`} variant="default">
                {text.toPerson}
              </Button>
            )}
            {mayAct && data.state === 'ACCEPTED' && (
              <Button component={Link} href={`/relay/disputes/new?kind=SLOT&subjectId=${id}`} variant="default">
                {text.contest}
              </Button>
            )}
            {mayAct && data.state === 'ASKED' && data.cancelAskedAt === null && <Cancel id={id} />}
          </>
        }
      />
      <Gate shown={data} />
      {data.state === 'ACCEPTED' && data.progress === null && (
        <Box mb="lg">
          <InlineNotice tone="good">{text.days}</InlineNotice>
        </Box>
      )}
      {mayAct && data.state === 'ACCEPTED' && !isOver(data) && (
        <Outcome shown={data} onRecord={() => noteRecorded(Date.now())} />
      )}
      <Promises
        id={id}
        promises={data.promises}
        isVoid={data.state !== 'ASKED' && data.state !== 'ACCEPTED'}
        mayAct={mayAct}
        onChange={() => refresh(id)}
      />
      <Section title={text.course}>
        <Course shown={data} />
      </Section>
      <Section title={text.facts}>
        <AnonymousFacts anonymous={data} />
      </Section>
      <Section title={text.message}>{data.message}</Section>
      <Section title={text.talk}>
        <Talk shown={data} mayAct={mayAct} />
      </Section>
    </>
  )
}

/** Where the operator looks at requests first: that it does, or why it did not let this one through. */
function Gate({ shown: { gate, state } }: { shown: Shown }) {
  const text = useText(words)
  const format = useFormat()
  if (gate?.state === 'WAITING' && state === 'ASKED')
    return <InlineNotice tone="wait">{text.gateWaits(format.date(gate.decideBy))}</InlineNotice>
  if (gate?.state !== 'REFUSED' || gate.reason === null) return null
  return (
    <InlineNotice tone="bad" title={`${text.gateRefused}: ${text.gateReasons[gate.reason]}`}>
      {gate.note}
    </InlineNotice>
  )
}

const stepTones: Partial<Record<ApplicationState, Tone>> = {
  HIRED: 'good',
  REJECTED: 'neutral',
  WITHDRAWN: 'neutral',
  OFFER_DECLINED: 'neutral',
  CLOSED_DUPLICATE: 'neutral',
}

/** While the selection goes on its stage, else how it stands. */
const stepName = ({ stage, state }: Pick<Shown['course'][number], 'stage' | 'state'>, language: 'ja' | 'en') =>
  state === 'ACTIVE' ? selectionWords[language].stage[stage] : selectionWords[language].state[state]

/** Every step with its day: the request, its answer, and where the selection stood after each thing that was recorded. */
function Course({ shown }: { shown: Shown }) {
  const text = useText(words)
  const [language] = useLanguage()
  const events: TimelineEvent[] = [
    { id: 'asked', at: shown.askedAt, title: text.asked, tone: 'wait' },
    ...(shown.cancelAskedAt && !shown.endedBecause
      ? [{ id: 'cancel', at: shown.cancelAskedAt, title: text.cancelAsked } satisfies TimelineEvent]
      : []),
    ...(shown.endedAt
      ? [
          {
            id: 'ended',
            at: shown.endedAt,
            title: shown.endedBecause ? text.endedBecause[shown.endedBecause] : text.ended[shown.state],
            tone: stateTones[shown.state],
          } satisfies TimelineEvent,
        ]
      : []),
    ...shown.course.map(
      ({ stage, state, at }, index) =>
        ({
          id: `step-${index}`,
          at,
          title: stepName({ stage, state }, language),
          tone: stepTones[state] ?? 'busy',
        }) satisfies TimelineEvent,
    ),
  ]
  return <Timeline label={text.course} events={events.toReversed()} />
}

function Cancel({ id }: { id: string }) {
  const text = useText(words)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {text.cancel}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={text.cancelTitle}
        confirmLabel={text.cancel}
        consequences={[
          { kind: 'happens', text: text.cancelHappens },
          { kind: 'reversible', text: text.cancelSlot },
          { kind: 'happens', text: text.cancelRace },
        ]}
        onConfirm={async () => {
          await call(cancelIntroduction, { params: { id } })
          await refresh(id)
        }}
      />
    </>
  )
}

/** A promise of an interview that is not on record yet: the day of it is asked for with the progress. */
const isInterviewOpen = ({ promises }: Shown) =>
  promises.some(({ kind, state }) => kind === 'GUARANTEED_INTERVIEW' && state === 'PENDING')

/** A rejection breaks what was promised of an interview or of steps, unless it is on record as kept. */
const breaks = ({ kind, state }: Shown['promises'][number]) =>
  state === 'PENDING' && (kind === 'GUARANTEED_INTERVIEW' || kind === 'STEP_WAIVER')

type Recording = { shown: Shown; onRecord: () => void }

function Outcome({ shown, onRecord }: Recording) {
  const text = useText(words)
  const toast = useToast()
  const asksDay = (outcome: string) => isInterviewOpen(shown) && (outcome === 'INTERVIEWING' || outcome === 'REJECTED')
  const fields = useFields({
    initial: { outcome: shown.progress ?? 'INTERVIEWING', interviewOn: '' },
    prepare: ({ outcome, interviewOn }) => ({
      id: crypto.randomUUID(),
      outcome,
      ...(asksDay(outcome) && interviewOn && { interviewOn }),
    }),
    schema: recordOutcome.body,
    onSubmit: async (body) => {
      await call(recordOutcome, { params: { id: shown.id }, body })
      onRecord()
      await refresh(shown.id)
      toast.tell(text.recorded)
    },
  })
  return (
    <Section title={text.outcome} note={text.outcomeHelp}>
      <Form fields={fields} submitLabel={text.record}>
        <PlainSelectField
          {...fields.field('outcome')}
          label={text.progress}
          data={introductionProgress.map((value) => ({ value, label: text.progresses[value] }))}
        />
        {asksDay(fields.values.outcome) && (
          <DateField
            {...fields.field('interviewOn')}
            label={text.interviewOn}
            help={text.interviewHelp[fields.values.outcome === 'REJECTED' ? 'over' : 'open']}
          />
        )}
        {fields.values.outcome === 'REJECTED' && shown.promises.some(breaks) && (
          <InlineNotice tone="wait">{text.rejectionBreaks}</InlineNotice>
        )}
      </Form>
    </Section>
  )
}

function Talk({ shown, mayAct }: { shown: Shown; mayAct: boolean }) {
  const text = useText(words)
  const hasQuestion = shown.talk.some(({ by }) => by === 'PERSON')
  if (!hasQuestion) return text.noTalk
  return (
    <>
      <Timeline
        label={text.talk}
        events={shown.talk.map(({ id, by, text: said, at }) => ({
          id,
          at,
          title: by === 'PERSON' ? text.them : text.us,
          body: said,
          tone: by === 'PERSON' ? 'relay' : 'neutral',
        }))}
      />
      {mayAct && (shown.state === 'ASKED' || shown.state === 'ACCEPTED') && (
        <Reply key={shown.talk.length} id={shown.id} help={text.replyHelp[shown.state]} />
      )}
    </>
  )
}

function Reply({ id, help }: { id: string; help: string }) {
  const text = useText(words)
  const toast = useToast()
  const replyId = useMemo<string>(() => crypto.randomUUID(), [])
  const fields = useFields({
    initial: { text: '' },
    prepare: (values) => ({ ...values, id: replyId }),
    schema: answerQuestion.body,
    onSubmit: async (body) => {
      await call(answerQuestion, { params: { id }, body })
      await refresh(id)
      toast.tell(text.replied)
    },
  })
  return (
    <Form fields={fields} submitLabel={text.sendReply}>
      <TextAreaField {...fields.field('text')} label={text.reply} help={help} />
    </Form>
  )
}
