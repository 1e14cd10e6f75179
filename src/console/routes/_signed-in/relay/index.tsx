import { Button, Progress } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { readCreditBalance, readCreditTerms } from '../../../../contract/credits/credits.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { ModeNotice } from '../../../ModeNotice.tsx'
import { useCan } from '../../../session.ts'
import { listedSteps, Referrals } from './-Referrals.tsx'
import { Reconciliation } from './-Reconciliation.tsx'
import { Statement } from './-Statement.tsx'
import { words } from './-words.ts'

const balance = queryOptions({ queryKey: [readCreditBalance.id], queryFn: () => call(readCreditBalance, {}) })
const creditTerms = queryOptions({ queryKey: [readCreditTerms.id], queryFn: () => call(readCreditTerms, {}) })

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
  const { step, text: sought, letters, unit, cursor } = Route.useSearch()
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
      <Statement
        page={{ unit, cursor }}
        onPage={(page) =>
          void navigate({ search: (now) => ({ ...now, unit: page.unit, cursor: page.cursor }), resetScroll: false })
        }
      />
      {can('relay:read') && <Reconciliation />}
    </>
  )
}

function Balance() {
  const text = useText(words)
  const format = useFormat()
  const { data, error } = useQuery(balance)
  const { data: terms } = useQuery(creditTerms)
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
        <StatCard
          label={text.held}
          value={data?.held}
          unit={text.peopleUnit}
          note={terms && text.heldNote(terms.referralHoldDays)}
        />
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
