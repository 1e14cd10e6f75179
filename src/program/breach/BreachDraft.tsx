import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { changeBreach, listBreaches, reportItems, type Breach } from '../../contract/audit/breaches.ts'
import { Entry, Quiet } from '../../ui/Entry.tsx'
import { TextAreaField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import styles from './breach.module.css'
import { lastMomentBefore } from '../zoned-day.ts'
import { breachWords } from './breach-words.ts'

type Body = z.output<typeof changeBreach.body>

async function keep(id: string, body: Body): Promise<void> {
  await call(changeBreach, { params: { id }, body })
  await queries.invalidateQueries({ queryKey: [listBreaches.id] })
}

/** One draft: its clocks, its nine items, and the files. */
export function BreachDraft({ breach, mayChange }: { breach: Breach; mayChange: boolean }) {
  const text = useText(breachWords)
  const format = useFormat()
  const [language] = useLanguage()
  const [isEditing, setEditing] = useState(false)
  const file = (name: string) => `/api/v1/consent/breaches/${breach.id}/${name}?language=${language}`
  return (
    <Entry
      title={text.kinds[breach.kind]}
      aside={<span>{text.period(format.date(breach.from), format.date(lastMomentBefore(breach.to)))}</span>}
      actions={
        <>
          {mayChange && !isEditing && (
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              {text.edit}
            </Button>
          )}
          <Button
            component="a"
            href={file('report.pdf')}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} />}
          >
            {text.pdf}
          </Button>
          <Button
            component="a"
            href={file('people.csv')}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} />}
          >
            {text.csv}
          </Button>
        </>
      }
    >
      <dl className={styles.clocks}>
        <Clock breach={breach} which="first" mayChange={mayChange} />
        <Clock breach={breach} which="final" mayChange={mayChange} />
      </dl>
      {isEditing ? (
        <Items breach={breach} onDone={() => setEditing(false)} />
      ) : (
        <dl className={styles.items}>
          {reportItems.map((item) => (
            <div key={item}>
              <dt>{text.items[item]}</dt>
              <dd>{breach.items[item]}</dd>
            </div>
          ))}
        </dl>
      )}
    </Entry>
  )
}

/** Whole days until a moment; below zero once it has passed. */
const daysUntil = (moment: string) => Math.floor((Date.parse(moment) - Date.now()) / 86_400_000)

type ClockProps = { breach: Breach; which: 'first' | 'final'; mayChange: boolean }

function Clock({ breach, which, mayChange }: ClockProps) {
  const text = useText(breachWords)
  const format = useFormat()
  const toast = useToast()
  const isFirst = which === 'first'
  const dueAt = isFirst ? breach.firstDueAt : breach.finalDueAt
  const reportedAt = isFirst ? breach.firstReportedAt : breach.finalReportedAt
  /** The final report follows the first one. */
  const isEarly = !isFirst && breach.firstReportedAt === null
  const days = daysUntil(dueAt)
  const mark = async () => {
    const now = new Date().toISOString()
    const { items, version, firstReportedAt, finalReportedAt } = breach
    try {
      await keep(breach.id, {
        items,
        version,
        firstReportedAt: isFirst ? now : firstReportedAt,
        finalReportedAt: isFirst ? finalReportedAt : now,
      })
    } catch (error) {
      toast.refuse(error)
    }
  }
  return (
    <div>
      <dt>{isFirst ? text.firstReport : text.finalReport}</dt>
      <dd>
        {reportedAt === null ? (
          <StatusBadge tone={days < 0 ? 'bad' : days <= 3 ? 'wait' : 'neutral'}>
            {`${text.due(format.date(dueAt))} ${days < 0 ? text.late(-days) : text.daysLeft(days)}`}
          </StatusBadge>
        ) : (
          <StatusBadge tone="good">{text.reported(format.date(reportedAt))}</StatusBadge>
        )}
        {mayChange && reportedAt === null && !isEarly && (
          <Button size="compact-xs" variant="subtle" onClick={() => void mark()}>
            {isFirst ? text.markFirst : text.markFinal}
          </Button>
        )}
        {isEarly && <Quiet>{text.afterFirst}</Quiet>}
      </dd>
    </div>
  )
}

function Items({ breach, onDone }: { breach: Breach; onDone: () => void }) {
  const text = useText(breachWords)
  const toast = useToast()
  const fields = useFields({
    initial: { ...breach.items },
    prepare: (items) => items,
    onSubmit: async (items) => {
      const { version, firstReportedAt, finalReportedAt } = breach
      await keep(breach.id, { items, version, firstReportedAt, finalReportedAt })
      toast.tell(text.saved)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.save}>
      {reportItems.map((item) => (
        <TextAreaField key={item} {...fields.field(item)} label={text.items[item]} autosize minRows={2} />
      ))}
    </Form>
  )
}
