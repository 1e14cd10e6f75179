import type { PortalText } from '../text.ts'

export const registrationTerm: PortalText['registrationTerm'] = {
  title: 'How long you stay registered',
  lead: (operator) =>
    `${operator} keeps your registration in the Career Relay. When we do not hear from you for long, we ask whether you stay.`,
  heading: 'As it stands',
  lastHeard: 'Last heard from you',
  asked: 'We ask whether you stay',
  askedFrom: (day) => `from ${day}`,
  answerBy: 'Answer by',
  ends: 'The registration ends',
  endsFrom: (day) => `from ${day}`,
  why: (months) =>
    `After ${months} months without anything from you, there is no need to keep your information any more: the registration ends and it is deleted (APPI Article 22). Anything you do, such as signing in or changing a setting, starts the months again.`,
  off: 'At present no registration ends because nothing was heard.',
  silence: (day) => `If you do not answer by ${day}, your registration and what we keep about you are deleted.`,
  unreachable: (day) =>
    `Our question cannot reach you by mail. Without it, the registration ends and your information is deleted from ${day}. To stay, answer on this page.`,
  kept: 'An introduction, a dispute or a request is under way, so the registration goes on until that has ended.',
  stayHeading: 'If you stay',
  stay: 'Stay registered',
  leaveHeading: 'If you leave',
  leaveText:
    'What you registered, your wishes and your consents are erased at once, and companies that received your information are asked to erase it. This cannot be undone. Only the records of what was provided stay for three years, as the law asks, apart from your name. It has no disadvantage for an application later.',
  leave: 'Leave and have everything erased',
  stays: (day) => `Thank you. You stay registered. We ask again from ${day} at the earliest.`,
  staysOff: 'Thank you. You stay registered.',
  leftTitle: 'You have left',
  left: 'What you registered is erased. Companies that received your information are asked to erase it.',
  leftAgain: 'To come back, register again by the link of a letter from a company.',
  link: 'See how long, and choose',
  short: (day) => `If we hear nothing from you until ${day}, we ask whether you stay.`,
}
