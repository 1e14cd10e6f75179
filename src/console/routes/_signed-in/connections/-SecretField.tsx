import { Button } from '@mantine/core'
import { useState } from 'react'
import { TextField } from '../../../../ui/form/fields.tsx'
import type { Fields } from '../../../../ui/form/use-fields.ts'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { safeKey } from './-queries.ts'
import { words } from './-words.ts'

/** The key that signs deliveries: typed, or made here and shown until it is saved. */
export function SecretField({ fields }: { fields: Fields<{ name: string; secret: string }> }) {
  const text = useText(words)
  const [isMade, setMade] = useState(false)
  const make = () => {
    fields.set('secret', safeKey())
    setMade(true)
  }
  return (
    <>
      <TextField
        {...fields.field('secret')}
        label={text.secret}
        help={text.secretHelp}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <Button variant="default" size="xs" onClick={make}>
          {text.generate}
        </Button>
      </div>
      {isMade && <InlineNotice tone="wait" title={text.generated} />}
    </>
  )
}
