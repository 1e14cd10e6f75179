/** What the operating modes are called wherever one is named: in settings, notices, mails and on the operator's pages. */
export const modeNames = {
  ja: { IN_HOUSE: '自社のみ', GROUP: 'グループ内', INFO_PROVISION: '募集情報等提供', PLACEMENT: '職業紹介' },
  en: {
    IN_HOUSE: 'In-house only',
    GROUP: 'Within the group',
    INFO_PROVISION: 'Information provision',
    PLACEMENT: 'Placement',
  },
}
