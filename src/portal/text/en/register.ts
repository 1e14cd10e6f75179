import type { PortalText } from '../text.ts'

export const register: PortalText['register'] = {
  titles: {
    IN_HOUSE: 'Join the talent pool',
    GROUP: 'Join the talent pool',
    INFO_PROVISION: 'Register with the career relay',
    PLACEMENT: 'Register with the career relay',
  },
  leads: {
    IN_HOUSE: (company) =>
      `Tell us what you are looking for, and ${company} can let you know when a suitable opening appears.`,
    GROUP: (company) =>
      `Tell us what you are looking for, and ${company} can let you know when a suitable opening appears. No other company, of its group or not, learns of it.`,
    INFO_PROVISION: () =>
      'Tell us what you are looking for, and we send what you choose to the employers you choose. The operator selects neither employers nor applicants.',
    PLACEMENT: () =>
      'Tell us what you are looking for, and we bring you introductions that suit it. Employers do not learn your name or how to reach you until you say yes.',
  },
  points: {
    optional: 'Registering is your choice. It has no bearing on this result or on later applications.',
    credit: (company) =>
      `If you register, ${company} is credited towards being introduced to other people. You neither pay nor receive anything.`,
    leave: 'You can leave at any time, without giving a reason.',
    short: 'It takes about two minutes, only two entries are required, and it costs you nothing.',
  },
  aboutHeading: '1. What you are looking for',
  displayName: 'Display name',
  displayNameHint:
    'How we address you here and in mails; change it as you like. It is not part of the anonymous profile.',
  occupations: 'Occupations you are looking for',
  occupationsHint: 'Choose as many as apply.',
  prefectures: 'Where you would like to work',
  prefecturesHint: 'Open a region to choose. If you choose none, your place of work is left open.',
  prefecturesNearHint:
    'Where you live and what you chose already stand first. Open a region for others. If you choose none, your place of work is left open.',
  more: 'Add place, salary, how you work, skills and career (optional)',
  remote: 'Remote work',
  salary: 'Desired annual salary',
  salarySuffix: '× ¥10,000 or more',
  salaryHint: 'An approximate figure will do. Employers see it rounded to a range.',
  startFrom: 'When you could start',
  startHint: 'Leave this empty if you do not know yet.',
  skills: 'Skills and qualifications',
  skillsHint: 'Separate them with commas.',
  workHistory: 'Work history in short',
  workHistoryHint:
    'Three to five lines are enough, and you need not name employers. Please do not write about place of origin, family or beliefs.',
  age: 'Age',
  ageLabel: 'I am 16 or older',
  ageHint: 'Registration is open from the age of 16. We do not ask for your date of birth.',
  hide: {
    heading: 'Staying unknown to your employer',
    employer: 'Current employer',
    hint: 'Its official name or corporate number. Companies of the same group do not see you either. Your employer is not told.',
    box: 'Do not show me to this company',
    offerHeading: 'Staying unknown to your employer',
    offerLead:
      'From what you told us we read this company as your current employer, which may be wrong. Nothing has to be set. One press keeps even the anonymous profile from it and from the companies of its group. It is not told, and you can undo it at any time.',
    offer: (company) => `Do not show me to ${company}`,
    offerLabel: (company) => `Staying unknown to ${company}`,
    leave: 'Not my employer, or leave it as it is',
    leaveLabel: (company) => `Leaving ${company} as it is`,
    done: (company) =>
      `“${company}” is on the list of companies that do not see you. “How you are contacted” says whether it matches a company of the network.`,
  },
  consentHeading: '2. Your consents',
  consentLead:
    'You choose separately for each purpose and each recipient. Everything starts at “no”, and you can register without consenting to any of them. Withdraw at any time under “Consents”; it takes effect at once.',
  beforeHeading: '3. Before you register',
  submits: { IN_HOUSE: 'Register', GROUP: 'Register', INFO_PROVISION: 'Register', PLACEMENT: 'Register' },
  notNow: 'Not now',
  doneTitle: 'You are registered',
  done: 'Thank you. A receipt for your registration and your consents is on its way by mail.',
  doneNext: 'You can change your entries, withdraw consents or leave at any time through the link in that mail.',
  toConsents: 'Review your consents',
  toSettings: 'Decide how you are contacted',
  link: {
    title: 'You are registered already',
    lead: (company) =>
      `You are registered with the career relay, so there is nothing to fill in again. You can link the mail of ${company} to your registration.`,
    points: {
      told: (company) =>
        `If you link it, ${company} learns that you are registered. It does not learn what you are looking for, nor your career.`,
      credit: (company) =>
        `${company} may be credited towards being introduced to other people. You neither pay nor receive anything.`,
      optional:
        'Linking is your choice. If you do not, your registration goes on as it is. It has no bearing on this result or on later applications.',
    },
    consentHeading: (company) => `Your choices about ${company}`,
    consentLead:
      'You choose separately for each purpose. Everything starts at “no”, and you can link the mail without consenting to any of them. Withdraw at any time under “Consents”; it takes effect at once.',
    submit: 'Link it to my registration',
    notNow: 'Go to my registration without linking',
    doneTitle: 'Linked to your registration',
    done: (company) =>
      `The mail of ${company} is linked to your registration. A receipt for each consent you gave is on its way by mail.`,
    toProfile: 'See your registration',
  },
}
