import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tryNetworkTerms, type TermsOutcome } from '../../../../contract/network/network-terms.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from '../../../operator.module.css'
import { termsWords } from '../../../terms-words.ts'

type Trigger = 'REGISTRATION' | 'HIRED_ELSEWHERE'
type Entered = { referralsPerSlot: unknown; slotExpiryMonths: unknown }

const whole = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most ? value : undefined

const tried = (asked: { referralsPerSlot: number; slotExpiryMonths: number; trigger: Trigger }) =>
  queryOptions({
    queryKey: [tryNetworkTerms.id, asked],
    queryFn: () => call(tryNetworkTerms, { query: asked }),
    placeholderData: keepPreviousData,
  })

const lines = [
  'granted',
  'spent',
  'expired',
  'owed',
  'debt',
  'uncovered',
  'perYear',
] as const satisfies (keyof TermsOutcome)[]

/** What the rules being entered would have made of everything that happened so far, beside the rules as they are. */
export function WhatIf(entered: Entered) {
  const text = useText(termsWords)
  const format = useFormat()
  const [trigger, choose] = useState<Trigger>('REGISTRATION')
  const referralsPerSlot = whole(entered.referralsPerSlot, 100)
  const slotExpiryMonths = whole(entered.slotExpiryMonths, 60)
  const isWhole = referralsPerSlot !== undefined && slotExpiryMonths !== undefined
  const { data, error } = useQuery({
    ...tried({ referralsPerSlot: referralsPerSlot ?? 1, slotExpiryMonths: slotExpiryMonths ?? 1, trigger }),
    enabled: isWhole,
  })
  const shown = (value: number | null) => (value === null ? '—' : format.number(value, { maximumFractionDigits: 1 }))
  return (
    <Section
      title={text.tried}
      note={text.triedNote}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={text.trigger}
          value={trigger}
          onChange={(value) => choose(value as Trigger)}
          data={(['REGISTRATION', 'HIRED_ELSEWHERE'] as const).map((value) => ({ value, label: text[value] }))}
        />
      }
    >
      {error && <ErrorNotice error={error} />}
      {!isWhole && <p className={styles.soft}>{text.notWhole}</p>}
      {isWhole && data && data.counted === 0 && <p className={styles.soft}>{text.noBasis}</p>}
      {isWhole && data && data.counted > 0 && (
        <>
          <table className={styles.compare}>
            <thead>
              <tr>
                <th scope="col">
                  <VisuallyHidden>{text.line}</VisuallyHidden>
                </th>
                <th scope="col">{text.now}</th>
                <th scope="col">{text.asEntered}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line}>
                  <th scope="row">{text[line]}</th>
                  <td>{shown(data.asItIs[line])}</td>
                  <td data-changed={data.asItIs[line] === data.ifSo[line] ? undefined : true}>
                    {shown(data.ifSo[line])}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.soft}>
            {data.since && text.basis(format.number(data.counted), format.date(data.since))}
            {data.hiredShare &&
              text.hired(
                format.percent(data.hiredShare.share),
                format.percent(data.hiredShare.low),
                format.percent(data.hiredShare.high),
              )}
          </p>
        </>
      )}
    </Section>
  )
}
