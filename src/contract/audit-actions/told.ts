/** One recorded action as a sentence without its subject, in each language. */
export type Told = { ja: string; en: string }
