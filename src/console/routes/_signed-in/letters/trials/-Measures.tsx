import { Table } from '@mantine/core'
import type { z } from 'zod'
import type { Share, TrialReport } from '../../../../../contract/relay/letter-trials.ts'
import { IntervalDotChart } from '../../../../../ui/charts/IntervalDotChart.tsx'
import { Section } from '../../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import styles from '../-letters.module.css'
import { words } from './-words.ts'

const measures = ['opened', 'registered', 'replied', 'stopped'] as const

/** What came of each wording, with its interval, in figures and drawn. */
export function Measures({ report: { variants, difference } }: { report: TrialReport }) {
  const text = useText(words)
  const format = useFormat()
  const points = (value: number) => format.number(value * 100, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (
    <Section title={text.result}>
      <Table.ScrollContainer minWidth={300}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.measure}</Table.Th>
              {variants.map(({ variant }) => (
                <Table.Th key={variant}>
                  {text.variant[variant]} {variant === 'A' && <span className={styles.soft}>{text.current}</span>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th scope="row">{text.people}</Table.Th>
              {variants.map(({ variant, people, watched }) => (
                <Table.Td key={variant}>
                  {format.number(people)}
                  {text.unit} {watched > 0 && <span className={styles.soft}>{text.watched(watched)}</span>}
                </Table.Td>
              ))}
            </Table.Tr>
            {measures.map((measure) => (
              <Table.Tr key={measure}>
                <Table.Th scope="row">{text[measure]}</Table.Th>
                {variants.map((one) => (
                  <Table.Td key={one.variant}>
                    <Figure share={one[measure]} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {variants.some(({ opened }) => opened.of > 0) && (
        <IntervalDotChart
          label={text.result}
          category={text.measure}
          series={variants.map(({ variant }) => text.variant[variant])}
          rows={measures.map((measure) => ({
            label: text[measure],
            dots: variants.map(({ [measure]: { value, low, high, of } }) => ({ value, low, high, n: of })),
          }))}
          write={(value) => format.percent(value)}
        />
      )}
      {difference && (
        <p className={styles.lead}>
          <strong>{`${text.difference}: ${points(difference.value)}`}</strong>{' '}
          <span className={styles.soft}>{text.differenceNote(points(difference.low), points(difference.high))}</span>
        </p>
      )}
    </Section>
  )
}

function Figure({ share: { count, of, value, low, high } }: { share: z.output<typeof Share> }) {
  const text = useText(words)
  const format = useFormat()
  if (value === null) return <span className={styles.soft}>{text.none}</span>
  return (
    <>
      <strong>{format.percent(value)}</strong> <span className={styles.soft}>{text.share(count, of)}</span>
      <div className={styles.soft}>{text.interval(format.percent(low), format.percent(high))}</div>
    </>
  )
}
