import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  classesOf,
  type KeptReason,
  type RetentionClass,
  type RetentionRun,
} from '../../contract/retention/retention.ts'
import { retentionWords } from '../../contract/retention/retention-words.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { NumberCell } from '../../ui/data-table/cells.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { ErrorNotice } from '../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../ui/StatCard.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { Waiting } from '../../ui/feedback/Waiting.tsx'
import { download } from '../download.ts'
import type { ProgramSession } from '../session.ts'
import styles from './retention.module.css'
import { runQuery, staffQuery, useInForce } from './retention-queries.ts'
import { RunActions } from './RunActions.tsx'
import { type PeopleSearch, RunPeople } from './RunPeople.tsx'
import { RunStanding } from './RunStanding.tsx'
import { isNobody, phaseTones, totalOf } from './run-standing.ts'
import { memberRunWords, useRunWords } from './run-words.ts'

type Given = {
  session: ProgramSession
  id: string
  /** Where the rules and runs are, above the pages of each run. */
  base: string
  search: PeopleSearch
  onSearch: (search: PeopleSearch) => void
}

/** One run: where it stands, who is deleted, asked or kept and why, and what can be done with it. */
export function RunPage({ session, id, base, search, onSearch }: Given) {
  const { data: run, error } = useQuery(runQuery(id))
  const text = useRunWords(run?.kind)
  const { description } = useText(memberRunWords)
  const format = useFormat()
  const [language] = useLanguage()
  const isInForce = useInForce(run)
  if (error) return <ErrorNotice error={error} />
  if (!run) return <Waiting />
  const isOfMembers = run.kind === 'MEMBERS'
  return (
    <>
      <PageHeader
        title={text.open(format.dateTime(run.madeAt))}
        {...(run.kind === 'UNKNOWN_BASIS' && { description: text.unanswered })}
        {...(isOfMembers && { description })}
        aside={
          isNobody(run) ? (
            <StatusBadge tone="good">{text.nobodyDue}</StatusBadge>
          ) : (
            <StatusBadge tone={phaseTones[run.phase]}>{retentionWords[language].phases[run.phase]}</StatusBadge>
          )
        }
        actions={<RunActions session={session} run={run} isInForce={isInForce} />}
      />
      <div className={styles.notice}>
        <RunStanding session={session} run={run} base={base} isInForce={isInForce} />
      </div>
      <Figures run={run} base={base} />
      <Section
        title={isOfMembers ? text.byReason : text.byClass}
        {...(isOfMembers && { note: text.byReasonNote })}
        bare
      >
        {isOfMembers ? <ByReason run={run} base={base} /> : <ByClass run={run} base={base} />}
      </Section>
      <Section title={text.people} bare>
        <RunPeople session={session} run={run} search={search} onSearch={onSearch} />
      </Section>
      <Section title={text.record} actions={<Report run={run} />}>
        <OnRecord session={session} run={run} />
      </Section>
    </>
  )
}

type Part = { run: RetentionRun; base: string }

/** How many of each kind, each of which leads to those people. */
function Figures({ run, base }: Part) {
  const text = useRunWords(run.kind)
  const isOfMembers = run.kind === 'MEMBERS'
  const card = (count: Parameters<typeof totalOf>[1], filter: string, tone?: 'bad') => (
    <StatCard
      label={text[count]}
      value={totalOf(run, count)}
      unit={text.unit}
      {...(tone && totalOf(run, count) > 0 && { tone })}
      href={`${base}/${run.id}${filter}`}
    />
  )
  return (
    <StatRow>
      <StatCard label={text.looked} value={run.people} unit={text.unit} />
      {isOfMembers && card('asks', '?verdict=ASK')}
      {card('deletes', '?verdict=DELETE', 'bad')}
      {card('kept', '?verdict=KEEP')}
      {run.startsAt !== null && (
        <>
          {isOfMembers && card('asked', '?outcome=ASKED')}
          {card('deleted', '?outcome=DELETED')}
          {card('spared', '?outcome=KEPT')}
        </>
      )}
    </StatRow>
  )
}

/** What became of people is counted from the moment at which the deletion may begin. */
const countsOf = ({ startsAt }: RetentionRun) =>
  startsAt === null
    ? (['deletes', 'kept', 'notDue'] as const)
    : (['deletes', 'kept', 'notDue', 'deleted', 'spared'] as const)

