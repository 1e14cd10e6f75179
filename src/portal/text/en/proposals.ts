import type { PortalText } from '../text.ts'

export const proposals: PortalText['proposals'] = {
  title: 'Is this right?',
  lead: (company) =>
    `What ${company} learned elsewhere, where it differs from what you said or where you have not confirmed it. You need not answer; until you do, it counts as unconfirmed.`,
  own: 'What you said',
  found: 'What another source says',
  unconfirmed: 'Not confirmed by you',
  accept: 'Take this over',
  confirm: 'That is right',
  refuse: 'That is wrong',
  correct: 'Say what is right',
  send: 'Send the correction',
  acceptLabel: (field) => `${field}: this is right`,
  refuseLabel: (field) => `${field}: this is wrong`,
  correctLabel: (field) => `${field}: what is right`,
  nothing: 'There is nothing to look at.',
  waiting: (count) => (count === 1 ? 'One thing waits for your word.' : `${count} things wait for your word.`),
  look: 'Look at it',
  done: {
    ACCEPTED: 'Thank you. It stands as your own word.',
    CORRECTED: 'Thank you. Your correction stands as your own word.',
    REFUSED: 'Thank you. It is not used, and the hiring team is told.',
  },
}
