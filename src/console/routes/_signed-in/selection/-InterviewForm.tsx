import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { Staff } from '../../../../contract/accounts/accounts.ts'
import { keepInterview, type Interview as InterviewShape } from '../../../../contract/selection/interviews.ts'
import { permissionsOf } from '../../../../contract/accounts/permissions.ts'
import { stages, type Stage } from '../../../../contract/selection/selection-terms.ts'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { DateField, MultiSelectField, PlainSelectField, TextField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useMembership } from '../../../session.ts'
import { interviewWords } from './-interview-words.ts'
import { refreshSelection } from './-use-decide.ts'
import { instantOf, wallClock } from './-zoned.ts'

const interviewStages = stages.filter((stage) => !['APPLIED', 'OFFER', 'JOIN_SCHEDULED', 'JOINED'].includes(stage))
const states = ['SCHEDULED', 'DONE', 'CANCELLED'] as const

const mayHold = ({ state, role }: Staff) => state === 'ACTIVE' && permissionsOf[role].includes('selection:evaluate')

export type InterviewFormProps = {
  applicationId: string
  /** Where the application stands: the stage of an interview that is not there yet. */
  stage: Stage
  staff: readonly Staff[]
  interview?: z.output<typeof InterviewShape>
  onDone: () => void
}

/** Sets when an interview is and who holds it. */
export function InterviewForm({ applicationId, stage, staff, interview, onDone }: InterviewFormProps) {
  const text = useText(interviewWords)
  const { stage: named } = useText(selectionWords)
  const { zone } = useMembership()
  const toast = useToast()
  // Chosen once, so that saving twice keeps one interview.
  const [id] = useState(() => interview?.id ?? crypto.randomUUID())
  const begins = interview?.startsAt ? wallClock(interview.startsAt, zone) : undefined
  const ends = interview?.endsAt ? wallClock(interview.endsAt, zone) : undefined
  const fields = useFields({
    initial: {
      stage: interview?.stage ?? (interviewStages.includes(stage) ? stage : 'INTERVIEW_1'),
      staffIds: interview?.staffIds ?? ([] as string[]),
      day: begins?.day ?? '',
      from: begins?.time ?? '',
      until: ends?.time ?? '',
      place: interview?.place ?? '',
      state: interview?.state ?? ('SCHEDULED' as const),
    },
    schema: keepInterview.body,
    prepare: ({ day, from, until, place, ...rest }) => ({
      ...rest,
      applicationId,
      startsAt: day && from ? instantOf({ day, time: from }, zone) : null,
      endsAt: day && from && until ? instantOf({ day, time: until }, zone) : null,
      place: place.trim() || null,
    }),
    check: ({ staffIds, day, from, until }) => ({
      ...(staffIds.length === 0 && { staffIds: text.interviewersNeeded }),
      ...((day === '') !== (from === '') && { [day === '' ? 'day' : 'from']: text.timeNeeded }),
      ...(until !== '' && until <= from && { until: text.timeOrder }),
    }),
    onSubmit: async (body) => {
      await call(keepInterview, { params: { id }, body })
      await refreshSelection()
      toast.tell(text.saved)
      onDone()
    },
  })
  return (
    <Form
      fields={fields}
      submitLabel={text.save}
      label={text.assign}
      actions={
        <Button variant="default" onClick={onDone}>
          {text.cancel}
        </Button>
      }
    >
      <PlainSelectField
        {...fields.field('stage')}
        label={text.step}
        data={interviewStages.map((value) => ({ value, label: named[value] ?? value }))}
      />
      <MultiSelectField
        {...fields.field('staffIds')}
        value={fields.values.staffIds}
        label={text.interviewers}
        help={text.interviewersHelp}
        isRequired
        data={staff
          .filter((one) => mayHold(one) || fields.values.staffIds.includes(one.id))
          .map(({ id: value, name }) => ({ value, label: name }))}
      />
      <FieldRow>
        <DateField {...fields.field('day')} label={text.day} />
        <TextField {...fields.field('from')} type="time" label={text.from} />
        <TextField {...fields.field('until')} type="time" label={text.until} />
      </FieldRow>
      <TextField {...fields.field('place')} label={text.place} maxLength={300} />
      {interview && (
        <PlainSelectField
          {...fields.field('state')}
          label={text.state}
          data={states.map((value) => ({ value, label: text.states[value] }))}
        />
      )}
    </Form>
  )
}
