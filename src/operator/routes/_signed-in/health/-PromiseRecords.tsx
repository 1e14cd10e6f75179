import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { readPromiseRecords, type PromisesOfCompany } from '../../../../contract/introductions/promises.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from '../../../operator.module.css'
import { networkWords } from '../../../words.ts'
import { words } from '../promises/-words.ts'

const records = queryOptions({ queryKey: [readPromiseRecords.id], queryFn: () => call(readPromiseRecords, {}) })

/** How each company keeps what it promises people, those with most broken promises first. */
export function PromiseRecords() {
  const text = useText(words)
  const network = useText(networkWords)
  const { data, error, refetch } = useQuery(records)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <Section
      title={text.records}
      note={text.recordsNote(data.minimum)}
      actions={
        <Button size="xs" variant="default" component={Link} href="/promises?view=ALL">
          {text.all}
        </Button>
      }
    >
      {data.companies.length === 0 ? (
        text.noRecords
      ) : (
        <div className={styles.scrolls}>
          <table className={styles.compare}>
            <thead>
              <tr>
                {[
                  text.company,
                  text.introductions,
                  text.pending,
                  text.kept,
                  text.broken,
                  text.released,
                  text.waiting,
                  text.share,
                ].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.companies.map((one) => (
                <Line key={one.employerId} of={one} name={one.employerName ?? network.formerCompany} />
              ))}
              <Line of={data.whole} name={text.whole} />
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

type Counts = Omit<PromisesOfCompany, 'employerId' | 'employerName'> & { employerId?: string }

function Line({ of, name }: { of: Counts; name: string }) {
  const text = useText(words)
  const format = useFormat()
  const { employerId, keptShare } = of
  return (
    <tr>
      <th scope="row">
        {employerId ? <Link href={`/promises?view=ALL&employerId=${employerId}`}>{name}</Link> : name}
      </th>
      {[of.introductions, of.pending, of.kept, of.broken, of.released, of.objected].map((count, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the columns never change their order
        <td key={at}>{format.number(count)}</td>
      ))}
      <td>
        {keptShare ? (
          <>
            {format.percent(keptShare.share)}{' '}
            <small>
              ({format.percent(keptShare.low)}–{format.percent(keptShare.high)})
            </small>
          </>
        ) : (
          <small>{text.few}</small>
        )}
      </td>
    </tr>
  )
}
