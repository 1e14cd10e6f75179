import { Button } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import {
  callOffRetentionRun,
  retryRetentionRun,
  scheduleRetentionRun,
  type RetentionRun,
} from '../../../../../contract/retention.ts'
import { ConfirmDialog } from '../../../../../ui/ConfirmDialog.tsx'
import { NumberField } from '../../../../../ui/form/fields.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/toast.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import { refreshRuns } from './-queries.ts'
import { totalOf } from './-standing.ts'
import { words } from './-words.ts'

/** What can be done with a run as it stands. */
export function RunActions({ run }: { run: RetentionRun }) {
  const can = useCan()
  if (run.phase === 'LISTED') return can('people:erase') && totalOf(run, 'deletes') > 0 ? <Schedule run={run} /> : null
  return run.phase === 'SCHEDULED' && can('consent:manage') ? <CallOff id={run.id} /> : null
}

function Schedule({ run }: { run: RetentionRun }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [asking, ask] = useState(false)
  const [hours, wait] = useState<number | string>(24)
  const deletes = totalOf(run, 'deletes')
  const waitHours = Number(hours)
  return (
    <>
      <Button color="beni" leftSection={<IconEraser size={16} />} onClick={() => ask(true)}>
        {text.schedule}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => ask(false)}
        danger
        title={text.scheduleAsk(format.number(deletes))}
        confirmLabel={text.schedule}
        typed={text.phrase}
        isFilledIn={waitHours >= 1 && waitHours <= 720}
        consequences={[
          { kind: 'reversible', text: text.scheduleHappens(waitHours) },
          { kind: 'happens', text: text.scheduleJudged },
          { kind: 'happens', text: text.scheduleAgain },
          { kind: 'final', text: text.scheduleFinal },
        ]}
        onConfirm={async () => {
          await call(scheduleRetentionRun, { params: { id: run.id }, body: { waitHours, deletes } })
          await refreshRuns()
          toast.tell(text.scheduled)
        }}
      >
        <NumberField label={text.wait} value={hours} onChange={wait} min={1} max={720} />
      </ConfirmDialog>
    </>
  )
}

function CallOff({ id }: { id: string }) {
  const text = useText(words)
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
export function Retry({ id }: { id: string }) {
  const text = useText(words)
  const toast = useToast()
  const canManage = useCan()('consent:manage')
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
