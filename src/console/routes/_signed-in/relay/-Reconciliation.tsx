import { useQuery } from '@tanstack/react-query'
import { readReconciliation } from '../../../../contract/relay/reconciliation.ts'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from './relay.module.css'

const words = messages({
  ja: {
    title: '照合',
    note: '紹介の記録から計算した数と、台帳の残高を突き合わせています',
    what: '項目',
    records: '記録からの計算',
    ledger: '台帳',
    lines: {
      held: '確認期間中の紹介',
      counted: 'これまでに数えた紹介',
      reversed: '取り消した紹介',
      remainder: '次の枠までの紹介(不足はマイナス)',
      slots: '付与された紹介枠',
    },
    agrees: 'すべて一致しています。',
    differs: '一致しない項目があります',
    first: (id: string, records: string, ledger: string) =>
      `最初の不一致: 紹介 ${id}(記録 ${records}、台帳 ${ledger})。運営者にお知らせください。`,
    states: { HELD: '確認期間中', COUNTED: '計上', DROPPED: '対象外', REVERSED: '取消', NONE: 'なし' } as Record<
      string,
      string
    >,
  },
  en: {
    title: 'Reconciliation',
    note: 'What the records of referrals add up to, beside the balances of the ledger',
    what: 'Item',
    records: 'From the records',
    ledger: 'Ledger',
    lines: {
      held: 'Referrals held',
      counted: 'Referrals counted so far',
      reversed: 'Referrals taken back',
      remainder: 'Toward the next slot (owed: negative)',
      slots: 'Slots granted',
    },
    agrees: 'Everything agrees.',
    differs: 'Something does not agree',
    first: (id: string, records: string, ledger: string) =>
      `First difference: referral ${id} (records: ${records}, ledger: ${ledger}). Please tell the operator.`,
    states: { HELD: 'held', COUNTED: 'counted', DROPPED: 'dropped', REVERSED: 'taken back', NONE: 'none' },
  },
})

const reconciliation = { queryKey: [readReconciliation.id], queryFn: () => call(readReconciliation, {}) }

/** Whether the ledger says what the referrals say, number by number, with the first that does not agree. */
export function Reconciliation() {
  const text = useText(words)
  const format = useFormat()
  const { data, error } = useQuery(reconciliation)
  if (error) return <ErrorNotice error={error} />
  if (!data) return null
  const { firstDifference: first } = data
  return (
    <Section title={text.title} note={text.note}>
      <InlineNotice tone={data.agrees ? 'good' : 'bad'} title={data.agrees ? text.agrees : text.differs}>
        {first && text.first(first.referralId, text.states[first.records] ?? '', text.states[first.ledger] ?? '')}
      </InlineNotice>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.records}</th>
            <th scope="col">{text.ledger}</th>
          </tr>
        </thead>
        <tbody>
          {data.lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{text.lines[line.name]}</th>
              <td>{format.number(line.records)}</td>
              <td>{format.number(line.ledger)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
