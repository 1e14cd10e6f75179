import type { PortalText } from '../text.ts'

export const passport: PortalText['passport'] = {
  certificates: {
    title: 'Certificate of the stage reached',
    lead: 'A signed certificate of how far you came in a selection. You choose what it shows.',
    stage: 'Stage reached',
    occupation: 'Occupation',
    employer: 'Employer',
    period: 'Period',
    name: 'Your name',
    validUntil: 'Valid until',
    choose: 'What the certificate shows',
    chooseHint:
      'The employer and your name are left out unless you choose them. Nobody who receives it can read what you left out.',
    show: 'Make and save the certificate',
    checking: (url) => `Whoever receives it can check at ${url} that it is genuine.`,
    empty:
      'There is no certificate for you at present. One appears where an employer has chosen to issue them and you went as far as an interview.',
  },
  check: {
    title: 'Check a certificate',
    lead: 'Find out whether a certificate of the stage reached is genuine. What you enter is not kept.',
    paste: 'The certificate',
    pasteHint: 'Paste the whole content of the file that you received.',
    submit: 'Check',
    genuine: 'This certificate is genuine',
    genuineNote:
      'The signature is right and nothing was changed. What is not shown, the person has chosen not to show.',
    ranOut: 'The signature is right, but the certificate has run out',
    forged: 'This could not be confirmed',
    forgedNote: 'It was not issued here, or was changed on its way. Please make sure that you have pasted all of it.',
    issued: 'Month of issue',
    shown: 'What it shows',
    nothingShown: 'It shows nothing.',
    key: 'Public key for checking it yourself (JWK)',
  },
  reapply: {
    title: 'When you may apply again',
    lead: 'What each company has laid down for applying again.',
    any: 'There is no waiting time. You may apply for any position whenever you like.',
    now: 'You may apply for any position today.',
    from: (date) => `You may apply for any position from ${date}.`,
    rule: (months) => `${months} months after the last result`,
    last: 'Your last application',
    lastOf: (opening, date) => `${opening} (result: ${date})`,
    empty: 'There are no companies to show.',
  },
}
