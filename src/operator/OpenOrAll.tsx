import { SegmentedControl } from '@mantine/core'
import { z } from 'zod'

/** What the address holds of a list of cases: those that wait for somebody, unless all are asked for. */
export const OpenOrAllSearch = z.object({ show: z.literal('ALL').optional(), cursor: z.uuid().optional() })
type Search = z.output<typeof OpenOrAllSearch>

/** The query of such a list, 25 cases a page. */
export const openOrAllQuery = ({ show, cursor }: Search) => ({
  cursor,
  limit: 25,
  ...(show === undefined && { open: 'true' as const }),
})

type Given = {
  search: Search
  onSearch: (search: Search) => void
  text: { state: string; open: string; all: string }
}

/** Turns between the cases that wait and all of them, on the first page of either. */
export function OpenOrAll({ search, onSearch, text }: Given) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={text.state}
      value={search.show ?? 'OPEN'}
      onChange={(value) => onSearch(value === 'ALL' ? { show: 'ALL' } : {})}
      data={[
        { value: 'OPEN', label: text.open },
        { value: 'ALL', label: text.all },
      ]}
    />
  )
}
