import type { Duplicate } from '../../../../contract/linkage/linkage.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { LettersElsewhereNotice } from '../../../OtherMailsNotice.tsx'
import { PeopleSideBySide } from '../../../PeopleSideBySide.tsx'
import { personWords } from '../../../person-words.ts'
import { Group } from './-Group.tsx'
import styles from './-duplicates.module.css'
import { words } from './-words.ts'

/** Two people side by side, each value with who said it and when. */
export function Pair({ pair, onGroup }: { pair: Duplicate; onGroup: () => Promise<void> }) {
  const text = useText(words)
  const names = useText(personWords)
  return (
    <>
      {pair.group.length > 2 && (
        <div className={styles.group}>
          <Group pair={pair} onGroup={onGroup} />
        </div>
      )}
      <Section
        title={
          <span className={styles.reasons}>
            {pair.reasons.map((reason) => (
              <StatusBadge key={reason} tone={/^(?:SAME|LIKE)/.test(reason) ? 'good' : 'wait'}>
                {names.linkReason[reason]}
              </StatusBadge>
            ))}
          </span>
        }
        note={text.foundBy(names.source[pair.route])}
      >
        {pair.reasons.includes('UNCONFIRMED_MAIL') && <LettersElsewhereNotice>{text.mailText}</LettersElsewhereNotice>}
        <PeopleSideBySide label={text.title} one={pair.one} other={pair.other} />
      </Section>
    </>
  )
}
