import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { download } from '../../../../program/download.ts'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { useMembership } from '../../../session.ts'
import { words } from './-words.ts'

/** The last twelve months by the company's own calendar, the current one first, as `2026-04`. */
function months(zone: string): string[] {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' })
    .format(new Date())
    .split('-')
    .map(Number)
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}

/** The statement of a month, or of all time, as a file. */
export function StatementFiles({ unit }: { unit: 'slots' | 'referrals' }) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  const { zone } = useMembership()
  const { month: nameOf } = useFormat()
  const [month, choose] = useState('')
  const save = (format: 'csv' | 'pdf') => {
    const query = new URLSearchParams({ lang: language, unit, ...(month && { month }) })
    const name = `statement${month && `-${month}`}.${format}`
    void download(`/api/v1/credits/statement.${format}?${query}`, name).catch(toast.refuse)
  }
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={text.month}
        value={month}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: '', label: text.sinceBegin },
          ...months(zone).map((value) => ({ value, label: nameOf(`${value}-01`) })),
        ]}
      />
      <Button size="xs" variant="default" onClick={() => save('pdf')}>
        {text.pdf}
      </Button>
      <Button size="xs" variant="default" onClick={() => save('csv')}>
        {text.csv}
      </Button>
    </>
  )
}
