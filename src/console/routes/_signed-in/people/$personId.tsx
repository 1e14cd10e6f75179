import { Button } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { Link } from '../../../../ui/link.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { personWords } from '../../../person-words.ts'
import { personQuery } from '../../../known-person.ts'
import { useCan } from '../../../session.ts'
import { asText } from '../../../field-text.ts'
import { Files } from './-Files.tsx'
import { FittingOpenings } from './-FittingOpenings.tsx'
import { Merges } from './-Merges.tsx'
import { Applications, Evaluations, Story } from './-PersonStory.tsx'
import { ProfileFields } from './-ProfileFields.tsx'
import { RelayStanding } from './-RelayStanding.tsx'
import { TagDialog, type Tagging } from './-TagDialog.tsx'
import styles from './-people.module.css'
import { words } from './-person-words.ts'

export const Route = createFileRoute('/_signed-in/people/$personId')({
  loader: async ({ context, params }) => {
    const { fields } = await context.queries.ensureQueryData(personQuery(params.personId))
    return { crumb: fields.name ? asText(fields.name.value) : '—' }
  },
  component: Page,
})

function Page() {
  const text = useText(words)
  const names = useText(personWords)
  const format = useFormat()
  const can = useCan()
  const canWrite = can('people:write')
  const { personId } = Route.useParams()
  const { data } = useSuspenseQuery(personQuery(personId))
  const [tagging, setTagging] = useState<Tagging>()
  const { name, nameKana, employer, title } = data.fields
  const line = [nameKana, employer, title].map((field) => field && asText(field.value)).filter(Boolean)
  if (data.state === 'ERASED') return <PageHeader title={text.unnamed} description={text.erased} />
  return (
    <>
      <PageHeader
        title={name ? asText(name.value) : text.unnamed}
        description={line.join(' / ')}
        aside={
          <span className={styles.tags}>
            {data.tags.map((tag) => (
              <span key={tag.id} className={styles.tag}>
                {tag.name}
              </span>
            ))}
          </span>
        }
        actions={
          canWrite && (
            <Button
              variant="default"
              leftSection={<IconTag size={15} />}
              onClick={() => setTagging({ kind: 'ADD', personIds: [data.id] })}
            >
              {text.tag}
            </Button>
          )
        }
      />
      {data.isUseStopped && (
        <InlineNotice
          tone="bad"
          {...(can('consent:read') && {
            actions: <Link href={`/privacy/requests?state=ALL&personId=${data.id}`}>{text.toRequests}</Link>,
          })}
        >
          {text.useStopped}
        </InlineNotice>
      )}
      <div className={styles.columns}>
        <div>
          <ProfileFields person={data} />
          <Section title={text.records}>
            <ul className={styles.list}>
              {data.records.map((record) => (
                <li key={record.id} className={styles.entry}>
                  <span>{record.label === '' ? names.source[record.kind] : record.label}</span>
                  <span className={styles.soft}>{format.date(record.observedAt)}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Merges person={data} />
        </div>
        <div>
          <Applications person={data} />
          <Evaluations person={data} />
          <Files personId={data.id} />
          <FittingOpenings personId={data.id} />
          <RelayStanding personId={data.id} />
          <Story personId={data.id} />
        </div>
      </div>
      <TagDialog tagging={tagging} onClose={() => setTagging(undefined)} />
    </>
  )
}
