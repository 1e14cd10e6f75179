import type { PortalText } from '../text.ts'

export const seen: PortalText['seen'] = {
  title: 'This is how others see you',
  link: 'See what employers see',
  lead: (k) =>
    `Until you say yes to an introduction, employers see only what is below. Some of it is told in ranges or withheld, so that ${k} people or more look the same.`,
  standing: {
    SHOWN: (people) =>
      `This is what employers see at present. ${people} people in the whole network look the same, you included. An employer is not shown those it already knows, so a single one may see fewer.`,
    WITHHELD: 'No employer sees you at present: too few people are like you, and you could be recognised.',
    WAITING:
      'This is how you will probably be shown. So that nobody can guess who is new, people begin to be shown together with others: that can take up to thirty days, and what is shown can change with who else registers.',
    NOT_IN_NETWORK: 'No employer sees you at present. If you agree to be shown, this is how it would probably look.',
  },
  atLeast: (count) => `At least ${count}`,
  own: 'What you wrote',
  shown: 'What others see',
  why: 'Why',
  notShown: 'Not shown',
  fields: { employmentTypes: 'Terms of employment' },
  firstOnly: 'Of the occupations you chose, the first is used.',
  cause: {
    AS_STATED: (people) => `${people} people wrote the same, so it is shown as it is.`,
    BANDED: 'Amounts and dates are shown as ranges for everybody.',
    NOT_STATED: 'You left it open, so nothing is shown.',
    RARE_VALUE: {
      coarser: (k) => `Fewer than ${k} people wrote exactly this, so something broader is shown.`,
      inPart: (k) => `Fewer than ${k} people wrote exactly this, so only some of it is shown and the rest is withheld.`,
      withheld: (k) => `Fewer than ${k} people wrote exactly this, so it is withheld.`,
    },
    RARE_COMBINATION: {
      coarser: (k) => `Fewer than ${k} people have this together with the rest, so something broader is shown.`,
      inPart: (k) =>
        `Fewer than ${k} people have this together with the rest, so only some of it is shown and the rest is withheld.`,
      withheld: (k) => `Fewer than ${k} people have this together with the rest, so it is withheld.`,
    },
    TOO_LITTLE_DIVERSITY: 'Everyone who looks like you wrote the same, so showing it would tell yours: it is withheld.',
    ROW_WITHHELD: (k) => `Fewer than ${k} people are like you, so it is withheld.`,
  },
  neverHeading: 'What no employer sees',
  never: [
    'Your name, your addresses, your work history',
    'Where you applied, the results, any evaluation',
    'How your search goes, and what you answer here',
    'Any number or order that would tell that two employers look at the same person',
  ],
  whoHeading: 'Employers who do not see you at all',
  who: 'Employers who know you already, and those you block, with all companies of their group, do not see you at all.',
  blocks: 'Choose who may not see you',
  logHeading: 'How you were shown before',
  logLead: 'Each change of what others see is on record here, and part of your export.',
  noLog: 'You have not been shown to anyone yet.',
  nothingFrom: 'Nothing shown',
  edit: 'Change what I wrote',
}
