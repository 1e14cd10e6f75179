import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listFlows, listOpenings, readOpening } from '../../../../contract/selection/openings.ts'
import { applicationStates, channels, stages, type FlowStep } from '../../../../contract/selection/selection-terms.ts'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useCan } from '../../../session.ts'
import { ApplicationList } from './-ApplicationList.tsx'
import { ApplicationPanel } from './-ApplicationPanel.tsx'
import { Board } from './-Board.tsx'
import { DecisionDialog, type Asked } from './-DecisionDialog.tsx'
import { MoveDialog } from './-MoveDialog.tsx'
import { OwnInterviewList } from './-OwnInterviews.tsx'
import type { SelectionSearch } from './-search.ts'
import styles from './-selection.module.css'
import { useDecide } from './-use-decide.ts'
import type { Standing } from './-decisions.ts'
import { words } from './-words.ts'

type RecruitingProps = { search: SelectionSearch; onSearch: (part: Partial<SelectionSearch>) => void }

/** What both views can do with applications. */
export type Acts = {
  steps: readonly FlowStep[]
  canDecide: boolean
  open: (application: { id: string; personId: string }) => void
  move: (applications: readonly Standing[], stage: FlowStep['stage']) => Promise<void>
  ask: (asked: Asked) => void
  askMove: (applications: readonly Standing[]) => void
}

export function Recruiting({ search, onSearch }: RecruitingProps) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const can = useCan()
  const decide = useDecide()
  const [asked, ask] = useState<Asked>()
  const [moving, askMove] = useState<readonly Standing[]>()
  // Counts what was decided about several, after which nobody is chosen any more.
  const [round, setRound] = useState(0)
  const { steps, total } = useSteps(search.opening)
  const view = search.view ?? 'board'
  const canDecide = can('selection:write')
  const acts = useMemo<Acts>(
    () => ({
      steps,
      canDecide,
      open: ({ id, personId }) => onSearch({ application: id, person: personId }),
      move: (applications, stage) => decide(applications, { kind: 'STAGE', stage }).catch(toast.refuse),
      ask,
      askMove,
    }),
    [steps, canDecide, decide, onSearch, toast],
  )
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        aside={total !== undefined && text.count(format.number(total))}
        actions={
          <>
            {search.opening && (
              <Button component={Link} href={`/openings/${search.opening}`} variant="default">
                {text.openOpening}
              </Button>
            )}
            {can('people:write') && (
              <Button component={Link} href="/people/add" leftSection={<IconUserPlus size={16} />}>
                {text.addPerson}
              </Button>
            )}
          </>
        }
      />
      <Filters search={search} onSearch={onSearch} />
      {view === 'board' && <Board key={`board-${round}`} search={search} acts={acts} />}
      {view === 'list' && <ApplicationList key={`list-${round}`} search={search} acts={acts} />}
      {view === 'mine' && <OwnInterviewList />}
      <ApplicationPanel
        personId={search.person}
        applicationId={search.application}
        acts={acts}
        onClose={() => onSearch({ application: undefined, person: undefined })}
      />
      <DecisionDialog
        asked={asked}
        onClose={() => ask(undefined)}
        onDone={() => (asked?.applications.length ?? 0) > 1 && setRound(round + 1)}
      />
      <MoveDialog
        applications={moving}
        steps={steps}
        onClose={() => askMove(undefined)}
        onDone={() => setRound(round + 1)}
      />
    </>
  )
}

/** The steps of an opening's flow; of all openings the usual ones and every stage at which somebody stands. */
function useSteps(openingId: string | undefined): { steps: readonly FlowStep[]; total: number | undefined } {
  const openings = useQuery({ queryKey: [listOpenings.id], queryFn: () => call(listOpenings, { query: {} }) })
  const flows = useQuery({ queryKey: [listFlows.id], queryFn: () => call(listFlows, {}) })
  const own = useQuery({
    queryKey: [readOpening.id, openingId],
    queryFn: () => call(readOpening, { params: { id: openingId! } }),
    enabled: openingId !== undefined,
  })
  return useMemo(() => {
    const flow = openingId === undefined ? flows.data?.usual : own.data?.steps
    // A column that came later at the left would push the others out of sight.
    if (flow === undefined || openings.data === undefined) return { steps: [], total: undefined }
    const counted = openings.data.items.filter(({ id }) => openingId === undefined || id === openingId)
    const taken = new Set(counted.flatMap((one) => one.stages.map(({ stage }) => stage)))
    const steps = stages
      .filter((stage) => taken.has(stage) || flow.some((step) => step.stage === stage))
      .map((stage) => flow.find((step) => step.stage === stage) ?? { stage })
    const total = counted.flatMap((one) => one.stages).reduce((sum, { count }) => sum + count, 0)
    return { steps, total }
  }, [openingId, flows.data, own.data, openings.data])
}

function Filters({ search, onSearch }: RecruitingProps) {
  const text = useText(words)
  const { state: states } = useText(personWords)
  const { stage, channel } = useText(selectionWords)
  const { data } = useQuery({ queryKey: [listOpenings.id], queryFn: () => call(listOpenings, { query: {} }) })
  const view = search.view ?? 'board'
  const select = (
    name: 'opening' | 'state' | 'stage' | 'channel',
    options: readonly { value: string; label: string }[],
    className: string | undefined = styles.filter,
  ) => (
    <NativeSelect
      className={className ?? ''}
      size="xs"
      aria-label={text[name]}
      value={search[name] ?? ''}
      data={[...options]}
      onChange={({ currentTarget }) => onSearch({ [name]: currentTarget.value || undefined })}
    />
  )
  return (
    <div className={styles.filters}>
      <SegmentedControl
        size="xs"
        aria-label={text.views}
        value={view}
        onChange={(chosen) => onSearch({ view: chosen as SelectionSearch['view'] })}
        data={[
          { value: 'board', label: text.board },
          { value: 'list', label: text.list },
          { value: 'mine', label: text.mine },
        ]}
      />
      {view !== 'mine' && (
        <>
          {select(
            'opening',
            [
              { value: '', label: text.allOpenings },
              ...(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ],
            styles.wide,
          )}
          {select('state', [
            { value: '', label: text.open },
            { value: 'ENDED', label: text.ended },
            ...applicationStates.map((value) => ({ value, label: states[value] })),
          ])}
          {view === 'list' &&
            select('stage', [
              { value: '', label: text.allStages },
              ...stages.map((value) => ({ value, label: stage[value] ?? value })),
            ])}
          {select('channel', [
            { value: '', label: text.allChannels },
            ...channels.map((value) => ({ value, label: channel[value] ?? value })),
          ])}
        </>
      )}
    </div>
  )
}
