import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { retentionClasses, type RetentionRun } from '../../../../../contract/retention.ts'
import { retentionWords } from '../../../../../contract/retention-words.ts'
import { download } from '../../../../../program/download.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { NumberCell } from '../../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../../ui/data-table/column.ts'
import { Quiet } from '../../../../../ui/Entry.tsx'
import { ErrorNotice, InlineNotice } from '../../../../../ui/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { ProgressPanel } from '../../../../../ui/ProgressPanel.tsx'
import { StatCard, StatRow } from '../../../../../ui/StatCard.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/toast.tsx'
import { Waiting } from '../../../../../ui/Waiting.tsx'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { People, PeopleSearch } from './-People.tsx'
import { isWorking, runQuery, staffQuery } from './-queries.ts'
import { RunActions, Retry } from './-RunActions.tsx'
import { phaseTones, totalOf } from './-standing.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/privacy/retention/$id')({
  staticData: { crumb: { ja: '対象者の一覧', en: 'List' } },
  params: { parse: ({ id }) => ({ id: z.uuid().parse(id) }) },
  validateSearch: PeopleSearch,
  component: Page,
})

function Page() {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data: run, error } = useQuery(runQuery(id))
  if (error) return <ErrorNotice error={error} />
  if (!run) return <Waiting />
  const at = (filter: string) => `/privacy/retention/${id}${filter}`
  return (
    <>
      <PageHeader
        title={text.open(format.dateTime(run.madeAt))}
        {...(run.kind === 'UNKNOWN_BASIS' && { description: text.unanswered })}
        aside={<StatusBadge tone={phaseTones[run.phase]}>{retentionWords[language].phases[run.phase]}</StatusBadge>}
        actions={<RunActions run={run} />}
      />
      <div className={styles.notice}>
        <Standing run={run} />
      </div>
      <StatRow>
        <StatCard label={text.looked} value={run.people} unit={text.unit} />
        <StatCard
          label={text.deletes}
          value={totalOf(run, 'deletes')}
          unit={text.unit}
          tone="bad"
          href={at('?verdict=DELETE')}
        />
        <StatCard label={text.kept} value={totalOf(run, 'kept')} unit={text.unit} href={at('?verdict=KEEP')} />
        {run.startsAt !== null && (
          <>
            <StatCard
              label={text.deleted}
              value={totalOf(run, 'deleted')}
              unit={text.unit}
              href={at('?outcome=DELETED')}
            />
            <StatCard label={text.spared} value={totalOf(run, 'spared')} unit={text.unit} href={at('?outcome=KEPT')} />
          </>
        )}
      </StatRow>
      <Section title={text.byClass} bare>
        <ByClass run={run} />
      </Section>
      <Section title={text.people} bare>
        <People run={run} search={search} onSearch={(chosen) => void navigate({ search: chosen })} />
      </Section>
      <Section title={text.record} actions={<Report id={id} />}>
        <OnRecord run={run} />
      </Section>
    </>
  )
}

/** Where the run stands, in a sentence or a bar. */
function Standing({ run }: { run: RetentionRun }) {
  const text = useText(words)
  const format = useFormat()
  const total = totalOf(run, 'deletes')
  const done = totalOf(run, 'deleted') + totalOf(run, 'spared')
  if (run.isStuck)
    return (
      <InlineNotice tone="bad">
        {text.stuck}
        <Retry id={run.id} />
      </InlineNotice>
    )
  switch (run.phase) {
    case 'LISTING':
      return (
        <ProgressPanel title={text.listing} state="RUNNING" done={run.people}>
          <Quiet>{text.listingText}</Quiet>
        </ProgressPanel>
      )
    case 'LISTED':
      return <InlineNotice tone={total > 0 ? 'wait' : 'good'}>{total > 0 ? text.listed : text.nothing}</InlineNotice>
    case 'SCHEDULED':
      return isWorking(run) ? (
        <ProgressPanel title={text.deleting} state="RUNNING" done={done} total={total}>
          <Quiet>{text.deletingText}</Quiet>
        </ProgressPanel>
      ) : (
        <InlineNotice tone="wait">{text.scheduledFor(format.dateTime(run.startsAt ?? run.madeAt))}</InlineNotice>
      )
    case 'DONE':
      return <InlineNotice tone="good">{text.done(format.dateTime(run.endedAt ?? run.madeAt))}</InlineNotice>
    case 'CALLED_OFF':
      return <InlineNotice tone="neutral">{text.calledOff(format.dateTime(run.endedAt ?? run.madeAt))}</InlineNotice>
  }
}

type Row = { name: (typeof retentionClasses)[number]; run: RetentionRun }

function ByClass({ run }: { run: RetentionRun }) {
  const text = useText(words)
  const [language] = useLanguage()
  const none = { deletes: 0, kept: 0, notDue: 0, deleted: 0, spared: 0 }
  const columns: Column<Row>[] = [
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
    ...(['deletes', 'kept', 'notDue', 'deleted', 'spared'] as const).map((count): Column<Row> => ({
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
      rows={retentionClasses.map((name) => ({ name, run }))}
      rowId={({ name }) => name}
      rowLabel={({ name }) => retentionWords[language].classes[name]}
      rowHref={({ name }) => `/privacy/retention/${run.id}?class=${name}`}
      hasKeys={false}
    />
  )
}

function Report({ id }: { id: string }) {
  const text = useText(words)
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

function OnRecord({ run }: { run: RetentionRun }) {
  const text = useText(words)
  const format = useFormat()
  const canSeeStaff = useCan()('staff:read')
  const { data: staff } = useQuery({ ...staffQuery, enabled: canSeeStaff })
  const nameOf = (by: string) => staff?.items.find(({ id }) => id === by)?.name ?? text.program
  const facts = [
    { name: text.listedBy, by: run.madeBy, at: run.madeAt },
    { name: text.scheduledBy, by: run.scheduledBy, at: run.scheduledAt },
    { name: text.calledOffBy, by: run.calledOffBy, at: run.calledOffAt },
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, by, at }) =>
        by === null || at === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text.byWhom(nameOf(by), format.dateTime(at))}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
