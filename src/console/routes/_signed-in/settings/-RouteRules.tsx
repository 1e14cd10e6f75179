import { NativeSelect } from '@mantine/core'
import type { LinkageRules, RouteRule } from '../../../../contract/linkage/linkage-terms.ts'
import { sourceKinds, type SourceKind } from '../../../../contract/people/person-fields.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { personWords } from '../../../person-words.ts'
import { linkageWords } from './-linkage-words.ts'
import styles from './-settings.module.css'

const likelies = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
const certainties = [0.95, 0.98, 0.99, 0.995, 0.999, 0.9999]

type Props = { rules: LinkageRules; canChange: boolean; onChange: (rules: LinkageRules) => void }

/** What happens to pairs, for each way records come in. */
export function RouteRules({ rules, canChange, onChange }: Props) {
  const text = useText(linkageWords)
  const names = useText(personWords)
  const format = useFormat()
  const choices = (values: readonly number[], chosen: number) =>
    [...new Set([...values, chosen])]
      .toSorted((one, other) => one - other)
      .map((value) => ({ value: String(value), label: text.atLeast(format.percent(value, 3)) }))
  const change = (kind: SourceKind, rule: Partial<RouteRule>) =>
    onChange({ ...rules, routes: { ...rules.routes, [kind]: { ...rules.routes[kind], ...rule } } })
  return (
    <Section title={text.byRoute}>
      <div className={styles.stack}>
        <NativeSelect
          label={text.likely}
          description={text.likelyHelp}
          value={String(rules.likelyFrom)}
          disabled={!canChange}
          data={choices(likelies, rules.likelyFrom)}
          onChange={(event) => onChange({ ...rules, likelyFrom: Number(event.currentTarget.value) })}
        />
        <table className={styles.routes}>
          <thead>
            <tr>
              <th scope="col">{text.route}</th>
              <th scope="col">{text.treat}</th>
              <th scope="col">{text.certain}</th>
            </tr>
          </thead>
          <tbody>
            {sourceKinds.map((kind) => {
              const { treat, certainFrom } = rules.routes[kind]
              return (
                <tr key={kind}>
                  <th scope="row">{names.source[kind]}</th>
                  <td>
                    <NativeSelect
                      aria-label={`${names.source[kind]}: ${text.treat}`}
                      value={treat}
                      disabled={!canChange}
                      data={(['AUTO_MERGE', 'FLAG'] as const).map((value) => ({ value, label: text.treats[value] }))}
                      onChange={(event) => change(kind, { treat: event.currentTarget.value as RouteRule['treat'] })}
                    />
                  </td>
                  <td>
                    <NativeSelect
                      aria-label={`${names.source[kind]}: ${text.certain}`}
                      value={String(certainFrom)}
                      disabled={!canChange || treat === 'FLAG'}
                      data={choices(certainties, certainFrom)}
                      onChange={(event) => change(kind, { certainFrom: Number(event.currentTarget.value) })}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <div className={styles.help}>
          {text.guard}
          <ul className={styles.lines}>
            {text.guards.map((guard) => (
              <li key={guard}>{guard}</li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  )
}
