import { Button, Modal } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { readPersonFreshness } from '../../../../contract/pool/freshness.ts'
import {
  correctField,
  readPerson,
  readTimeline,
  type Person,
  type ProfileField,
} from '../../../../contract/people/people.ts'
import { listDataRequests } from '../../../../contract/requests/data-requests.ts'
import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import { listFields, personFields, type PersonField } from '../../../../contract/people/person-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { PlainSelectField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { SourceBadge } from '../../../../ui/SourceBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { asText, useFieldText } from '../../../field-text.ts'
import { personWords } from '../../../person-words.ts'
import { useCan } from '../../../session.ts'
import styles from './-people.module.css'
import { words } from './-person-words.ts'

type Correcting = { field: PersonField; value: string }

/** Each field with its value, and who said so when; staff correct it beside what the sources say. */
export function ProfileFields({ person }: { person: Person }) {
  const text = useText(words)
  const { field: names } = useText(personWords)
  const canWrite = useCan()('people:write')
  const [correcting, setCorrecting] = useState<Correcting>()
  const ages = useAges(person.id)
  const corrections = useCorrections(person.id)
  const show = useFieldText()
  const known = personFields.filter((field) => person.fields[field] !== undefined)
  return (
    <Section
      title={text.profile}
      note={text.profileNote}
      actions={
        canWrite && (
          <Button variant="default" size="xs" onClick={() => setCorrecting({ field: 'name', value: '' })}>
            {text.addField}
          </Button>
        )
      }
    >
      {known.length === 0 && <EmptyState title={text.noField} compact />}
      <dl className={styles.fields}>
        {known.map((field) => (
          <Row
            key={field}
            name={names[field]}
            value={show(field, person.fields[field]!.value)}
            shown={person.fields[field]!}
            aside={
              <>
                {corrections(field)}
                {ages(field)}
              </>
            }
            {...(canWrite && { onCorrect: () => setCorrecting({ field, value: asText(person.fields[field]!.value) }) })}
          />
        ))}
      </dl>
      <Modal
        opened={correcting !== undefined}
        onClose={() => setCorrecting(undefined)}
        title={<strong>{correcting && text.correctTitle(names[correcting.field])}</strong>}
      >
        {correcting && (
          <CorrectForm personId={person.id} correcting={correcting} onDone={() => setCorrecting(undefined)} />
        )}
      </Modal>
    </Section>
  )
}

/** Whether a field is ageing or stale, and whether the person was asked and did not answer. Fresh ones say nothing. */
function useAges(personId: string): (field: PersonField) => ReactNode {
  const text = useText(words)
  const { data } = useQuery(
    queryOptions({
      queryKey: [readPersonFreshness.id, personId],
      queryFn: () => call(readPersonFreshness, { params: { personId } }),
    }),
  )
  const isUnanswered = data?.ask?.state === 'SENT' || data?.ask?.state === 'LAPSED'
  return (field) => {
    const age = data?.fields.find((one) => one.field === field)
    if (!age || age.standing === 'FRESH') return null
    return (
      <>
        <StatusBadge tone={age.standing === 'STALE' ? 'bad' : 'wait'} plain>
          {age.standing === 'STALE' ? text.stale : text.ageing}
        </StatusBadge>
        {isUnanswered && (
          <StatusBadge tone="neutral" plain>
            {text.unconfirmed}
          </StatusBadge>
        )}
      </>
    )
  }
}

/** That the person asked for a field to be corrected, with the way to the request; for whoever may read requests. */
function useCorrections(personId: string): (field: PersonField) => ReactNode {
  const text = useText(words)
  const query = { personId, kind: 'CORRECTION', state: 'OPEN' } as const
  const { data } = useQuery({
    queryKey: [listDataRequests.id, query],
    queryFn: () => call(listDataRequests, { query }),
    enabled: useCan()('consent:read'),
  })
  return (field) =>
    data?.requests
      .filter(({ corrections }) => corrections.some((one) => one.field === field))
      .map(({ id }) => (
        <Link key={id} href={`/privacy/requests/${id}`}>
          <StatusBadge tone="wait" plain>
            {text.underCorrection(receiptNumber(id))}
          </StatusBadge>
        </Link>
      ))
}

type RowProps = { name: string; value: string; shown: ProfileField; aside: ReactNode; onCorrect?: () => void }

function Row({ name, value, shown, aside, onCorrect }: RowProps) {
  const text = useText(words)
  const { source } = useText(personWords)
  const { kind, label } = shown.source
  const isOwn = kind === 'PERSON' || kind === 'MEMBER'
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <SourceBadge
          value={value}
          source={label === '' ? source[kind] : label}
          observedAt={shown.observedAt}
          tone={isOwn ? 'relay' : 'neutral'}
        >
          {aside}
          {shown.disagreeing > 0 && <span className={styles.soft}>{text.disagreeing(shown.disagreeing)}</span>}
        </SourceBadge>
      </dd>
      <dd>
        {onCorrect && (
          <Button size="compact-xs" variant="subtle" onClick={onCorrect} aria-label={text.correctTitle(name)}>
            {text.correct}
          </Button>
        )}
      </dd>
    </>
  )
}

const lists = new Set<PersonField>(listFields)

function CorrectForm({
  personId,
  correcting,
  onDone,
}: {
  personId: string
  correcting: Correcting
  onDone: () => void
}) {
  const text = useText(words)
  const { field: names } = useText(personWords)
  const toast = useToast()
  const fields = useFields<{ field: string; value: string }>({
    initial: correcting,
    onSubmit: async ({ field, value }) => {
      const chosen = field as PersonField
      const { isShown } = await call(correctField, {
        params: { id: personId, field: chosen },
        body: { value: lists.has(chosen) ? value.split(/[,、\n]/u).map((part) => part.trim()) : value },
      })
      for (const { id } of [readPerson, readTimeline, readPersonFreshness])
        await queries.invalidateQueries({ queryKey: [id] })
      onDone()
      toast.tell(isShown ? text.saved : text.savedNotShown)
    },
  })
  return (
    <Form fields={fields} submitLabel={text.save}>
      <PlainSelectField
        {...fields.field('field')}
        label={text.profile}
        data={personFields
          .filter((field) => field !== 'gender' && field !== 'workHistory' && field !== 'education')
          .map((value) => ({ value, label: names[value] }))}
      />
      <TextAreaField
        {...fields.field('value')}
        label={names[fields.values.field as PersonField]}
        help={text.correctHelp}
        minRows={1}
        data-autofocus
      />
    </Form>
  )
}
