import type { PortalText } from '../text.ts'

export const stay: PortalText['stay'] = {
  title: 'May we keep your information?',
  lead: (company) =>
    `${company} has information about you, and does not have your word on whether it may go on keeping it. Please tell us.`,
  heldHeading: 'What is held',
  held: 'See or correct it',
  agreeHeading: 'If you agree',
  agree: 'I agree that it is kept',
  leaveHeading: 'If you do not',
  leaveText: (company) =>
    `${company} is asked to erase it, answers within 14 days and tells you once it is done. This has no disadvantage for an application later.`,
  leave: 'I want it erased',
  silence: 'Leaving this unanswered never counts as a yes: your information is then among what is deleted.',
  agreed: 'Thank you. A receipt is on its way by mail. You can withdraw this at any time.',
  left: 'Thank you. This is taken up as a request to erase, and dealt with within 14 days. A receipt is on its way by mail.',
  toConsents: 'Review or withdraw the consent',
  toRequests: 'See your requests',
  already: (day) => `You agreed that it is kept until ${day}.`,
}
