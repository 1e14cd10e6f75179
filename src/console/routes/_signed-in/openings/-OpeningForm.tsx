import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { readCompany } from '../../../../contract/accounts/accounts.ts'
import { listFlows, OpeningFacts } from '../../../../contract/selection/openings.ts'
import { FieldGroup, FieldRow, Form } from '../../../../ui/form/Form.tsx'
import {
  CheckboxField,
  DateField,
  MultiSelectField,
  NumberField,
  PlainSelectField,
  TagsField,
  TextAreaField,
  TextField,
} from '../../../../ui/form/fields.tsx'
import { useFields, type Fields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { LanguageRows, SkillRows } from './-AskedRows.tsx'
import { openingFacts, type EnteredOpening } from './-entered.ts'
import { formWords } from './-form-words.ts'
import { employmentTypes, occupations, prefectures, termWords } from './-terms.ts'
import { words } from './-words.ts'

export type OpeningFormProps = {
  initial: EnteredOpening
  submitLabel: string
  /** Asked only for an opening that is not there yet; later the status has its own menu. */
  asksStatus?: boolean
  onSubmit: (facts: OpeningFacts) => Promise<unknown>
}

type OpeningFields = Fields<EnteredOpening>
type Conditions = EnteredOpening['conditions']

/** An opening and the hard conditions that matching reads. */
export function OpeningForm({ initial, submitLabel, asksStatus = false, onSubmit }: OpeningFormProps) {
  const text = useText(formWords)
  const fields = useFields<EnteredOpening, OpeningFacts>({
    initial,
    schema: OpeningFacts,
    prepare: openingFacts,
    check: ({ conditions: { salaryOffered, ageLimit } }) => ({
      ...(salaryOffered.minimum !== '' &&
        salaryOffered.maximum === '' && { 'conditions.salaryOffered.maximum': text.salaryNeeded }),
      ...(isReversed(salaryOffered) && { 'conditions.salaryOffered.maximum': text.salaryOrder }),
      ...(isReversed(ageLimit) && { 'conditions.ageLimit.maximum': text.ageOrder }),
    }),
    onSubmit,
  })
  return (
    <Form fields={fields} submitLabel={submitLabel}>
      <Basics fields={fields} asksStatus={asksStatus} />
      <FieldGroup legend={text.conditions} note={text.conditionsNote}>
        <PlaceAndTerms fields={fields} />
        <Abilities fields={fields} />
      </FieldGroup>
      <FieldGroup legend={text.age}>
        <Age fields={fields} />
      </FieldGroup>
    </Form>
  )
}

const isReversed = ({ minimum, maximum }: { minimum: number | string; maximum: number | string }) =>
  minimum !== '' && maximum !== '' && Number(minimum) > Number(maximum)

const conditionSetter =
  (fields: OpeningFields) =>
  <K extends keyof Conditions>(name: K, value: Conditions[K]) =>
    fields.set('conditions', { ...fields.values.conditions, [name]: value })

function Basics({ fields, asksStatus }: { fields: OpeningFields; asksStatus: boolean }) {
  const text = useText(formWords)
  const { status } = useText(words)
  const flows = useQuery({ queryKey: [listFlows.id], queryFn: () => call(listFlows, {}) })
  return (
    <FieldGroup legend={text.basics}>
      <TextField {...fields.field('title')} label={text.title} isRequired autoComplete="off" />
      <FieldRow>
        <TextField {...fields.field('department')} label={text.department} autoComplete="off" />
        <TextField {...fields.field('occupation')} label={text.occupationName} autoComplete="off" />
        <NumberField {...fields.field('headcount')} label={text.headcount} min={1} max={10_000} />
      </FieldRow>
      <TextAreaField {...fields.field('description')} label={text.description} help={text.descriptionHelp} />
      <FieldRow>
        <PlainSelectField
          {...fields.field('flowId')}
          label={text.flow}
          data={[
            { value: '', label: text.usualFlow },
            ...(flows.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {asksStatus && (
          <PlainSelectField
            {...fields.field('status')}
            label={text.status}
            data={(['OPEN', 'DRAFT'] as const).map((value) => ({ value, label: status[value] }))}
          />
        )}
      </FieldRow>
    </FieldGroup>
  )
}

function PlaceAndTerms({ fields }: { fields: OpeningFields }) {
  const text = useText(formWords)
  const terms = useText(termWords)
  const { conditions } = fields.values
  const set = conditionSetter(fields)
  const named = (known: readonly string[], own: readonly string[]) =>
    [...new Set([...known, ...own])].map((value) => ({ value, label: terms.named[value] ?? value }))
  return (
    <>
      <MultiSelectField
        {...fields.field('conditions.prefectures')}
        value={conditions.prefectures}
        label={text.prefectures}
        data={named(prefectures, conditions.prefectures)}
      />
      <CheckboxField
        name="conditions.remoteAllowed"
        label={text.remote}
        help={text.remoteHelp}
        checked={conditions.remoteAllowed}
        onChange={({ currentTarget }) => set('remoteAllowed', currentTarget.checked)}
      />
      <TagsField
        {...fields.field('conditions.occupations')}
        value={conditions.occupations}
        label={text.occupations}
        help={text.occupationsHelp}
        data={[...occupations]}
      />
      <MultiSelectField
        {...fields.field('conditions.employmentTypes')}
        value={conditions.employmentTypes}
        label={text.employmentTypes}
        data={named(employmentTypes, conditions.employmentTypes)}
      />
      <FieldRow>
        <NumberField
          {...fields.field('conditions.salaryOffered.minimum')}
          label={text.salaryMinimum}
          placeholder="500"
          min={0}
        />
        <NumberField
          {...fields.field('conditions.salaryOffered.maximum')}
          label={text.salaryMaximum}
          placeholder="800"
          min={0}
        />
      </FieldRow>
      <FieldRow>
        <DateField {...fields.field('conditions.startBy')} label={text.startBy} />
        <NumberField {...fields.field('conditions.experienceYears')} label={text.experienceYears} min={0} max={60} />
      </FieldRow>
      <CheckboxField
        name="conditions.workPermitRequired"
        label={text.workPermit}
        checked={conditions.workPermitRequired}
        onChange={({ currentTarget }) => set('workPermitRequired', currentTarget.checked)}
      />
    </>
  )
}

function Abilities({ fields }: { fields: OpeningFields }) {
  const text = useText(formWords)
  const { requiredSkills, preferredSkills, languages } = fields.values.conditions
  const set = conditionSetter(fields)
  return (
    <>
      <FieldRow>
        <SkillRows label={text.requiredSkills} rows={requiredSkills} onRows={(rows) => set('requiredSkills', rows)} />
        <SkillRows
          label={text.preferredSkills}
          rows={preferredSkills}
          onRows={(rows) => set('preferredSkills', rows)}
        />
      </FieldRow>
      <LanguageRows label={text.languages} rows={languages} onRows={(rows) => set('languages', rows)} />
    </>
  )
}

function Age({ fields }: { fields: OpeningFields }) {
  const text = useText(formWords)
  const can = useCan()
  const { data } = useQuery({
    queryKey: [readCompany.id],
    queryFn: () => call(readCompany, {}),
    enabled: can('company:read'),
  })
  const exception = data?.ageException
  if (!exception)
    return (
      <InlineNotice
        tone="neutral"
        actions={
          can('company:manage') && (
            <Button component={Link} href="/settings/company" size="xs" variant="default">
              {text.ageRecord}
            </Button>
          )
        }
      >
        {text.ageText}
      </InlineNotice>
    )
  return (
    <>
      <InlineNotice tone="wait">{text.ageOn(text.grounds[exception.kind] ?? exception.kind)}</InlineNotice>
      <FieldRow>
        <NumberField {...fields.field('conditions.ageLimit.minimum')} label={text.ageMinimum} min={15} max={99} />
        <NumberField {...fields.field('conditions.ageLimit.maximum')} label={text.ageMaximum} min={15} max={99} />
      </FieldRow>
    </>
  )
}
