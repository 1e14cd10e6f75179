import { List } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { LinkWritingState, type LinkField } from '../../../../../contract/relay/link-field.ts'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import styles from '../../imports/-imports.module.css'
import { connectionQuery } from '../-queries.ts'
import { Access } from './-Access.tsx'
import { Field } from './-Field.tsx'
import { linkFieldQuery } from './-queries.ts'
import { words } from './-words.ts'
import { Writings } from './-Writings.tsx'

export const Route = createFileRoute('/_signed-in/connections/links/$id')({
  staticData: { crumb: { ja: '専用リンクの書き込み', en: 'Writing of links' } },
  validateSearch: z.object({ state: LinkWritingState.optional(), cursor: z.string().optional() }),
  loader: async ({ context, params }) => {
    await Promise.all([
      context.queries.ensureQueryData(connectionQuery(params.id)),
      context.queries.ensureQueryData(linkFieldQuery(params.id)),
    ])
  },
  component: LinksOfConnection,
})

function LinksOfConnection() {
  const text = useText(words)
  const { id } = Route.useParams()
  const { state, cursor } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { data: connection } = useSuspenseQuery(connectionQuery(id))
  const { data: standing } = useSuspenseQuery(linkFieldQuery(id))
  return (
    <>
      <PageHeader
        title={text.title(connection.name)}
        description={text.description}
        aside={<StandingBadge standing={standing} />}
      />
      {standing.onSince === null && (
        <Section title={text.steps}>
          <div className={styles.stack}>
            <List type="ordered" spacing="xs">
              {text.stepList.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
            <p className={styles.soft}>
              {text.judged} {text.taken}
            </p>
          </div>
        </Section>
      )}
      <Access id={id} access={standing.access} />
      {standing.access && <Field id={id} standing={standing} />}
      <Writings
        id={id}
        counts={standing.counts}
        state={state}
        cursor={cursor}
        onView={(next) => void navigate({ search: { state: next } })}
        onCursor={(next) => void navigate({ search: { state, cursor: next } })}
      />
    </>
  )
}

/** Whether links are written, as one word. */
export function StandingBadge({ standing: { access, onSince, counts } }: { standing: LinkField }) {
  const text = useText(words)
  if (access?.isChecking) return <StatusBadge tone="busy">{text.states.checking}</StatusBadge>
  if (onSince === null) return <StatusBadge tone="neutral">{text.states.off}</StatusBadge>
  if (!access || (access.problem !== null && counts.HELD > 0))
    return <StatusBadge tone="bad">{text.states.stopped}</StatusBadge>
  return <StatusBadge tone="good">{text.states.on}</StatusBadge>
}