function ByClass({ run, base }: Part) {
  const text = useRunWords(run.kind)
  const [language] = useLanguage()
  const none = { deletes: 0, kept: 0, notDue: 0, deleted: 0, spared: 0 }
  const columns: Column<{ name: RetentionClass }>[] = [
    { id: 'class', header: text.class, card: 'title', cell: ({ name }) => retentionWords[language].classes[name] },
    {
      id: 'rule',
      header: text.rule,
      width: 140,
      cell: ({ name }) =>
        run.graceDays !== null
          ? text.graceDays(run.graceDays)
          : run.rules[name]?.isOn
            ? text.monthsUnit(run.rules[name].months)
            : text.off,
    },
    ...countsOf(run).map((count): Column<{ name: RetentionClass }> => ({
      id: count,
      header: text[count],
      width: 110,
      align: 'end',
      cell: ({ name }) => <NumberCell value={(run.classes[name] ?? none)[count]} />,
    })),
  ]
  return (
    <DataTable
      id="retention-classes"
      label={text.byClass}
      columns={columns}
      rows={classesOf(run.kind).map((name) => ({ name }))}
      rowId={({ name }) => name}
      rowLabel={({ name }) => retentionWords[language].classes[name]}
      rowHref={({ name }) => `${base}/${run.id}?class=${name}`}
      hasKeys={false}
    />
  )
}

/** What keeps people who are past their time: on the list, and when their turn came. */
function ByReason({ run, base }: Part) {
  const text = useRunWords(run.kind)
  const named = retentionWords[useLanguage()[0]].reasons
  const reasons = [...new Set([...Object.keys(run.reasons), ...Object.keys(run.sparedReasons)])] as KeptReason[]
  const columns: Column<{ reason: KeptReason }>[] = [
    { id: 'reason', header: text.reason, card: 'title', cell: ({ reason }) => named[reason] },
    {
      id: 'listed',
      header: text.onList,
      width: 140,
      align: 'end',
      cell: ({ reason }) => <NumberCell value={run.reasons[reason] ?? 0} />,
    },
    {
      id: 'spared',
      header: text.atLast,
      width: 140,
      align: 'end',
      cell: ({ reason }) => <NumberCell value={run.sparedReasons[reason] ?? 0} />,
    },
  ]
  return (
    <DataTable
      id="retention-reasons"
      label={text.byReason}
      columns={columns}
      rows={reasons.map((reason) => ({ reason }))}
      rowId={({ reason }) => reason}
      rowLabel={({ reason }) => named[reason]}
      rowHref={({ reason }) => `${base}/${run.id}?reason=${reason}`}
      hasKeys={false}
      empty={
        <EmptyState title={text.noReason} compact>
          {text.noReasonText}
        </EmptyState>
      }
    />
  )
}

function Report({ run: { id, kind } }: { run: RetentionRun }) {
  const text = useRunWords(kind)
  const toast = useToast()
  const [language] = useLanguage()
  const save = () =>
    void download(
      `/api/v1/consent/retention/runs/${id}/report.pdf?language=${language}`,
      `retention-${id.slice(-8)}.pdf`,
    ).catch(toast.refuse)
  return (
    <Button size="xs" variant="default" onClick={save}>
      {text.pdf}
    </Button>
  )
}

function OnRecord({ session, run }: { session: ProgramSession; run: RetentionRun }) {
  const text = useRunWords(run.kind)
  const format = useFormat()
  const canSeeStaff = session.useCan()('staff:read')
  const { data: staff } = useQuery({ ...staffQuery, enabled: canSeeStaff })
  const nameOf = (by: string) => staff?.items.find(({ id }) => id === by)?.name ?? text.program
  const facts = [
    { name: text.listedBy, by: run.madeBy, at: run.madeAt },
    { name: text.scheduledBy, by: run.scheduledBy, at: run.scheduledAt },
    { name: text.calledOffBy, by: run.calledOffBy, at: run.calledOffAt },
  ]
  return (
    <Facts
      facts={facts.map(({ name, by, at }) => [
        name,
        by === null || at === null ? null : text.byWhom(nameOf(by), format.dateTime(at)),
      ])}
    />
  )
}
