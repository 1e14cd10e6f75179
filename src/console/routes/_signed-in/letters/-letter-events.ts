import { useCallback } from 'react'
import type { LetterEvent } from '../../../../contract/relay/letter-page.ts'
import type { Tone } from '../../../../ui/StatusBadge.tsx'
import type { TimelineEvent } from '../../../../ui/Timeline.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { referralWords } from '../relay/-referral-words.ts'
import { pageWords } from './-letter-page-words.ts'
import { letterWords } from './-words.ts'

const tones: Record<LetterEvent['what'], Tone> = {
  REJECTED: 'neutral',
  SCHEDULED: 'wait',
  LINK_ISSUED: 'busy',
  MAIL: 'busy',
  REPLIED: 'relay',
  OPENED: 'busy',
  REGISTERED: 'relay',
  HELD: 'wait',
  COUNTED: 'good',
  NOT_COUNTED: 'neutral',
  CANCELLED: 'neutral',
}
const failures = new Set(['REFUSED', 'GAVE_UP', 'BOUNCED', 'COMPLAINED', 'UNKNOWN'])

/** What happened to a letter, in words. */
export function useEvents(): (events: readonly LetterEvent[]) => TimelineEvent[] {
  const text = useText(pageWords)
  const named = useText(letterWords)
  const steps = useText(referralWords)
  return useCallback(
    (events) => {
      const bodyOf = ({ what, detail, answer }: LetterEvent): string | null => {
        if (what === 'MAIL') return answer
        if (detail === null) return null
        const isStep = what === 'HELD' || what === 'NOT_COUNTED'
        return isStep ? steps.reason({ step: what, reason: detail }) : named.reason(detail)
      }
      return events.map((event, index) => {
        const isMail = event.what === 'MAIL' && event.detail !== null
        return {
          id: String(index),
          at: event.at,
          title: isMail ? (text.mail[event.detail ?? ''] ?? event.detail) : text.what[event.what],
          body: bodyOf(event),
          tone: isMail && failures.has(event.detail ?? '') ? ('bad' as const) : tones[event.what],
        }
      })
    },
    [text, named, steps],
  )
}
