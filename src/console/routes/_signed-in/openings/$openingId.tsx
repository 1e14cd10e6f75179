import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconProgressCheck, IconTargetArrow } from '@tabler/icons-react'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { changeOpening, listOpenings, readOpening } from '../../../../contract/selection/openings.ts'
import { openingStatuses, type OpeningStatus } from '../../../../contract/selection/selection-terms.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useCan } from '../../../session.ts'
import { enteredFrom } from './-entered.ts'
import { OpeningForm } from './-OpeningForm.tsx'
import styles from './-openings.module.css'
import { statusTones, words } from './-words.ts'

type Read = z.output<typeof readOpening.response>

const opening = (id: string) =>
  queryOptions({ queryKey: [readOpening.id, id], queryFn: () => call(readOpening, { params: { id } }) })

export const Route = createFileRoute('/_signed-in/openings/$openingId')({
  loader: async ({ context, params }) => {
    const { title } = await context.queries.ensureQueryData(opening(params.openingId))
    return { crumb: title }
  },
  component: Page,
})

async function refresh() {
  for (const { id } of [readOpening, listOpenings]) await queries.invalidateQueries({ queryKey: [id] })
}

function Page() {
  const text = useText(words)
  const toast = useToast()
  const can = useCan()
  const { openingId } = Route.useParams()
  const { data } = useSuspenseQuery(opening(openingId))
  return (
    <>
      <PageHeader
        title={data.title}
        description={[data.department, data.occupation].filter(Boolean).join(' / ')}
        aside={<StatusBadge tone={statusTones[data.status]}>{text.status[data.status]}</StatusBadge>}
        actions={
          <>
            {can('selection:write') && <StatusMenu opening={data} />}
            {can('matching:read') && (
              <Button
                component={Link}
                href={`/matching?opening=${data.id}`}
                variant="default"
                leftSection={<IconTargetArrow size={16} />}
              >
                {text.toMatching}
              </Button>
            )}
            <Button
              component={Link}
              href={`/selection?opening=${data.id}`}
              variant="default"
              leftSection={<IconProgressCheck size={16} />}
            >
              {text.toSelection}
            </Button>
          </>
        }
      />
      {data.status === 'CLOSED' && <Closed opening={data} />}
      <div className={styles.columns}>
        <Section title={text.edit}>
          <OpeningForm
            key={data.id}
            initial={enteredFrom(data)}
            submitLabel={text.save}
            onSubmit={async ({ status: _status, ...body }) => {
              await call(changeOpening, { params: { id: data.id }, body })
              await refresh()
              toast.tell(text.saved)
            }}
          />
        </Section>
        <aside>
          <Progress opening={data} />
          <Flow opening={data} />
        </aside>
      </div>
    </>
  )
}

/** What a closed opening no longer does, and who is still in process for it. */
function Closed({ opening: { id, counts } }: { opening: Read }) {
  const text = useText(words)
  const format = useFormat()
  const open = counts.active + counts.offered
  return (
    <InlineNotice
      tone={open > 0 ? 'wait' : 'neutral'}
      title={text.isClosed}
      actions={
        open > 0 && (
          <Button component={Link} href={`/selection?opening=${id}`} size="xs" variant="default">
            {text.toOpen}
          </Button>
        )
      }
    >
      {open > 0 && text.closedOpen(format.number(open))}
    </InlineNotice>
  )
}

function StatusMenu({ opening: { id, title, status, counts } }: { opening: Read }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [isClosing, setClosing] = useState(false)
  const change = async (to: OpeningStatus) => {
    await call(changeOpening, { params: { id }, body: { status: to } })
    await refresh()
    toast.tell(text.statusChanged(text.status[to]))
  }
  const open = counts.active + counts.offered
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {text.changeStatus}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {openingStatuses
            .filter((to) => to !== status)
            .map((to) => (
              <Menu.Item
                key={to}
                onClick={() => (to === 'CLOSED' ? setClosing(true) : void change(to).catch(toast.refuse))}
              >
                {text.toStatus[to]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={isClosing}
        onClose={() => setClosing(false)}
        title={text.closeTitle(title)}
        confirmLabel={text.toStatus.CLOSED}
        consequences={[
          { kind: 'happens', text: text.closeNoNew },
          ...(open > 0 ? [{ kind: 'happens' as const, text: text.closeOpen(format.number(open)) }] : []),
          { kind: 'reversible', text: text.closeBack },
        ]}
        onConfirm={() => change('CLOSED')}
      />
    </>
  )
}

function Progress({ opening: { id, stages, counts, headcount } }: { opening: Read }) {
  const text = useText(words)
  const { stage } = useText(selectionWords)
  return (
    <Section title={text.progress}>
      <ul className={styles.standing}>
        {stages.length === 0 && (
          <li>
            <span className={styles.faint}>{text.nobody}</span>
          </li>
        )}
        {stages.map((one) => (
          <li key={one.stage}>
            <Link href={`/selection?view=list&opening=${id}&stage=${one.stage}`}>
              {stage[one.stage]}
              <b>{text.people(String(one.count))}</b>
            </Link>
          </li>
        ))}
        <li>
          <span>
            {text.hired}
            <b>{`${counts.hired}/${headcount}`}</b>
          </span>
        </li>
        <li>
          <Link href={`/selection?view=list&opening=${id}&state=ENDED`}>
            {text.ended}
            <b>{text.people(String(counts.ended))}</b>
          </Link>
        </li>
      </ul>
    </Section>
  )
}

function Flow({ opening: { steps, openedAt } }: { opening: Read }) {
  const text = useText(words)
  const format = useFormat()
  const { stage } = useText(selectionWords)
  return (
    <Section title={text.flow} note={openedAt && `${text.opened} ${format.date(openedAt)}`}>
      <ol className={styles.flow}>
        {steps.map((step, at) => (
          <li key={at}>{step.label ?? stage[step.stage]}</li>
        ))}
      </ol>
    </Section>
  )
}
