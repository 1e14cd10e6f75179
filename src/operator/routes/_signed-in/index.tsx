import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { NetworkOverview } from '../../../contract/network/network.ts'
import { WorkLines, type WorkLineShown } from '../../../program/WorkLines.tsx'
import { LineChart } from '../../../ui/charts/LineChart.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { ErrorNotice, InlineNotice } from '../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../ui/text/TextProvider.tsx'
import { overviewWords } from '../../overview-words.ts'
import { networkQuery } from '../../queries.ts'

export const Route = createFileRoute('/_signed-in/')({
  staticData: { crumb: { ja: 'ネットワーク概況', en: 'Network' } },
  component: Home,
})

function Home() {
  const text = useText(overviewWords)
  const { data, error, refetch } = useQuery(networkQuery)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {data?.isStopped === true && (
        <div style={{ marginBottom: '1.25rem' }}>
          <InlineNotice tone="bad" title={text.stopped}>
            {text.stoppedText}
          </InlineNotice>
        </div>
      )}
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Waiting waiting={data?.waiting} />}
      <Slots network={data} />
      <Introductions network={data} />
      <Network network={data} />
    </>
  )
}

/** What waits for the operator comes first; what is healthy needs no line. */
function Waiting({ waiting }: { waiting: NetworkOverview['waiting'] | undefined }) {
  const text = useText(overviewWords)
  const format = useFormat()
  if (waiting === undefined) return null
  const { review, reviewSince, verification, heldForVerification, papers, lapsing, disputes, disputesLate, promises } =
    waiting
  const { gate, gateSince } = waiting
  const all: WorkLineShown[] = [
    {
      id: 'review',
      href: '/referrals',
      count: review,
      unit: text.cases,
      title: text.review,
      tone: 'bad',
      note: reviewSince === null ? undefined : text.since(format.relative(reviewSince)),
    },
    {
      id: 'gate',
      href: '/gate',
      count: gate,
      unit: text.cases,
      title: text.gate,
      tone: 'wait',
      note: gateSince === null ? undefined : text.since(format.relative(gateSince)),
    },
    {
      id: 'verification',
      href: '/companies?standing=UNVERIFIED',
      count: verification,
      unit: text.companiesUnit,
      title: text.verification,
      tone: 'wait',
      note: heldForVerification > 0 ? text.heldFor(format.number(heldForVerification)) : undefined,
    },
    {
      id: 'papers',
      href: '/companies?alerts=true',
      count: papers,
      unit: text.companiesUnit,
      title: text.papers,
      tone: 'wait',
      note: text.papersNote,
    },
    {
      id: 'disputes',
      href: '/disputes',
      count: disputes,
      unit: text.cases,
      title: text.disputes,
      tone: 'wait',
      ...(disputesLate > 0 && { late: text.disputesLate(format.number(disputesLate)) }),
      note: text.disputesNote,
    },
    {
      id: 'promises',
      href: '/promises',
      count: promises,
      unit: text.cases,
      title: text.promises,
      tone: 'wait',
      note: text.promisesNote,
    },
    {
      id: 'lapsing',
      href: '/introductions?state=ASKED',
      count: lapsing,
      unit: text.cases,
      title: text.lapsing,
      tone: 'relay',
      note: text.lapsingNote,
    },
  ]
  const lines = all.filter(({ count }) => count > 0)
  return (
    <Section title={text.todo} bare={lines.length > 0}>
      {lines.length > 0 ? (
        <WorkLines lines={lines} />
      ) : (
        <EmptyState compact title={text.clear} icon={<IconCircleCheck size={22} stroke={1.5} />}>
          {text.clearText}
        </EmptyState>
      )}
    </Section>
  )
}

type Shown = { network: NetworkOverview | undefined }

function Slots({ network }: Shown) {
  const text = useText(overviewWords)
  const format = useFormat()
  const slots = network?.slots
  const owed = slots && slots.available + slots.reserved
  return (
    <Section title={text.slots} note={text.slotsNote} bare>
      <StatRow>
        <StatCard
          label={text.owed}
          value={owed}
          unit={text.slotUnit}
          tone="relay"
          note={slots?.nextExpiry ? text.expires(format.date(slots.nextExpiry)) : undefined}
        />
        <StatCard label={text.reserved} value={slots?.reserved} unit={text.slotUnit} note={text.reservedNote} />
        <StatCard label={text.spent} value={slots?.spent} unit={text.slotUnit} />
        <StatCard label={text.expired} value={slots?.expired} unit={text.slotUnit} />
        <StatCard
          label={text.debt}
          value={slots?.debt}
          unit={text.people}
          tone={slots !== undefined && slots.debt > 0 ? 'bad' : 'neutral'}
          note={text.debtNote}
        />
      </StatRow>
    </Section>
  )
}

function Introductions({ network }: Shown) {
  const text = useText(overviewWords)
  const format = useFormat()
  const found = network?.introductions
  const accepted = found?.accepted
  return (
    <Section title={text.introductions} bare>
      <StatRow>
        <StatCard
          label={text.asked}
          value={found && (found.byState.ASKED ?? 0)}
          unit={text.cases}
          href="/introductions?state=ASKED"
        />
        <StatCard
          label={text.accepted}
          value={found && (accepted ? format.percent(accepted.share) : null)}
          tone="relay"
          note={
            accepted
              ? text.interval(format.percent(accepted.low), format.percent(accepted.high), accepted.of)
              : undefined
          }
        />
        <StatCard
          label={text.median}
          value={found && (found.medianHours === null ? null : days(found.medianHours))}
          unit={text.days}
          note={found && found.answered > 0 ? text.of(found.answered) : undefined}
        />
        <StatCard label={text.hired} value={found && (found.byProgress.HIRED ?? 0)} unit={text.people} tone="good" />
      </StatRow>
    </Section>
  )
}

const days = (hours: number) => Math.round((hours / 24) * 10) / 10

function Network({ network }: Shown) {
  const text = useText(overviewWords)
  const format = useFormat()
  const counted = network?.referrals
  return (
    <>
      <Section title={text.network} bare>
        <StatRow>
          <StatCard label={text.companies} value={network?.companies.all} unit={text.companiesUnit} href="/companies" />
          <StatCard
            label={text.members}
            value={network && (network.members.active ?? '—')}
            unit={text.people}
            note={
              network &&
              (network.members.active === null
                ? text.fewShown(network.profiles.k)
                : text.left(network.members, network.profiles.k))
            }
          />
          <StatCard
            label={text.profiles}
            value={network && (network.profiles.shown ?? '—')}
            unit={text.people}
            note={
              network &&
              (network.profiles.shown === null
                ? text.fewShown(network.profiles.k)
                : text.withheld(network.profiles.withheld, network.profiles.k))
            }
          />
          <StatCard
            label={text.counted}
            value={counted && (counted.COUNTED ?? 0)}
            unit={text.people}
            href="/referrals?state=COUNTED"
            note={counted && text.held(counted.HELD ?? 0)}
          />
        </StatRow>
      </Section>
      {network !== undefined && network.days.length > 1 && (
        <Section title={text.registrations} note={text.registrationsNote}>
          <LineChart
            label={text.registrations}
            category={text.day}
            points={network.days.map(({ day }) => format.date(day))}
            series={[
              { label: text.registered, values: network.days.map(({ registrations }) => registrations) },
              { label: text.refused, values: network.days.map(({ refused }) => refused), isDashed: true },
            ]}
            height={220}
          />
        </Section>
      )}
    </>
  )
}
