import type { DataRequest } from '../../../../../contract/requests/data-requests.ts'

type Outcome = Exclude<DataRequest['state'], 'OPEN'>
type Suggested = Record<DataRequest['kind'], string>
export type Suggestions = { suggested: Suggested; suggestedInPart: Suggested }

/** What a request is answered with unless staff write otherwise. Why one is refused has to be written each time. */
export const suggestionFor = (texts: Suggestions, kind: DataRequest['kind'], outcome: Outcome): string =>
  outcome === 'DECLINED' ? '' : (outcome === 'ANSWERED' ? texts.suggested : texts.suggestedInPart)[kind]

/** The words of another outcome: those suggested for it where nothing but a suggestion stands there, else what was written. */
export function answerForOutcome(
  texts: Suggestions,
  { kind, outcome, written }: { kind: DataRequest['kind']; outcome: Outcome; written: string },
): string {
  const suggestions = (['ANSWERED', 'PARTIAL', 'DECLINED'] as const).map((one) => suggestionFor(texts, kind, one))
  return suggestions.includes(written.trim()) ? suggestionFor(texts, kind, outcome) : written
}
