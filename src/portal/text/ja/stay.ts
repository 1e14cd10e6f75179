/** Asks somebody of whom nobody knows whether they may be kept. */
export const stay = {
  title: 'お預かりしている情報について',
  lead: (company: string) =>
    `${company}は、以前のご応募などの際の情報をお預かりしていますが、保管を続けてよいか、ご本人に確認できていません。ご意向をお聞かせください。`,
  heldHeading: 'お預かりしている項目',
  held: '内容を見る・直す',
  agreeHeading: '保管に同意する場合',
  agree: '保管に同意する',
  leaveHeading: '同意しない場合',
  leaveText: (company: string) =>
    `${company}へ消去を求めます。14日以内に対応し、完了したらお知らせします。消去しても、今後のご応募に不利になることはありません。`,
  leave: '消去を求める',
  silence: 'お答えがない場合、同意をいただいたことにはなりません。お預かりしている情報は、削除の対象といたします。',
  agreed: '承りました。控えをメールでお送りします。同意は、いつでも撤回いただけます。',
  left: '承りました。消去のご請求として受け付け、14日以内に対応いたします。受付の控えをメールでお送りします。',
  toConsents: '同意の内容を確認・撤回する',
  toRequests: 'ご請求の状況を見る',
  already: (day: string) => `${day}まで保管することに、同意をいただいています。`,
}
