import { Button, Modal, NativeSelect } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import {
  listLinkageRuns, previewBulkAccept, startBulkAccept, undoBulkAccept, type LinkageRun,
} from '../../../../contract/linkage/linkage-bulk.ts' // prettier-ignore
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { ProgressPanel } from '../../../../ui/feedback/ProgressPanel.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useFieldText } from '../../../field-text.ts'
import { bulkWords } from './-bulk-words.ts'
import { refreshPairs } from './-use-review.ts'
import { probabilityText } from './-figures.ts'
import styles from './-duplicates.module.css'
import { words } from './-words.ts'

const precisions = ['0.995', '0.99', '0.98', '0.95']

const runsQuery = queryOptions({
  queryKey: [listLinkageRuns.id],
  queryFn: () => call(listLinkageRuns, { query: { limit: 3 } }),
  // A run that goes on is looked at again, and so are the pairs that it takes away.
  refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'RUNNING') ? 1_500 : false),
})

/** Accepts every pair that is sure enough at once, after showing which they are. */
export function BulkAccept({ hasOpen }: { hasOpen: boolean }) {
  const text = useText(bulkWords)
  const [opened, setOpened] = useState(false)
  const [id, setId] = useState('')
  const open = () => {
    // Chosen here: pressed twice, or sent again after an outage, the same run is meant.
    setId(crypto.randomUUID())
    setOpened(true)
  }
  return (
    <>
      <Button variant="default" disabled={!hasOpen} onClick={open}>
        {text.open}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={<strong>{text.title}</strong>} size="lg">
        <Preview id={id} onDone={() => setOpened(false)} />
      </Modal>
    </>
  )
}

function Preview({ id, onDone }: { id: string; onDone: () => void }) {
  const show = useFieldText()
  const text = useText(bulkWords)
  const named = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [precision, setPrecision] = useState('0.99')
  const [isStarting, setStarting] = useState(false)
  const { data, error } = useQuery({
    queryKey: [previewBulkAccept.id, precision],
    queryFn: () => call(previewBulkAccept, { body: { precision: Number(precision) } }),
    gcTime: 0,
  })
  const start = () => {
    setStarting(true)
    call(startBulkAccept, { body: { id, precision: Number(precision) } })
      .then(() => queries.invalidateQueries({ queryKey: [listLinkageRuns.id] }))
      .then(onDone)
      .catch(toast.refuse)
      .finally(() => setStarting(false))
  }
  return (
    <div className={styles.stack}>
      <NativeSelect
        label={text.precision}
        description={text.precisionHelp}
        value={precision}
        onChange={(event) => setPrecision(event.currentTarget.value)}
        data={precisions.map((value) => ({ value, label: text.atLeast(format.percent(Number(value))) }))}
      />
      {error && <ErrorNotice error={error} />}
      {data && (
        <>
          <dl className={styles.figures}>
            <dt>{text.pairs}</dt>
            <dd>{text.pairCount(format.number(data.pairs), format.number(data.people))}</dd>
            <dt>{text.expectedWrong}</dt>
            <dd>
              {data.expectedWrong < 0.1
                ? text.almostNone
                : text.wrong(format.number(data.expectedWrong, { maximumFractionDigits: 1 }))}
            </dd>
            <dt>{text.past}</dt>
            <dd>{text.pastCount(data.past.same, data.past.notSame)}</dd>
            <dt>{text.leftOut}</dt>
            <dd>{text.pairsOnly(format.number(data.leftOut))}</dd>
          </dl>
          {data.sample.length > 0 && (
            <div>
              <p className={styles.soft}>{text.sample}</p>
              <dl className={styles.figures}>
                {data.sample.map(({ id: pairId, one, other, score }) => [
                  <dt key={`${pairId} name`}>
                    {[one, other]
                      .map(({ fields }) =>
                        (['name', 'birthDate', 'email'] as const)
                          .flatMap((field) => (fields[field] ? show(field, fields[field].value) : []))
                          .join(' '),
                      )
                      .map((side) => side || named.nobody)
                      .join(' ⇔ ')}
                  </dt>,
                  <dd key={`${pairId} probability`}>{probabilityText(score, format)}</dd>,
                ])}
              </dl>
            </div>
          )}
        </>
      )}
      <Button disabled={!data || data.pairs === 0} loading={isStarting} onClick={start}>
        {data ? text.start(format.number(data.pairs)) : text.counting}
      </Button>
    </div>
  )
}

/** The last runs: how far they are, and the way back. */
export function Runs() {
  const { data } = useQuery(runsQuery)
  const isRunning = data?.items.some((one) => one.state === 'RUNNING') ?? false
  // What a run has decided no longer waits.
  useEffect(() => {
    if (!isRunning) void refreshPairs()
  }, [isRunning])
  const shown = data?.items.filter(isWorthShowing) ?? []
  if (shown.length === 0) return null
  return (
    <div className={styles.runs}>
      {shown.slice(0, 2).map((one) => (
        <RunPanel key={one.id} run={one} />
      ))}
    </div>
  )
}

const shownForMs = 24 * 3_600_000

const isWorthShowing = ({ state, kind, isUndone, startedAt }: LinkageRun): boolean =>
  state === 'RUNNING' || (kind === 'ACCEPT' && !isUndone && Date.now() - Date.parse(startedAt) < shownForMs)

function RunPanel({ run }: { run: LinkageRun }) {
  const text = useText(bulkWords)
  const format = useFormat()
  const toast = useToast()
  const undo = () =>
    call(undoBulkAccept, { params: { id: run.id } })
      .then(() => queries.invalidateQueries({ queryKey: [listLinkageRuns.id] }))
      .then(refreshPairs)
      .catch(toast.refuse)
  return (
    <ProgressPanel
      title={`${run.kind === 'UNDO' ? text.undoing : text.accepting} · ${format.dateTime(run.startedAt)}`}
      state={run.state}
      done={run.done}
      total={run.total}
      counts={[{ label: run.kind === 'UNDO' ? text.takenApart : text.merged, value: run.changed }]}
    >
      {run.kind === 'ACCEPT' && run.state !== 'RUNNING' && run.changed > 0 && (
        <Button size="compact-sm" variant="default" className={styles.undoRun} onClick={() => void undo()}>
          {text.undoAll}
        </Button>
      )}
    </ProgressPanel>
  )
}
