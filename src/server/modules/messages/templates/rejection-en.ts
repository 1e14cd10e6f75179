import type { LetterWords } from './rejection.ts'

const greeting = 'Dear {{person.name}},'

export const rejectionEn: LetterWords = {
  subject: 'Your application to {{company.name}}',
  opening: {
    DOCUMENT: `${greeting}

Thank you for applying to us for the position “{{opening.title}}”.

We have read your application with care. We are sorry to tell you that we will not be taking it further this time.`,
    INTERVIEW: `${greeting}

Thank you for taking the time to talk with us about the position “{{opening.title}}”, for preparing for it and for speaking openly.

After careful discussion we have decided not to go on to the next step. We are sorry that this is not the answer you were hoping for.`,
    FINAL: `${greeting}

Thank you for going all the way to the last step of the selection for “{{opening.title}}”, and for giving us your time again and again.

We weighed the decision to the end. We are truly sorry to tell you that we will not be making you an offer this time.`,
  },
  respect:
    'This result is about what this one position asks for. It is no judgement on your experience or on you as a person.',
  offer: {
    IN_HOUSE: `■ Our talent pool (if you wish)

If you tell us in a minute or two what you are looking for, we can let you know when an opening suits you.

・No other company receives what you tell us.
・Whether you register has no bearing on later applications.
・You can change your entries or leave at any time.`,
    INFO_PROVISION: `■ Where to go from here (if you wish)

To people we could not hire we offer “{{service.name}}”, run by {{operator.name}}: you send the information you choose to the employers you choose.

・You decide alone who receives what.
・Registering is your choice and costs nothing.
・Whether you register has no bearing on later applications to us.`,
    PLACEMENT: `■ Where to go from here (if you wish)

To people we could not hire we offer “{{service.name}}”, run by {{operator.name}}: other employers can ask to be introduced to you.

・They do not learn your name or how to reach you until you say yes to an introduction.
・Registering is your choice and costs nothing.
・Whether you register has no bearing on later applications to us.`,
  },
  link: 'This link is for you alone (valid until {{link.expires}}). There you can also see and correct what we hold about you. Opening it registers nothing.',
  closing: `Thank you once more for your interest in us. We sincerely hope that you find the right place.

{{contact}}
{{company.name}}`,
  button: { IN_HOUSE: 'About the talent pool', INFO_PROVISION: 'See what this is', PLACEMENT: 'See what this is' },
}
