import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useFormat, useText } from '../text/TextProvider.tsx'
import type { Paging } from './column.ts'
import styles from './data-table.module.css'
import { words } from './words.ts'

const sizes = [25, 50, 100, 200]

/** The foot of a table: which rows of how many, and the way to the others. */
export function Pager({ paging }: { paging: Paging }) {
  const text = useText(words)
  const format = useFormat()
  if (paging.kind === 'cursor') {
    return (
      <div className={styles.foot}>
        {paging.total !== undefined && <span>{text.total(format.number(paging.total))}</span>}
        <Steps
          hasPrevious={paging.hasPrevious}
          hasNext={paging.hasNext}
          onPrevious={paging.onPrevious}
          onNext={paging.onNext}
        />
      </div>
    )
  }
  const { page, pageSize, total, onPage, onPageSize } = paging
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(total, page * pageSize)
  return (
    <div className={styles.foot}>
      <span>{text.range(format.number(from), format.number(to), format.number(total))}</span>
      {onPageSize !== undefined && (
        <NativeSelect
          size="xs"
          variant="unstyled"
          aria-label={text.pageSize(pageSize)}
          value={String(pageSize)}
          data={sizes.map((size) => ({ value: String(size), label: text.pageSize(size) }))}
          onChange={(event) => onPageSize(Number(event.currentTarget.value))}
        />
      )}
      <Steps
        hasPrevious={page > 1}
        hasNext={to < total}
        onPrevious={() => onPage(page - 1)}
        onNext={() => onPage(page + 1)}
      />
    </div>
  )
}

type StepsProps = { hasPrevious: boolean; hasNext: boolean; onPrevious: () => void; onNext: () => void }

function Steps({ hasPrevious, hasNext, onPrevious, onNext }: StepsProps) {
  const text = useText(words)
  return (
    <div className={styles.footEnd}>
      <ActionIcon size="sm" aria-label={text.previous} disabled={!hasPrevious} onClick={onPrevious}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon size="sm" aria-label={text.next} disabled={!hasNext} onClick={onNext}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </div>
  )
}
