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
  underCorrection: {
    open: (number, due) => `Correction asked for (reference ${number}, answered by ${due})`,
    refused: 'The correction you asked for was refused',
  },
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
    LINK: {
      text: (service, company) =>
        `You are registered with ${service} already. You can link the mail of ${company} to your registration; whether you do has no bearing on this result or on any later application.`,
      go: 'Link it to my registration',
    },
    free: 'You are free to register or not. It has no bearing on this result or on any later application.',
  },
  correction: {
    title: (field) => `Correct an entry: ${field}`,
    lead: (company) =>
      `This is a request for correction under the Act on the Protection of Personal Information: ${company} answers within 14 days. Until then what you enter stands as your own word, in preference to what was there. If it is refused, you are told why, and the entry goes back to what it was.`,
    present: 'As it stands',
    right: 'As it should be',
    remove: 'Please delete this entry',
    note: 'Anything to add',
    submit: 'Send the correction',
  },
  profile: {
    title: 'Profile',
    lead: 'This is what you registered with the relay. Employers do not learn your name or how to reach you until you say yes to an introduction.',
    edit: 'Change',
    editTitle: 'Change your profile',
    saved: 'Your changes are saved.',
    notListed:
      'Your profile is shown to no employer at present, so no introduction can reach you. Check whether you agree to have it shown, and how you say you are looking for work.',
    toConsents: 'Check or change what you agreed to',
    expires: (date) => `This profile is shown until ${date}. Before that we will ask whether you wish to continue.`,
    empty: 'Not filled in',
  },
}
