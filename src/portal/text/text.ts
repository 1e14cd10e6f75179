import type { Language } from '../frame.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'

export type PortalText = typeof ja

const languages: Record<Language, PortalText> = { ja, en }

/** Every sentence of the portal in one language. A key that one language lacks does not compile. */
export function textIn(language: Language): PortalText {
  return languages[language]
}
