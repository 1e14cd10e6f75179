import type { PortalText } from '../text.ts'

export const settings: PortalText['settings'] = {
  title: 'How you are contacted',
  lead: 'You decide how often you hear from employers, and from which.',
  saved: 'Your settings are saved.',
  statusHeading: 'Where you stand',
  statusLead: 'Employers see only this, and only roughly.',
  status: 'At present',
  until: 'Until',
  untilHint: 'After this day it returns to “Not now, but at some point”. If left empty: 6 months.',
  budgetHeading: 'How many contacts',
  budgetLead:
    'The most mails within 90 days, from all employers together. Results of selections, codes and receipts do not count.',
  budget: 'At most, within 90 days',
  budgetOption: (count) => (count === 0 ? 'None' : `${count}`),
  budgetUsed: (used) => `Received within the last 90 days: ${used}`,
  quietHeading: 'Hours without mail',
  quietLead:
    'What would arrive within these hours comes when they are over; nothing is dropped. Codes and receipts come at once, as you ask for them.',
  quiet: 'Keep some hours free of mail',
  quietFrom: 'From (Japan time)',
  quietUntil: 'Until (Japan time)',
  languageHeading: 'Language of mails',
  language: 'We write to you in',
  blockHeading: 'Companies that should not see you',
  blockLead:
    'Your present employer, for example. Neither they nor the companies of their group will see even your anonymous profile, and nobody is told that they are on this list.',
  block: 'Official company name or corporate number',
  blockHint:
    'If it matches a company of the network, you disappear from their results at once. A short form or a part of the name does not match; the corporate number of 13 digits is certain.',
  blockEmployer: (employer) =>
    `When you applied, your employer was “${employer}”. You can add it as it is; we then tell you whether it matches a company of the network.`,
  blockMatched: (names) => `Not shown to ${names}`,
  blockUnmatched: 'No company of the network matched so far',
  blockUnmatchedNote:
    'It is kept as you typed it, and hides you if a company of that name or number joins. A short form, an English name or a slip of the pen cannot be confirmed. The registered name in Japanese or the corporate number of 13 digits is certain.',
  industriesHeading: 'Lines of business that should not see you',
  industries: 'Not shown to companies in',
  industriesChoose: 'Choose lines of business',
  industriesChosen: (count) => `Choose lines of business (${count} chosen)`,
  industriesLead:
    'Companies in the lines you choose do not see even your anonymous profile, nor do companies that have not said theirs. For instance, competitors of your employer. No company learns of your choice.',
  justMatched: (names) => `${names} will not see even your anonymous profile, nor will the companies of their group.`,
  justUnmatched: (company) =>
    `No company of the network matches “${company}”. We cannot confirm that this hides you from anyone at present.`,
  add: 'Add',
  remove: 'Remove',
  removeLabel: (company) => `Take ${company} off the list`,
  since: (date) => `Since ${date}`,
  emptyBlocks: 'There are no companies on this list.',
}
