/** How a person wishes to be disclosed what is held. */
export const disclosureForms = ['ELECTRONIC', 'PAPER'] as const
export type DisclosureForm = (typeof disclosureForms)[number]

/** How what is disclosed reached the person. PORTAL: saved by them on their own page. MEDIA: on a disc or the like. */
export const handovers = ['PORTAL', 'MAIL', 'MEDIA', 'POST', 'IN_PERSON'] as const
export type Handover = (typeof handovers)[number]

/** The forms that each way can carry; what is handed over in person may be either. */
const carried: Record<Handover, readonly DisclosureForm[]> = {
  PORTAL: ['ELECTRONIC'],
  MAIL: ['ELECTRONIC'],
  MEDIA: ['ELECTRONIC'],
  POST: ['PAPER'],
  IN_PERSON: ['ELECTRONIC', 'PAPER'],
}

/** Whether the person gets what is disclosed in the form they named (個人情報保護法 33条2項); who named none takes any. */
export const meetsWish = (handover: Handover, wish: DisclosureForm | null): boolean =>
  wish === null || carried[handover].includes(wish)

/** Requests that are answered by handing something over. */
export const isDisclosure = (kind: string): boolean => kind === 'DISCLOSURE' || kind === 'PROVISION_RECORDS'

export const formWords: Record<'ja' | 'en', Record<DisclosureForm, string>> = {
  ja: { ELECTRONIC: '電子データ', PAPER: '書面' },
  en: { ELECTRONIC: 'As electronic data', PAPER: 'On paper' },
}

export const handoverWords: Record<'ja' | 'en', Record<Handover, string>> = {
  ja: {
    PORTAL: '本人ページでの電子データ',
    MAIL: '電子メール',
    MEDIA: '記録媒体(CD-ROM など)',
    POST: '書面の郵送',
    IN_PERSON: '手渡し',
  },
  en: {
    PORTAL: 'Electronic data on the person’s own page',
    MAIL: 'Mail',
    MEDIA: 'On a disc or another medium',
    POST: 'Paper, by post',
    IN_PERSON: 'In person',
  },
}
