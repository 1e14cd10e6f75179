import type { PortalText } from '../text.ts'

export const passkeys: PortalText['passkeys'] = {
  heading: 'Passkeys',
  lead: 'Open your pages with a finger, your face or the lock of your device, without a link or a code by mail. You need not have one: personal links and codes go on working.',
  none: 'You have no passkey.',
  unnamed: 'A passkey without a name',
  added: (time) => `Added: ${time}`,
  used: (time) => `Last used: ${time}`,
  unused: 'Not used yet',
  remove: 'Remove',
  name: 'Name of the device',
  nameHint: 'For example: my phone',
  add: 'Add a passkey of this device',
  unsupported:
    'This browser cannot use passkeys (JavaScript is off, or it is too old). Use the personal link from your mail.',
  cancelled: 'The passkey was not used. Please try again.',
  done: {
    added: 'The passkey is added. Next time, use “Sign in with a passkey”.',
    removed: 'The passkey is removed and opens nothing any more.',
    refused: 'The passkey was not added: too much time passed, or it is here already. Please try again.',
    tooMany: 'You may have ten passkeys. Remove one that you no longer use first.',
  },
  signIn: {
    title: 'Sign in with a passkey',
    lead: 'If you added a passkey, you can open your pages here without a link from a mail.',
    go: 'Sign in with a passkey',
    refused: 'This passkey did not sign you in. Try again, or have a personal link mailed to you.',
    otherwise: 'If you have no passkey, or not the device with you, use a personal link.',
    link: 'Send me a link',
    offer: 'Sign in with a passkey, if you added one',
  },
}
