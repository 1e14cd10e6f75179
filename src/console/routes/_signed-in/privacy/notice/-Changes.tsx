import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { lineDiff } from './-line-diff.ts'
import styles from './-notice.module.css'
import { noticeWords } from './-words.ts'

const signs = { SAME: ' ', GONE: '−', ADDED: '+' } as const

/** What differs between two versions, line by line; `before` is empty for the first. */
export function Changes({ before, after, label }: { before: string; after: string; label: string }) {
  const text = useText(noticeWords)
  if (before === '') return <p className={styles.soft}>{text.first}</p>
  if (before === after) return <p className={styles.soft}>{text.same}</p>
  return (
    <div className={styles.diff} role="group" aria-label={label}>
      {lineDiff(before, after).map(({ kind, text: line }, at) =>
        kind === 'ADDED' ? (
          <ins key={at}>{`${signs.ADDED} ${line}`}</ins>
        ) : kind === 'GONE' ? (
          <del key={at}>{`${signs.GONE} ${line}`}</del>
        ) : (
          <span key={at}>{`${signs.SAME} ${line}`}</span>
        ),
      )}
    </div>
  )
}
