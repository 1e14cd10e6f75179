import type { PortalText } from '../text.ts'

export const known: PortalText['known'] = {
  title: 'Your application and your data',
  lead: (name, company) => `Dear ${name}, this is what ${company} holds about you in connection with your application.`,
  leadMember: (name) => `Dear ${name}, this is what is held about you.`,
  applicationHeading: 'Your application and its result',
  opening: 'Position',
  appliedOn: 'Applied on',
  stage: 'Stage',
  result: 'Result',
  decidedOn: 'Decided on',
  thanks: 'Thank you for the time you gave to this selection.',
  erasing: {
    accepted: (date, number) => `On ${date} we accepted your request to erase your data (no. ${number}).`,
    due: (date) => `You hear the result by ${date}. Until the data is erased, this page shows what is held.`,
    underWay: 'The erasure is under way. Until the data is erased, this page shows what is held.',
    toRequests: 'What became of your requests',
  },
  fieldsHeading: 'What is held about you',
  fieldsLead: 'Each entry says where it came from and when. If something is not true, tell us with “This is wrong”.',
  source: (source, date) => `${source}, as of ${date}`,
  unconfirmed: 'Unconfirmed',
  wrong: 'This is wrong',
  wrongFor: (field) => ` (${field})`,
  toRequests: 'Ask for disclosure, or that your data is used no more',
  nothingKnown: 'At present nothing is held about you.',
  next: {
    heading: 'What comes next',
    IN_HOUSE: {
      text: (company) =>
        `If you join the talent pool of ${company}, they can tell you when an opening suits your wishes. No other company receives anything.`,
      go: 'About the talent pool',
    },
    RELAY: {
      text: (service) =>
        `If you register with ${service}, other employers can ask to be introduced to you. They do not learn your name until you have said yes.`,
      go: 'About registering',
    },
    free: 'You are free to register or not. It has no bearing on this result or on any later application.',
  },
  correction: {
    title: (field) => `Correct an entry: ${field}`,
    lead: (company) =>
      `What you enter reaches ${company} as coming from you, and is shown in preference to what was there. A person will look into correcting the original record and write to you.`,
    present: 'As it stands',
    right: 'As it should be',
    remove: 'Please do not use this information any more',
    note: 'Anything to add',
    submit: 'Send the correction',
    doneTitle: 'Thank you for the correction',
    done: 'It is recorded as coming from you. If we need to write to you about it, we will do so within two weeks.',
  },
  profile: {
    title: 'Profile',
    lead: 'This is what you registered with the relay. Employers do not learn your name or how to reach you until you say yes to an introduction.',
    edit: 'Change',
    editTitle: 'Change your profile',
    saved: 'Your changes are saved.',
    expires: (date) => `This profile is shown until ${date}. Before that we will ask whether you wish to continue.`,
    empty: 'Not filled in',
  },
}
