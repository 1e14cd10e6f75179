import { Button } from '@mantine/core'
import { readLetter } from '../../../../contract/relay/letter-page.ts'
import { hastenLetter, listLetters, sendLetterToMe, undoLetter, type Letter } from '../../../../contract/relay/relay.ts'
import { download } from '../../../../program/download.ts'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'

const words = messages({
  ja: {
    undo: '取り消す',
    hasten: '早めに送る',
    sample: '自分に送る',
    undone: '送信を取り消しました。未通知の一覧に残ります。',
    hastened: (when: string) => `${when} に送信します。それまでは取り消せます。`,
    sampled: 'ご自身のアドレスに確認用メールを送りました。文中のリンクは見本のため、開けません。',
    evidence: '証跡',
  },
  en: {
    undo: 'Take back',
    hasten: 'Send early',
    sample: 'Send to me',
    undone: 'Taken back. The person stays on the list of people never told.',
    hastened: (when: string) => `Leaves at ${when}. Until then it can be taken back.`,
    sampled: 'A sample is on its way to your own address. Its link leads nowhere.',
    evidence: 'Evidence',
  },
})

/** In a row the buttons are small; on the letter's own page they are buttons of the page. */
type Look = { look: 'row' | 'page' }
const looks = {
  row: { size: 'compact-xs', variant: 'subtle' },
  page: { size: 'sm', variant: 'default' },
} as const

/** Takes back, hastens, or tries a letter that has not left. */
export function LetterActions({ letter, look }: { letter: Letter } & Look) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const canSend = useCan()('relay:send')
  if (!letter.canUndo || !canSend) return null
  const act = (run: () => Promise<string>) => () =>
    void run()
      .then((told) => toast.tell(told), toast.refuse)
      .then(() =>
        Promise.all([listLetters.id, readLetter.id].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
      )
  const params = { id: letter.id }
  const undo = act(async () => {
    await call(undoLetter, { params })
    return text.undone
  })
  const hasten = act(async () => text.hastened(format.dateTime((await call(hastenLetter, { params })).dueAt)))
  const sample = act(async () => {
    await call(sendLetterToMe, { body: { id: crypto.randomUUID(), applicationId: letter.applicationId } })
    return text.sampled
  })
  return (
    <>
      <Button {...looks[look]} onClick={undo}>
        {text.undo}
      </Button>
      {letter.state === 'SCHEDULED' && (
        <Button {...looks[look]} onClick={hasten}>
          {text.hasten}
        </Button>
      )}
      <Button {...looks[look]} onClick={sample}>
        {text.sample}
      </Button>
    </>
  )
}

/** The evidence pack of one letter, on paper or for a program. */
export function Evidence({ letter: { id, mailId, kind }, look }: { letter: Letter } & Look) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  if (mailId === null && kind !== 'LINK') return null
  const save = (path: string, name: string) => () =>
    void download(`/api/v1/relay/letters/${id}/${path}?lang=${language}`, name).catch(toast.refuse)
  return (
    <>
      <Button {...looks[look]} onClick={save('evidence.pdf', `letter-${id}.pdf`)}>
        {text.evidence} PDF
      </Button>
      <Button {...looks[look]} onClick={save('evidence', `letter-${id}.json`)}>
        {look === 'page' ? `${text.evidence} JSON` : 'JSON'}
      </Button>
    </>
  )
}
