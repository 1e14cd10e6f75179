import { Checkbox } from '@mantine/core'
import { chosenKinds, type Endpoint } from '../../../../../contract/webhooks.ts'
import { TextField } from '../../../../../ui/form/fields.tsx'
import { FieldGroup } from '../../../../../ui/form/Form.tsx'
import type { Fields } from '../../../../../ui/form/use-fields.ts'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import styles from '../../imports/-imports.module.css'
import { words } from './-words.ts'

type Typed = { label: string; url: string; kinds: Endpoint['kinds'] }

/** Which system it is, where it listens, and what it hears. */
export function EndpointFields({ fields }: { fields: Fields<Typed> }) {
  const text = useText(words)
  const { kinds } = fields.values
  return (
    <div className={styles.stack}>
      <TextField {...fields.field('label')} label={text.label} help={text.labelHelp} isRequired maxLength={120} />
      <TextField {...fields.field('url')} label={text.url} help={text.urlHelp} isRequired inputMode="url" />
      <FieldGroup legend={text.kinds} note={fields.field('kinds').error}>
        {chosenKinds.map((kind) => (
          <Checkbox
            key={kind}
            size="sm"
            name="kinds"
            label={text.kindNames[kind]}
            checked={kinds.includes(kind)}
            onChange={(event) =>
              fields.set('kinds', event.currentTarget.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
            }
          />
        ))}
      </FieldGroup>
    </div>
  )
}
