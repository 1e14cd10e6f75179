import type { ReactNode } from 'react'
import { InlineNotice } from '../ui/feedback/Notice.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'
import { haveOtherMails } from './compared-fields.ts'
import type { KnownPerson } from './person-cells.tsx'

const words = messages({
  ja: {
    title: '統合すると、この方へのメールの届く先が変わることがあります',
    text: 'メールアドレスが異なります。どのアドレスもご本人のものか確かでないときは、電話か以前からのアドレスでご本人に確かめてから統合してください。',
  },
  en: {
    title: 'Once merged, mails to this person may go to another address',
    text: 'Their mail addresses differ. If it is not certain that each is theirs, ask them by phone or at the address known before, and merge then.',
  },
})

/** Says before people are made one that letters may go elsewhere than before, and why. */
export function LettersElsewhereNotice({ children }: { children: ReactNode }) {
  const { title } = useText(words)
  return (
    <InlineNotice tone="wait" title={title}>
      {children}
    </InlineNotice>
  )
}

/** The same where mail addresses of theirs differ; nothing where they agree. */
export function OtherMailsNotice({ people }: { people: readonly Pick<KnownPerson, 'fields'>[] }) {
  const { text } = useText(words)
  return haveOtherMails(people) ? <LettersElsewhereNotice>{text}</LettersElsewhereNotice> : null
}
