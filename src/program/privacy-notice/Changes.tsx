import { Quiet } from '../../ui/Entry.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { aroundChanges, lineDiff } from './line-diff.ts'
import styles from './notice.module.css'
import { privacyNoticeWords } from './privacy-notice-words.ts'

const signs = { SAME: ' ', GONE: '−', ADDED: '+' } as const

/** What differs between two versions, line by line; `before` is empty for the first. */
export function Changes({ before, after, label }: { before: string; after: string; label: string }) {
  const text = useText(privacyNoticeWords)
  if (before === '') return <Quiet>{text.first}</Quiet>
  if (before === after) return <Quiet>{text.same}</Quiet>
  return (
    <div className={styles.diff} role="group" aria-label={label}>
      {aroundChanges(lineDiff(before, after)).map((one, at) =>
        one.kind === 'LEFT_OUT' ? (
          <span key={at} className={styles.leftOut}>
            {text.leftOut(one.lines)}
          </span>
        ) : one.kind === 'ADDED' ? (
          <ins key={at}>{`${signs.ADDED} ${one.text}`}</ins>
        ) : one.kind === 'GONE' ? (
          <del key={at}>{`${signs.GONE} ${one.text}`}</del>
        ) : (
          <span key={at}>{`${signs.SAME} ${one.text}`}</span>
        ),
      )}
    </div>
  )
}
