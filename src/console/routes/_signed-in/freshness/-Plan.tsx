import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import {
  approveRefreshPlan,
  changeFreshness,
  readFreshness,
  readRefreshPlan,
  listAsks,
  type FreshnessSettings,
} from '../../../../contract/pool/freshness.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { NumberCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import type { Selection } from '../../../../ui/data-table/selection.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'
import { useCan } from '../../../session.ts'
import styles from './-freshness.module.css'
import { personColumn } from './-person-column.tsx'
import { words } from './-words.ts'

type Found = z.output<(typeof readRefreshPlan)['response']>
type Planned = Found['people'][number]

const plan = queryOptions({ queryKey: [readRefreshPlan.id], queryFn: () => call(readRefreshPlan, {}) })

/** Whom the planner would ask today; nothing leaves before somebody approves it, here or once for every day. */
export function Plan({ settings }: { settings: FreshnessSettings }) {
  const text = useText(words)
  const format = useFormat()
  const canSend = useCan()('messages:send')
  const { data, error } = useQuery(plan)
  const [chosen, choose] = useState<Selection>(new Set())
  const [approving, approve] = useState<readonly string[]>()
  const columns = usePlanColumns()
  const mayApprove = canSend && settings.isOn
  const all = data?.people.map(({ personId }) => personId) ?? []
  return (
    <Section
      title={text.planTitle}
      note={data && text.planNote(settings.dailyLimit, data.sentToday)}
      bare
      actions={
        mayApprove &&
        all.length > 0 && (
          <Button size="xs" onClick={() => approve(all)}>
            {text.approve(all.length)}
          </Button>
        )
      }
    >
      {!settings.isOn && <SwitchedOff settings={settings} />}
      {data && settings.isOn && all.length > 0 && (
        <p className={styles.soft}>{text.leaves(format.dateTime(data.leavesAt))}</p>
      )}
      <DataTable
        id="freshness-plan"
        label={text.planTitle}
        columns={columns}
        rows={data?.people}
        rowId={({ personId }) => personId}
        rowLabel={({ name }) => name ?? text.nobody}
        error={error}
        {...(mayApprove && {
          selection: chosen,
          onSelection: choose,
          bulkActions: [{ id: 'ask', label: text.approve(chosen.size), run: approve }],
        })}
        empty={
          <EmptyState title={text.planEmpty} compact>
            {text.planEmptyText}
          </EmptyState>
        }
      />
      {data && data.leftOut.length > 0 && <LeftOut plan={data} />}
      <Approving personIds={approving} onClose={() => approve(undefined)} onDone={() => choose(new Set())} />
    </Section>
  )
}

function usePlanColumns(): Column<Planned>[] {
  const text = useText(words)
  const { field: names } = useText(personWords)
  const format = useFormat()
  return useMemo<Column<Planned>[]>(
    () => [
      { ...personColumn<Planned>(text), width: 240 },
      {
        id: 'fields',
        header: text.stale,
        wraps: true,
        cell: ({ fields }) =>
          fields
            .slice(0, 5)
            .map(({ field, observedAt }) => `${names[field]} (${format.date(observedAt)})`)
            .join(text.between),
      },
      {
        id: 'score',
        header: text.score,
        align: 'end',
        width: 90,
        cell: ({ score }) => <NumberCell value={Math.round(score)} />,
      },
    ],
    [text, names, format],
  )
}

function LeftOut({ plan: { leftOut, considered } }: { plan: Found }) {
  const text = useText(words)
  const format = useFormat()
  return (
    <div className={styles.leftOut}>
      <strong>{text.left}</strong> <span className={styles.soft}>{text.leftOf(format.number(considered))}</span>
      <ul className={styles.left}>
        {leftOut.map(({ why, count }) => (
          <li key={why}>{`${text.hindrance[why]} ${format.number(count)}${text.unit}`}</li>
        ))}
      </ul>
    </div>
  )
}

function SwitchedOff({ settings }: { settings: FreshnessSettings }) {
  const text = useText(words)
  const toast = useToast()
  const can = useCan()
  const turnOn = () =>
    void call(changeFreshness, { body: { isOn: true } })
      .then(() => queries.invalidateQueries({ queryKey: [readFreshness.id] }))
      .catch(toast.refuse)
  return (
    <InlineNotice tone="wait" title={text.offTitle}>
      <p>{settings.hasBasis ? text.offText : text.basisMissing}</p>
      {settings.hasBasis
        ? can('company:manage') && (
            <Button size="xs" onClick={turnOn}>
              {text.turnOn}
            </Button>
          )
        : can('consent:manage') && <Link href="/privacy/purposes">{text.basisGo}</Link>}
    </InlineNotice>
  )
}

type ApprovingProps = { personIds: readonly string[] | undefined; onClose: () => void; onDone: () => void }

function Approving({ personIds, onClose, onDone }: ApprovingProps) {
  const text = useText(words)
  const toast = useToast()
  return (
    <ConfirmDialog
      opened={personIds !== undefined}
      onClose={onClose}
      title={text.approveAsk(personIds?.length ?? 0)}
      confirmLabel={text.approve(personIds?.length ?? 0)}
      consequences={[
        { kind: 'happens', text: text.approveHappens },
        { kind: 'happens', text: text.approveOwn },
        { kind: 'final', text: text.approveFinal },
      ]}
      onConfirm={async () => {
        const body = { id: crypto.randomUUID(), personIds: [...(personIds ?? [])] }
        const { asked } = await call(approveRefreshPlan, { body })
        for (const { id } of [readRefreshPlan, readFreshness, listAsks])
          await queries.invalidateQueries({ queryKey: [id] })
        onDone()
        toast.tell(text.approved(asked))
      }}
    />
  )
}
