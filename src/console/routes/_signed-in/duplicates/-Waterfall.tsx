import type { LinkEvidence } from '../../../../contract/linkage/linkage.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { evidenceWords } from './-evidence-words.ts'
import { bitsText, probabilityText } from './-figures.ts'
import styles from './-duplicates.module.css'
import { words } from './-words.ts'

type Step = LinkEvidence['steps'][number]

/** A contact of more people than the two is news; a name only where it is common. */
const leastNamed: Record<string, number> = { mail: 3, phone: 3, family: 5, given: 5 }

/** Why two records are thought to be one person's: each comparison in words, with how much it speaks for or against. */
export function Waterfall({ evidence }: { evidence: LinkEvidence }) {
  const text = useText(words)
  const said = useText(evidenceWords)
  const format = useFormat()
  const sentence = useSentence()
  const written = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value)
  const largest = Math.max(Math.abs(evidence.prior), ...evidence.steps.map(({ bits }) => Math.abs(bits)))
  return (
    <div className={styles.waterfall}>
      <p className={styles.probability}>
        {text.probability}
        <strong>{probabilityText(evidence.probability, format)}</strong>
      </p>
      <ol aria-label={text.why} className={styles.steps}>
        <li className={styles.step}>
          <span className={styles.soft}>{said.prior}</span>
          <Bar bits={evidence.prior} largest={largest} />
        </li>
        {evidence.steps.map((step) => (
          <li key={step.comparison} className={styles.step}>
            <span>
              {sentence(step)}
              {step.level !== 'exact' && step.left && step.right && (
                <span className={styles.values}>
                  {written(step.left)} ⇔ {written(step.right)}
                </span>
              )}
            </span>
            <Bar bits={step.bits} largest={largest} />
          </li>
        ))}
      </ol>
      <p className={styles.legend}>{text.legend}</p>
    </div>
  )
}

function Bar({ bits, largest }: { bits: number; largest: number }) {
  const text = useText(words)
  const format = useFormat()
  const value = bitsText(bits, format)
  const width = largest === 0 ? 0 : (Math.abs(bits) / largest) * 50
  return (
    <span className={styles.bar} role="img" aria-label={bits < 0 ? text.against(value) : text.speaksFor(value)}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect x={bits < 0 ? 50 - width : 50} y="0" width={width} height="8" data-sign={bits < 0 ? 'minus' : 'plus'} />
        <line x1="50" x2="50" y1="0" y2="8" />
      </svg>
      <span className={styles.bits}>{value}</span>
    </span>
  )
}

function useSentence(): (step: Step) => string {
  const said = useText(evidenceWords)
  return ({ comparison, level, holders }) => {
    const many = said.many[comparison]
    if (level === 'exact' && many && holders !== null && holders >= (leastNamed[comparison] ?? Infinity))
      return many(holders)
    const found = said.steps[comparison]?.[level]
    return typeof found === 'string' ? found : `${comparison}: ${level}`
  }
}
