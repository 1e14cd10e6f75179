import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { createPerson, listPeople } from '../../../../contract/people/people.ts'
import { channels } from '../../../../contract/selection/selection-terms.ts'
import { listOpenings } from '../../../../contract/selection/openings.ts'
import { Form } from '../../../../ui/form/Form.tsx'
import {
  DateField,
  MailField,
  PlainSelectField,
  TagsField,
  TextAreaField,
  TextField,
} from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'
import { selectionWords } from '../../../selection-words.ts'
import styles from './-people.module.css'

const words = messages({
  ja: {
    title: '人を追加',
    description: 'すでに登録のある方かどうかは、保存時に自動で確認します。',
    person: 'ご本人について',
    application: '応募(任意)',
    opening: '応募した求人',
    noOpening: '応募なし(プールのみに登録)',
    channel: '応募経路',
    appliedOn: '応募日',
    noteHelp: '本籍・家族・思想信条・愛読書など、職業安定法で収集が認められない情報は入力できません。',
    save: '追加する',
    added: {
      ALONE: '追加しました',
      LINKED: '登録済みの方の記録に追加しました',
      QUEUED: '追加しました。重複の可能性があるため「重複の確認」に並べました',
    },
  },
  en: {
    title: 'Add a person',
    description: 'Whether they are already known is checked when you save.',
    person: 'The person',
    application: 'Application (optional)',
    opening: 'Opening applied for',
    noOpening: 'None: pool only',
    channel: 'Channel',
    appliedOn: 'Applied on',
    noteHelp: 'What the law forbids to collect (origin, family, creed, favourite books …) cannot be entered.',
    save: 'Add',
    added: {
      ALONE: 'Added',
      LINKED: 'Added to a person already known',
      QUEUED: 'Added; put up for review as a possible duplicate',
    },
  },
})

export const Route = createFileRoute('/_signed-in/people/add')({
  staticData: { crumb: { ja: '人を追加', en: 'Add a person' } },
  component: Page,
})

const empty = {
  name: '',
  nameKana: '',
  email: '',
  phone: '',
  birthDate: '',
  prefecture: '',
  employer: '',
  title: '',
  skills: [] as string[],
  note: '',
  openingId: '',
  channel: 'DIRECT',
  appliedOn: '',
}

function prepare({ openingId, channel, appliedOn, ...entered }: typeof empty) {
  const fields = Object.fromEntries(Object.entries(entered).filter(([, value]) => value.length > 0))
  const application = openingId === '' ? undefined : { openingId, channel, ...(appliedOn && { appliedOn }) }
  return { fields, ...(application && { application }) }
}

function Page() {
  const text = useText(words)
  const { field: names } = useText(personWords)
  const selection = useText(selectionWords)
  const toast = useToast()
  const navigate = useNavigate()
  const openings = useQuery({
    queryKey: [listOpenings.id, 'OPEN'],
    queryFn: () => call(listOpenings, { query: { statuses: 'OPEN' } }),
  })
  const fields = useFields({
    initial: empty,
    schema: createPerson.body,
    prepare,
    onSubmit: async (body) => {
      const { personId, outcome } = await call(createPerson, { body })
      await queries.invalidateQueries({ queryKey: [listPeople.id] })
      toast.tell(text.added[outcome])
      await navigate({ to: '/people/$personId', params: { personId } })
    },
  })
  return (
    <div className={styles.narrow}>
      <PageHeader title={text.title} description={text.description} />
      <Form fields={fields} submitLabel={text.save}>
        <Section title={text.person}>
          <div className={styles.stack}>
            <TextField
              {...fields.field('name')}
              label={names.name}
              placeholder="高橋 直子"
              autoComplete="off"
              data-autofocus
            />
            <TextField
              {...fields.field('nameKana')}
              label={names.nameKana}
              placeholder="タカハシ ナオコ"
              autoComplete="off"
            />
            <MailField {...fields.field('email')} label={names.email} autoComplete="off" />
            <TextField {...fields.field('phone')} label={names.phone} inputMode="tel" autoComplete="off" />
            <DateField {...fields.field('birthDate')} label={names.birthDate} isRequired={false} />
            <TextField {...fields.field('prefecture')} label={names.prefecture} isRequired={false} />
            <TextField {...fields.field('employer')} label={names.employer} isRequired={false} />
            <TextField {...fields.field('title')} label={names.title} isRequired={false} />
            <TagsField
              {...fields.field('skills')}
              value={fields.values.skills}
              label={names.skills}
              isRequired={false}
            />
            <TextAreaField {...fields.field('note')} label={names.note} help={text.noteHelp} isRequired={false} />
          </div>
        </Section>
        <Section title={text.application}>
          <div className={styles.stack}>
            <PlainSelectField
              {...fields.field('openingId')}
              label={text.opening}
              data={[
                { value: '', label: text.noOpening },
                ...(openings.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
            {fields.values.openingId !== '' && (
              <>
                <PlainSelectField
                  {...fields.field('channel')}
                  label={text.channel}
                  data={channels.map((value) => ({ value, label: selection.channel[value] ?? value }))}
                />
                <DateField {...fields.field('appliedOn')} label={text.appliedOn} isRequired={false} />
              </>
            )}
          </div>
        </Section>
      </Form>
    </div>
  )
}
