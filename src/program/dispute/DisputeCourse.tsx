import type { Dispute } from '../../contract/disputes/disputes.ts'
import { InlineNotice } from '../../ui/feedback/Notice.tsx'
import { Section } from '../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import { disputeWords } from './dispute-words.ts'
import styles from './dispute.module.css'

/** What both sides said, in order, and how it was decided. */
export function DisputeCourse({ dispute }: { dispute: Dispute }) {
  const text = useText(disputeWords)
  const format = useFormat()
  return (
    <>
      {dispute.outcome && (
        <Section title={text.decision}>
          <InlineNotice tone={dispute.outcome === 'UPHELD' ? 'good' : 'neutral'} title={text.outcomes[dispute.outcome]}>
            {dispute.effect && text.effects[dispute.effect]}
          </InlineNotice>
          <p className={styles.said}>{dispute.reasons}</p>
        </Section>
      )}
      <Section title={text.statements}>
        {dispute.statements.map(({ by, text: said, evidence, at }) => (
          <article key={by} className={styles.statement}>
            <h3>
              {text.sides[by]} <small>{format.dateTime(at)}</small>
            </h3>
            <p className={styles.said}>{said === '' ? text.erased : said}</p>
            {evidence.length > 0 && (
              <>
                <h4>{text.evidence}</h4>
                <ul>
                  {evidence.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </>
            )}
          </article>
        ))}
      </Section>
    </>
  )
}
