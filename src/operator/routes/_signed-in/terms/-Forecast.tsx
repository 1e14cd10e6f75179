import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { forecastNetwork, type SlotForecast } from '../../../../contract/network/network-terms.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from '../../../operator.module.css'

const words = messages({
  ja: {
    title: '今後12か月の紹介枠の見込み',
    note: '中央値と、95%の確からしさで収まる範囲です。入力中のルールで計算しています',
    month: '1か月ごと',
    from: (day: string) => `${day}から`,
    asked: '依頼に使われる枠',
    granted: '付与される枠',
    expired: '失効する枠',
    owed: '終わりに残る枠',
    unmet: '枠の足りない依頼',
    basis: (days: string, counted: string, asked: string, free: string, debt: string) =>
      `直近${days}日間の紹介${counted}件と依頼${asked}件のペース、いま使える枠${free}枠、取り消しによる不足${debt}名分から計算しています。`,
    method:
      '件数が少ないほど範囲は広くなります。企業をまとめて計算しているため、実際に使われる枠はこれより少なく、足りない依頼は多くなり得ます。',
    hired: (share: string) => `紹介は、ネットワークで採用に至った割合${share}で換算しています。`,
  },
  en: {
    title: 'Slots in the next twelve months',
    note: 'The median, and the range that holds it with 95% confidence, under the rules entered',
    month: 'Month by month',
    from: (day: string) => `From ${day}`,
    asked: 'Asked for',
    granted: 'Granted',
    expired: 'Expired',
    owed: 'Left at its end',
    unmet: 'Requests without a slot',
    basis: (days: string, counted: string, asked: string, free: string, debt: string) =>
      `From the pace of the last ${days} days (${counted} referrals, ${asked} requests), ${free} free slots and ${debt} referrals owed after claw-backs.`,
    method:
      'The fewer the cases, the wider the range. All companies are taken together: fewer slots may be used, and more requests go without, than shown.',
    hired: (share: string) => `Referrals are scaled by the share hired through the network, ${share}.`,
  },
})

const measures = ['asked', 'granted', 'expired', 'owed', 'unmet'] as const

type Entered = { referralsPerSlot: unknown; slotExpiryMonths: unknown; referralTrigger: unknown }

/** How many slots will be asked for when, under the rules being entered. */
export function Forecast({ referralsPerSlot, slotExpiryMonths, referralTrigger }: Entered) {
  const asked = forecastNetwork.query.safeParse({ referralsPerSlot, slotExpiryMonths, trigger: referralTrigger })
  const query = asked.data ?? {}
  const { data, error } = useQuery({
    queryKey: [forecastNetwork.id, query],
    queryFn: () => call(forecastNetwork, { query }),
    enabled: asked.success,
    placeholderData: keepPreviousData,
  })
  const text = useText(words)
  return (
    <Section title={text.title} note={text.note}>
      {error && <ErrorNotice error={error} />}
      {asked.success && data && <Months {...data} />}
    </Section>
  )
}

function Months({ months, basis }: SlotForecast) {
  const text = useText(words)
  const format = useFormat()
  const { days, counted, asked, free, debt, hiredShare } = basis
  const [n, p] = [format.number, format.percent]
  return (
    <>
      <div className={styles.scrolls}>
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              {measures.map((measure) => (
                <th scope="col" key={measure}>
                  {text[measure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{text.from(format.date(month.month))}</th>
                {measures.map((measure) => (
                  <td key={measure}>
                    {n(month[measure].median)}{' '}
                    <small>
                      {n(month[measure].low)}–{n(month[measure].high)}
                    </small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>
        {text.basis(n(days), n(counted), n(asked), n(free), n(debt))}
        {hiredShare && text.hired(p(hiredShare.share))} {text.method}
      </p>
    </>
  )
}
