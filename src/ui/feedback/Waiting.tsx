import { Skeleton } from '@mantine/core'
import styles from '../pieces.module.css'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'

const words = messages({ ja: { loading: '読み込み中' }, en: { loading: 'Loading' } })

/** Stands where a page will, until what it shows has come. */
export function Waiting() {
  const text = useText(words)
  return (
    <div className={styles.waiting} role="status" aria-busy="true" aria-label={text.loading}>
      <Skeleton height={26} width="min(22rem, 60%)" />
      <Skeleton height={120} radius="lg" />
      <Skeleton height={220} radius="lg" />
    </div>
  )
}
