import { retentionProgram, type RetentionRun } from '../../contract/retention/retention.ts'
import { Quiet } from '../../ui/Entry.tsx'
import { Link } from '../../ui/link.tsx'
import { InlineNotice } from '../../ui/feedback/Notice.tsx'
import { ProgressPanel } from '../../ui/feedback/ProgressPanel.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import type { ProgramSession } from '../session.ts'
import { isWorking } from './retention-queries.ts'
import { Retry } from './RunActions.tsx'
import { totalOf } from './run-standing.ts'
import { memberRunWords, useRunWords } from './run-words.ts'

type Given = { session: ProgramSession; run: RetentionRun; base: string; isInForce: boolean }

/** Where the run stands, in a sentence or a bar. */
export function RunStanding({ session, run, base, isInForce }: Given) {
  const text = useRunWords(run.kind)
  const format = useFormat()
  if (run.isStuck)
    return (
      <InlineNotice tone="bad">
        {text.stuck}
        <Retry session={session} run={run} />
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
      return isInForce ? <Listed run={run} /> : <WhatIf run={run} base={base} />
    case 'SCHEDULED':
      return <Scheduled run={run} />
    case 'DONE':
      return <InlineNotice tone="good">{text.done(format.dateTime(run.endedAt ?? run.madeAt))}</InlineNotice>
    case 'CALLED_OFF':
      return <InlineNotice tone="neutral">{text.calledOff(format.dateTime(run.endedAt ?? run.madeAt))}</InlineNotice>
  }
}

function Listed({ run }: { run: RetentionRun }) {
  const text = useRunWords(run.kind)
  const isAnybody = totalOf(run, 'deletes') + totalOf(run, 'asks') > 0
  return <InlineNotice tone={isAnybody ? 'wait' : 'good'}>{isAnybody ? text.listed : text.nothing}</InlineNotice>
}

/** What another rule for members than the one in force would do, which can only be looked at. */
function WhatIf({ run, base }: { run: RetentionRun; base: string }) {
  const text = useText(memberRunWords)
  return (
    <InlineNotice tone="neutral" title={text.whatIf(run.rules.MEMBER?.months ?? 0)}>
      {text.whatIfText} <Link href={base}>{text.toRule}</Link>
    </InlineNotice>
  )
}

function Scheduled({ run }: { run: RetentionRun }) {
  const text = useRunWords(run.kind)
  const { byProgram } = useText(memberRunWords)
  const format = useFormat()
  if (isWorking(run)) {
    const done = totalOf(run, 'asked') + totalOf(run, 'deleted') + totalOf(run, 'spared')
    const total = totalOf(run, 'asks') + totalOf(run, 'deletes')
    return (
      <ProgressPanel title={text.deleting} state="RUNNING" done={done} total={total}>
        <Quiet>{text.deletingText}</Quiet>
      </ProgressPanel>
    )
  }
  const isByProgram = run.madeBy === retentionProgram
  return (
    <InlineNotice tone="wait">
      {text.scheduledFor(format.dateTime(run.startsAt ?? run.madeAt))}
      {isByProgram && <Quiet>{byProgram}</Quiet>}
    </InlineNotice>
  )
}
