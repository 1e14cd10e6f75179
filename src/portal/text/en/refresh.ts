import type { PortalText } from '../text.ts'

export const refresh: PortalText['refresh'] = {
  title: 'Is this still right?',
  lead: (company) =>
    `${company} would like to know whether what it holds is still right. You need not answer: your entries then count as unconfirmed, with no disadvantage in any selection.`,
  before: {
    text: 'To see the entries, enter the code that is mailed to your address.',
    fields: 'What you are asked about',
    go: 'Get a code and see them',
  },
  unchanged: 'If nothing has changed, just press the button. Otherwise mend only what did.',
  observed: (date) => `As of ${date}`,
  unknown: 'Not known',
  heading: 'Your entries',
  listHint: 'Separate several with commas.',
  submit: 'Answer with this',
  done: {
    CONFIRMED: 'Thank you. Your entries are on record as of today.',
    CHANGED: 'Thank you. What you changed is on record as of today.',
    STOPPED: 'Done. You will not be asked to check your entries again.',
    STAYS: 'Thank you. You will go on hearing of openings.',
    LEAVES: 'Done. You have left the talent pool, will not be written to any more, and have asked for erasure.',
  },
  stop: {
    heading: 'If you do not want to be asked again',
    text: 'You will not be asked to check your entries any more. They stay as they are; to have them erased, follow the link below.',
    submit: 'Do not ask me again',
    stopped: 'You are not asked to check your entries any more.',
    erase: 'Ask for erasure',
  },
  pool: {
    heading: 'The talent pool',
    ends: (company, date) => `Your consent to stay in the talent pool of ${company} ends on ${date}.`,
    ended: (company, date) =>
      `Your consent to stay in the talent pool of ${company} ended on ${date}. You may join it again.`,
    stay: 'Stay in the pool',
    leave: 'Leave the pool',
    leaving: 'Leaving also asks the company to erase what it holds about you.',
    silence: 'If you do not answer, you leave the pool on that day and will not be written to any more.',
    code: 'To stay or to leave, please enter the code first.',
  },
  proposals: (count) => `Another source says something else about ${count} of your entries.`,
}
