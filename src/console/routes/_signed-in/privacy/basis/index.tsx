import { IconListSearch, IconMailQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { BasisFilter, basisStates, makeAsking } from '../../../../../contract/consent/asking.ts'
import { makeRetentionRun } from '../../../../../contract/retention/retention.ts'
import { ErrorNotice, InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { MakeButton } from '../../../../../program/MakeButton.tsx'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { refreshRuns } from '../../../../../program/retention/retention-queries.ts'
import { BasisPeople } from './-BasisPeople.tsx'
import { Campaigns } from './-Campaigns.tsx'
import { refreshAskings, statesQuery } from './-queries.ts'
import { words } from './-words.ts'

const Search = BasisFilter.extend({ cursor: z.uuid().optional() })

export const Route = createFileRoute('/_signed-in/privacy/basis/')({
  staticData: { crumb: { ja: '保管の根拠', en: 'Grounds' } },
  validateSearch: Search,
  component: Basis,
})

function Basis() {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const can = useCan()
  const { data, error } = useQuery(statesQuery)
  if (error) return <ErrorNotice error={error} />
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={can('relay:send') && <Make />} />
      <StatRow>
        {basisStates.map((state) => (
          <StatCard
            key={state}
            label={text.states[state]}
            value={data?.states[state]}
            unit={text.unit}
            tone={state === 'UNKNOWN' || state === 'EXPIRED' ? 'wait' : state === 'REFUSED' ? 'bad' : 'neutral'}
            href={`/privacy/basis?state=${state}`}
          />
        ))}
      </StatRow>
      {data && data.unanswered > 0 && can('consent:manage') && <CleanUp unanswered={data.unanswered} />}
      {can('relay:read') && (
        <Section title={text.campaigns} bare>
          <Campaigns />
        </Section>
      )}
      <Section title={text.people} {...(search.state !== undefined && { note: text.stateHelp[search.state] })} bare>
        <BasisPeople search={search} onSearch={(chosen) => void navigate({ search: chosen })} />
      </Section>
    </>
  )
}

function Make() {
  const text = useText(words)
  const toast = useToast()
  return (
    <MakeButton
      label={text.make}
      leftSection={<IconMailQuestion size={16} />}
      make={async () => {
        const { id } = await call(makeAsking, { body: { id: crypto.randomUUID() } })
        await refreshAskings()
        toast.tell(text.made)
        return `/privacy/basis/${id}`
      }}
    />
  )
}

/** Hands whoever never answered over to a dry run of the retention. */
function CleanUp({ unanswered }: { unanswered: number }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  return (
    <div className={styles.notice}>
      <InlineNotice tone="wait" title={text.unanswered(format.number(unanswered))}>
        {text.cleanText}
        <div className={styles.buttons}>
          <MakeButton
            label={text.clean}
            size="xs"
            variant="default"
            leftSection={<IconListSearch size={14} />}
            make={async () => {
              const { id } = await call(makeRetentionRun, { body: { id: crypto.randomUUID(), kind: 'UNKNOWN_BASIS' } })
              await refreshRuns()
              toast.tell(text.cleanMade)
              return `/privacy/retention/${id}`
            }}
          />
        </div>
      </InlineNotice>
    </div>
  )
}
