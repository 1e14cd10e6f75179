import type { promises as japanese } from '../ja/promises.ts'

export const promises: typeof japanese = {
  statedHeading: (company) => `What ${company} promises`,
  statedLead:
    'If you say yes, whether it is kept is recorded and shown to you on this page. The operator sees it if it is not.',
  heading: (company) => `What ${company} promised`,
  lead: 'This follows from the record of the selection. If it is not what happened, please say so: it has no disadvantage for you.',
  states: { PENDING: 'Not yet due', KEPT: 'Kept', BROKEN: 'Not kept', RELEASED: 'Ended' },
  due: (date) => `Due: ${date}`,
  settled: {
    RECORD: (date) => `By the record of the selection (${date})`,
    CLOCK: (date) => `Nothing was on record by ${date}`,
    STAFF: (date) => `The employer says so (${date})`,
    PERSON: (date) => `Ended as you asked (${date})`,
    OPERATOR: (date) => `The operator looked into it (${date})`,
  },
  objectionLabel: 'What happened',
  objectionHint:
    'Only the operator reads it, to decide. The employer learns that you object, not what you write. Please leave out your name and how to reach you.',
  ownWords: 'What you wrote (only the operator reads it)',
  objectOpen: 'If this is not so',
  object: 'Say that it was not kept',
  objected: 'The operator and the employer know that you say it was not kept. The operator looks into it and decides.',
  release: 'I no longer need this promise',
  released: 'We are telling the employer that you no longer need it.',
  recordHeading: 'How this employer keeps its promises',
  record: ({ company, introductions, of, kept, share }) =>
    `In the last two years, ${company} kept ${kept} of ${of} promises (${share}) to ${introductions} people it was introduced to.`,
}
