import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'
import { differIn, fieldsKnown } from './compared-fields.ts'
import { usePersonCells, type KnownPerson } from './person-cells.tsx'
import styles from './people-side-by-side.module.css'

const words = messages({
  ja: { field: '項目', missing: '未登録', differs: '相違' },
  en: { field: 'Field', missing: 'Not known', differs: 'Differs' },
})

/** Several people beside each other, a column each: where what tells people apart differs among them, its row is marked. */
export function PeopleInColumns({ label, people }: { label: string; people: readonly KnownPerson[] }) {
  const text = useText(words)
  const { names, title, value, applications, records } = usePersonCells()
  return (
    <div className={styles.scroll}>
      <table className={styles.columns} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            {people.map((one) => (
              <th key={one.personId} scope="col">
                {title(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldsKnown(people).map((field) => {
            const differs = differIn(people, [field])
            return (
              <tr key={field} data-differs={differs || undefined}>
                <th scope="row">
                  {names.field[field]}
                  {differs && <span className={styles.differs}>{text.differs}</span>}
                </th>
                {people.map((one) => (
                  <td key={one.personId} data-missing={!one.fields[field] || undefined}>
                    {value(field, one) ?? text.missing}
                  </td>
                ))}
              </tr>
            )
          })}
          {(
            [
              [names.applications, applications],
              [names.records, records],
            ] as const
          ).map(([name, cell]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {people.map((one) => (
                <td key={one.personId}>{cell(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
