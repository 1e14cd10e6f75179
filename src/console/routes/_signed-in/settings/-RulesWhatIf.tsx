import { useQuery } from '@tanstack/react-query'
import { tryLinkageRules } from '../../../../contract/linkage/linkage-rules.ts'
import type { LinkageRules } from '../../../../contract/linkage/linkage-terms.ts'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { linkageWords } from './-linkage-words.ts'
import styles from './-settings.module.css'

/** What rules would have made of the pairs on record, before they are put in force. */
export function RulesWhatIf({ rules }: { rules: LinkageRules }) {
  const text = useText(linkageWords)
  const format = useFormat()
  const { data, error } = useQuery({
    queryKey: [tryLinkageRules.id, rules],
    queryFn: () => call(tryLinkageRules, { body: { rules } }),
  })
  if (error) return <ErrorNotice error={error} />
  if (!data) return null
  const { wouldJoin, wouldWait, wouldForget } = data
  const lines = [
    wouldJoin.pairs > 0 &&
      `${text.wouldJoin(format.number(wouldJoin.pairs))}${text.humans(wouldJoin.same, wouldJoin.notSame)}`,
    wouldWait > 0 && text.wouldWait(format.number(wouldWait)),
    wouldForget.pairs > 0 &&
      `${text.wouldForget(format.number(wouldForget.pairs))}${text.humansSame(wouldForget.same)}`,
  ].filter((line) => line !== false)
  return (
    <InlineNotice
      tone={data.differ > 0 ? 'wait' : 'neutral'}
      title={data.differ > 0 ? text.differ(format.number(data.differ)) : text.same}
      role="status"
    >
      <p className={styles.help}>
        {data.since ? text.looked(format.number(data.looked), format.date(data.since)) : text.lookedNone}
      </p>
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className={styles.help}>{text.notKept}</p>
    </InlineNotice>
  )
}
