import { Button } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import {
  callOffRetentionRun,
  retryRetentionRun,
  scheduleRetentionRun,
  type RetentionRun,
} from '../../contract/retention/retention.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { NumberField } from '../../ui/form/fields.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call } from '../api.ts'
import type { ProgramSession } from '../session.ts'
import { refreshRuns } from './retention-queries.ts'
import { totalOf } from './run-standing.ts'
import { memberRunWords, useRunWords } from './run-words.ts'

/** What can be done with a run as it stands. */
export function RunActions({
  session,
  run,
  isInForce,
}: {
  session: ProgramSession
  run: RetentionRun
  isInForce: boolean
}) {
  const can = session.useCan()
  const isAnybody = totalOf(run, 'deletes') + totalOf(run, 'asks') > 0
  if (run.phase === 'LISTED') return can('people:erase') && isAnybody && isInForce ? <Schedule run={run} /> : null
  return run.phase === 'SCHEDULED' && can('consent:manage') ? <CallOff run={run} /> : null
}

/** The question before anything is scheduled: how many are deleted, and of members how many are asked. */
function useQuestion(run: RetentionRun): string {
  const text = useRunWords(run.kind)
  const members = useText(memberRunWords)
  const format = useFormat()
  const [asks, deletes] = [totalOf(run, 'asks'), totalOf(run, 'deletes')]
  if (run.kind !== 'MEMBERS') return text.scheduleAsk(format.number(deletes))
  if (deletes === 0) return members.asksAsk(format.number(asks))
  return asks === 0
    ? members.deletesAsk(format.number(deletes))
    : members.bothAsk(format.number(asks), format.number(deletes))
}

function Schedule({ run }: { run: RetentionRun }) {
  const text = useRunWords(run.kind)
  const { askHappens } = useText(memberRunWords)
  const question = useQuestion(run)
  const toast = useToast()
  const [asking, ask] = useState(false)
  const [hours, wait] = useState<number | string>(24)
  const [asks, deletes] = [totalOf(run, 'asks'), totalOf(run, 'deletes')]
  const isFinal = deletes > 0
  const waitHours = Number(hours)
  return (
    <>
      <Button {...(isFinal && { color: 'beni', leftSection: <IconEraser size={16} /> })} onClick={() => ask(true)}>
        {text.schedule}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => ask(false)}
        danger={isFinal}
        title={question}
        confirmLabel={text.schedule}
        {...(isFinal && { typed: text.phrase })}
        isFilledIn={waitHours >= 1 && waitHours <= 720}
        consequences={[
          { kind: 'reversible', text: text.scheduleHappens(waitHours) },
          ...(asks > 0 ? [{ kind: 'happens', text: askHappens } as const] : []),
          { kind: 'happens', text: text.scheduleJudged },
          ...(isFinal
            ? [
                { kind: 'happens', text: text.scheduleAgain } as const,
                { kind: 'final', text: text.scheduleFinal } as const,
              ]
            : []),
        ]}
        onConfirm={async () => {
          await call(scheduleRetentionRun, { params: { id: run.id }, body: { waitHours, deletes, asks } })
          await refreshRuns()
          toast.tell(text.scheduled)
        }}
      >
        <NumberField label={text.wait} value={hours} onChange={wait} min={1} max={720} />
      </ConfirmDialog>
    </>
  )
}

function CallOff({ run: { id, kind } }: { run: RetentionRun }) {
  const text = useRunWords(kind)
  const toast = useToast()
  const [asking, ask] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => ask(true)}>
        {text.callOff}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => ask(false)}
        title={text.callOffAsk}
        confirmLabel={text.callOff}
        consequences={[
          { kind: 'happens', text: text.callOffHappens },
          { kind: 'final', text: text.callOffFinal },
        ]}
        onConfirm={async () => {
          await call(callOffRetentionRun, { params: { id } })
          await refreshRuns()
          toast.tell(text.calledOffToast)
        }}
      />
    </>
  )
}

/** Goes on with a run that was given up. */
export function Retry({ session, run: { id, kind } }: { session: ProgramSession; run: RetentionRun }) {
  const text = useRunWords(kind)
  const toast = useToast()
  const canManage = session.useCan()('consent:manage')
  if (!canManage) return null
  const retry = () =>
    void call(retryRetentionRun, { params: { id } })
      .then(refreshRuns)
      .then(() => toast.tell(text.retried))
      .catch(toast.refuse)
  return (
    <Button size="xs" mt="sm" variant="default" onClick={retry}>
      {text.retry}
    </Button>
  )
}
