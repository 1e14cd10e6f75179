import { useCallback } from 'react'
import type { LetterTrial } from '../../../../../contract/relay/letter-trials.ts'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { templateWords } from '../-template-words.ts'

/** A kind of letter in words. */
export function useKindName(): (kind: Pick<LetterTrial, 'stage' | 'offer' | 'language'>) => string {
  const text = useText(templateWords)
  return useCallback(
    ({ stage, offer, language }) => `${text.stages[stage]} / ${text.offers[offer]} / ${text.languages[language]}`,
    [text],
  )
}
