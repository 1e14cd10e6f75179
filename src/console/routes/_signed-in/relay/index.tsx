import { Button, Progress, SegmentedControl } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { movementText } from '../../../../contract/credit-words.ts'
import { readCreditBalance, readCreditStatement, type CreditStatement } from '../../../../contract/credits.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { ModeNotice } from '../../../ModeNotice.tsx'
import { useCan } from '../../../session.ts'
import { listedSteps, Referrals } from './-Referrals.tsx'
import { Reconciliation } from './-Reconciliation.tsx'
import { StatementFiles } from './-StatementFiles.tsx'
import { words } from './-words.ts'
import styles from './relay.module.css'

type Line = z.output<typeof CreditStatement>['lines'][number]

const balance = queryOptions({ queryKey: [readCreditBalance.id], queryFn: () => call(readCreditBalance, {}) })
const statement = (unit: 'slots' | 'referrals', cursor: string | undefined) =>
  queryOptions({
    queryKey: [readCreditStatement.id, unit, cursor],
    queryFn: () => call(readCreditStatement, { query: { unit, ...(cursor && { cursor }) } }),
  })

export const Route = createFileRoute('/_signed-in/relay/')({
  staticData: { crumb: { ja: 'リレー・紹介枠', en: 'Relay and slots' } },
  validateSearch: z.object({
    unit: z.enum(['slots', 'referrals']).default('slots'),
    /** Where the statement goes on; the list of letters has its own. */
    cursor: z.string().optional(),
    step: z.enum(listedSteps).optional(),
    text: z.string().max(200).optional(),
    letters: z.string().optional(),
  }),
  component: Relay,
})

function Relay() {
  const text = useText(words)
  const { step, text: sought, letters } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const can = useCan()
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          <>
            {can('relay:read') && (
              <Button variant="default" component={Link} href="/relay/disputes">
                {text.disputes}
              </Button>
            )}
            <Button variant="default" component={Link} href="/relay/group">
              {text.group}
            </Button>
          </>
        }
      />
      <ModeNotice />
      <Balance />
      {can('relay:read') && (
        <Referrals
          search={{ step, text: sought, cursor: letters }}
          onSearch={(search) =>
            void navigate({
              search: (now) => ({ ...now, step: search.step, text: search.text, letters: search.cursor }),
              resetScroll: false,
            })
          }
        />
      )}
      <Statement />
      {can('relay:read') && <Reconciliation />}
    </>
  )
}

function Balance() {
  const text = useText(words)
  const format = useFormat()
  const { data, error } = useQuery(balance)
  if (error) return <ErrorNotice error={error} />
  const missing = data && data.referralsPerSlot - data.counted + data.debt
  return (
    <>
      <StatRow>
        <StatCard
          label={text.available}
          value={data?.slots.available}
          unit={text.slotUnit}
          tone="relay"
          note={data?.nextExpiry ? text.expires(format.date(data.nextExpiry)) : undefined}
        />
        <StatCard label={text.reserved} value={data?.slots.reserved} unit={text.slotUnit} note={text.reservedNote} />
        <StatCard label={text.spent} value={data?.slots.spent} unit={text.slotUnit} />
        <StatCard
          label={text.counted}
          value={data?.counted}
          unit={text.peopleUnit}
          note={missing === undefined ? undefined : text.toNext(missing)}
        />
        <StatCard label={text.held} value={data?.held} unit={text.peopleUnit} note={text.heldNote} />
        {data !== undefined && data.debt > 0 && (
          <StatCard label={text.debt} value={data.debt} unit={text.peopleUnit} tone="bad" note={text.debtNote} />
        )}
      </StatRow>
      {data && (
        <Progress
          value={(data.counted / data.referralsPerSlot) * 100}
          aria-label={text.toNext(missing ?? 0)}
          size="sm"
          mt="md"
          mb="lg"
        />
      )}
    </>
  )
}

function Statement() {
  const text = useText(words)
  const format = useFormat()
  const { unit, cursor } = Route.useSearch()
  const [language] = useLanguage()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(statement(unit, cursor))
  const columns = useMemo<Column<Line>[]>(
    () => [
      {
        id: 'occurredAt',
        header: text.when,
        width: 150,
        cell: (line) => <DateCell value={line.occurredAt} />,
        card: 'corner',
      },
      {
        id: 'kind',
        header: text.what,
        cell: (line) => (
          <>
            {movementText(language, line.kind)}
            {spokenReasons.has(line.kind) && <small className={styles.reason}>{line.reason}</small>}
          </>
        ),
        wraps: true,
        card: 'title',
      },
      {
        id: 'change',
        header: text.change,
        align: 'end',
        width: 110,
        cell: (line) => signed(line.change, format.number),
      },
      { id: 'balance', header: text.balance, align: 'end', width: 110, cell: (line) => format.number(line.balance) },
    ],
    [text, format, language],
  )
  return (
    <Section
      bare
      title={text.statement}
      actions={
        <>
          <StatementFiles unit={unit} />
          <SegmentedControl
            size="xs"
            aria-label={text.statement}
            value={unit}
            onChange={(value) =>
              void navigate({
                search: (now) => ({ ...now, unit: value === 'slots' ? 'slots' : 'referrals', cursor: undefined }),
                resetScroll: false,
              })
            }
            data={[
              { value: 'slots', label: text.slots },
              { value: 'referrals', label: text.referrals },
            ]}
          />
        </>
      }
    >
      {error ? (
        <ErrorNotice error={error} />
      ) : (
        <DataTable
          id={`credits-${unit}`}
          label={text.statement}
          columns={columns}
          rows={data?.lines.toReversed()}
          rowId={(line) => line.id}
          rowLabel={(line) => movementText(language, line.kind)}
          paging={pagesInUrl({
            cursor,
            next: data?.nextCursor,
            onNext: (next) =>
              void navigate({
                search: (now) => ({ ...now, cursor: next }),
                resetScroll: false,
              }),
          })}
          empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
        />
      )}
    </Section>
  )
}

/** Kinds whose reason a human wrote. */
const spokenReasons: ReadonlySet<string> = new Set([
  'slot.given',
  'slot.taken',
  'referral.given',
  'referral.taken',
  'slot.sent',
  'slot.received',
])

const signed = (change: number, number: (value: number) => string) =>
  change > 0 ? `+${number(change)}` : number(change)
