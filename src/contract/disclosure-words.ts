/** How a person wishes to be disclosed what is held. */
export const disclosureForms = ['ELECTRONIC', 'PAPER'] as const
export type DisclosureForm = (typeof disclosureForms)[number]

const words: Record<DisclosureForm, Record<'ja' | 'en', string>> = {
  ELECTRONIC: { ja: '電子データでの開示を希望', en: 'to be disclosed as electronic data' },
  PAPER: { ja: '書面での開示を希望', en: 'to be disclosed on paper' },
}

/** The wish as it is kept in a request's words: in both languages, as whoever reads an export may know one alone. */
export const keptWish = (form: DisclosureForm): string => `${words[form].ja} / ${words[form].en}`

/** The words of a request with the wish in the reader's language; what the person wrote stays as it is. */
export const saidIn = (said: string, language: 'ja' | 'en'): string =>
  disclosureForms.reduce((text, form) => text.replace(keptWish(form), words[form][language]), said)
