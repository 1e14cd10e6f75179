import type { impact as ja } from '../ja/impact.ts'

export const impact: typeof ja = {
  title: 'Helping to check for bias (voluntary)',
  link: 'Helping to check for bias (voluntary)',
  linkLead: 'A voluntary survey by which the operator checks that ranking disadvantages nobody.',
  lead: (operator) =>
    `${operator} checks whether the ranking for openings disadvantages anybody by sex, race or ethnicity. Whether you answer is entirely up to you.`,
  why: (jurisdiction) =>
    `It concerns only people who live in, or look for work in: ${jurisdiction}. If you look for work in Japan alone, please do not answer.`,
  usesHeading: 'What happens with your answers',
  uses: [
    'No employer receives them, and they are not part of your profile.',
    'No search, ranking, introduction or selection uses them.',
    'The operator sees them as counts of eleven people or more. No list of people is made.',
    'You can delete them at any time. Neither answering nor leaving it has any disadvantage.',
  ],
  formHeading: 'Your answers',
  changeHeading: 'Change your answers',
  concerns: (jurisdiction) => `I live in, or look for work in, the place named above (${jurisdiction})`,
  sex: 'Sex',
  race: 'Race or ethnicity',
  raceHint: 'The categories of the EEO-1 report. All but the first are for people who are not Hispanic or Latino.',
  noAnswer: 'Prefer not to say',
  submit: 'Agree and send',
  current: (sex, race, day) => `Your answers of ${day}: sex: ${sex}; race or ethnicity: ${race}`,
  removeHeading: 'Delete your answers',
  removeText: 'Withdraws your consent and deletes your answers.',
  remove: 'Delete my answers',
  saved: 'Thank you, your answers are kept. A receipt is on its way by mail.',
  removed: 'Your answers are deleted.',
  over: 'No such check is being made at present. Your answers are not used.',
}
