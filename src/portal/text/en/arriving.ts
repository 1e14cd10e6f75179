import type { PortalText } from '../text.ts'

export const arriving: PortalText['arriving'] = {
  landing: {
    title: 'A page for you alone',
    lead: 'This link was made for the person to whom the mail was sent.',
    nothingShown: 'This page shows no personal information. Opening it has registered nothing and changed nothing.',
    next: 'When you press “Continue” you will see who wrote to you and what is known about you. Nothing is registered and no consent is given until you choose so yourself.',
    nextNotMe: 'Going on leads to the page that stops these mails.',
    continue: 'Continue',
    shared: 'On a shared computer or phone, please press “Close this session” when you have finished.',
  },
  neutral: {
    title: 'This link does not open a page',
    lead: 'It may have expired, have been used already, or be incomplete.',
    reassure:
      'You have done nothing wrong. Neither the result of your application nor the information we hold is affected.',
    tryWhole: 'If the link in the mail is broken over two lines, please copy the whole of it into the address bar.',
    again: 'Send me another link',
  },
  lost: {
    title: 'Have your link sent again',
    lead: 'Please enter the mail address at which we wrote to you. If there is a link we can send, it will be on its way.',
    email: 'Mail address',
    send: 'Send',
    doneTitle: 'Thank you',
    done: 'If there is a link for the address you entered, a mail will arrive within a few minutes.',
    doneNeutral:
      'To protect personal information, everybody sees this same answer, whether an address is known or not.',
    doneWait:
      'We send one mail in 15 minutes and five in a day; the newest link that you have goes on working. If nothing has arrived after about 15 minutes, please look in your spam folder, then write to the contact below.',
  },
  code: {
    askTitle: 'Making sure that it is you',
    ask: (email) => `Press “Send me a code” and we will send a 6-digit code to ${email}.`,
    send: 'Send me a code',
    askHint: 'Please read the code in your mail and enter it on the next page. You are asked once per visit.',
    title: 'Enter your code',
    lead: (email) => `To make sure that it is you, we have sent a 6-digit code to ${email}.`,
    why: 'We ask for it before important information is shown or changed.',
    label: 'Code (6 digits)',
    hint: 'It is valid for 10 minutes after it was sent.',
    left: (attempts) => (attempts === 1 ? 'You can try once more.' : `You can try ${attempts} more times.`),
    submit: 'Confirm',
    resend: 'Send another code',
    resendHint:
      'If it has not arrived, please look in your spam folder too. A second code makes the first one invalid.',
    resendFrom: (time) => `Another code can be sent from ${time}.`,
    resent: 'Another code has been sent.',
  },
  notMe: {
    title: 'This is not me',
    lead: 'A mail meant for somebody else may have reached you. We are sorry for the trouble.',
    explain:
      'Press the button below and we will send nothing more about this matter, and a person will check the address. You need not tell us who you are.',
    noLink:
      'Enter the address at which the mails arrive. We send a link that stops them to that address. You can also open the personal link of the mail you have, and come to this page from there.',
    email: 'Address at which they arrive',
    emailHint: 'The link goes to whoever reads that address alone, so that nobody stops the mails of somebody else.',
    send: 'Send me the link that stops them',
    askedTitle: 'Thank you',
    asked: 'If we can send anything to that address, a link that stops the mails arrives within a few minutes.',
    otherwise: 'If no link arrives, reply to the mail, or write to the address below.',
    to: 'Address',
    message: 'Anything to add (you may leave this empty)',
    submit: 'Tell us it is not for me',
    doneTitle: 'Thank you for telling us',
    done: 'We have stopped mails about this matter, and a person will check the address. Please delete the mail you received.',
  },
  unreachable: {
    title: 'I cannot reach this address any more',
    lead: 'Tell us where we can reach you. A person will first make sure that it is you, and then explain how to change over.',
    safe: 'Until then nothing that is registered changes, and no personal information goes to the address you give here.',
    oldEmail: 'The address you used before',
    newEmail: 'The address you use today',
    message: 'Something that helps us check, such as the company you applied to',
    submit: 'Send to a person',
    doneTitle: 'Thank you',
    done: 'A person will look into it and write to your present address within 3 business days.',
  },
  unsubscribe: {
    title: 'Stop these mails',
    lead: 'Press “Stop” and we will send you no more mails of this kind.',
    stays: 'Results of selections, codes and receipts for what you do here will still be sent.',
    submit: 'Stop',
    doneTitle: 'Stopped',
    done: 'You will receive no more mails of this kind. One that is already on its way may still arrive.',
    undo: 'This was a mistake: send them again',
    undoneTitle: 'Taken back',
    undone: 'You will receive these mails as before. You can stop them at any time by the link in a mail.',
  },
  limit: {
    until: (time) => `It works again from ${time}.`,
    sooner: 'If you cannot wait, have a new personal link mailed to your own address below: it works at once.',
    passkey: 'If you added a passkey, you can come in here at once',
  },
  failure: {
    requestId: 'Reference',
    where: (field) => `Where: ${field}`,
    elsewhere: 'a choice, or the address of this page',
    requestHint: 'If you write to us, this reference lets us find quickly what happened.',
    kinds: {
      notFound: {
        title: 'There is no such page',
        text: 'The address may have changed or contain a slip. Please try again from the link in your mail.',
      },
      sessionOver: {
        title: 'This session has ended',
        text: 'For your safety a session ends after 30 minutes without use, and when it is ended from another screen. Nothing that you saved is lost. Please open the link in your mail once more.',
      },
      modeForbids: {
        title: 'This is not available at present',
        text: 'The relay, which connects you with other employers, is shut for this company. Nothing about you leaves this company. You can still see your application, review and withdraw consents, and export or erase what is held.',
      },
      relayOff: {
        title: 'The relay takes no registrations at the moment',
        text: 'Nobody runs the relay here at the moment, so you cannot register. Nothing we hold goes to any other company. Your application, the export and the erasure of your data are there as before.',
      },
      alreadyDone: {
        title: 'This has already been done',
        text: 'Nothing is ever done twice. You can see the present state on the page it belongs to.',
      },
      changed: {
        title: 'Something has changed meanwhile',
        text: 'A change was made elsewhere, so we did not carry this out. Please look at the present state and try again.',
      },
      ended: {
        title: 'This can no longer be answered',
        text: 'The time to answer is over, it was answered already, or the other side took it back, so nothing was done. What we hold is unchanged; each page says how things stand.',
      },
      erased: {
        title: 'Your data has been erased',
        text: 'It was erased, as was asked for, so there is nothing left to do this with. You need do nothing more. If you did not expect it, please write to the contact below.',
      },
      unfit: {
        title: 'We could not take what you sent',
        text: 'One of the boxes holds something that cannot be taken. Nothing was changed. Please go back, look at what you entered, and send it again.',
      },
      unreadable: {
        title: 'We could not read what was sent',
        text: 'The connection may have broken off, or it was not sent from this page. Nothing was changed. Please open the page before again and try once more.',
      },
      tooLarge: {
        title: 'What you sent is too large',
        text: 'It is beyond what can be taken, so nothing was changed. Please go back and shorten the text, or choose a smaller file.',
      },
      notAllowed: {
        title: 'This cannot be done here',
        text: 'As things stand, this page cannot do it. Nothing was changed. For what you need, please write to the contact below.',
      },
      notReachable: {
        title: 'We do not write to this address at the moment',
        text: 'Mails came back from it, or somebody asked us to stop, so nothing was sent. Everything else is unchanged. If your address has changed, tell us by “I cannot reach this address any more” below.',
      },
      questionsSpent: {
        title: 'No more questions can be sent',
        text: 'You have asked as many questions about this introduction as can be sent. They and their answers stand on its page, where you can answer until the day it names.',
      },
      busy: {
        title: 'Many people are here at the moment',
        text: 'We cannot take it right now. Nothing was changed. Please try again in a few minutes.',
      },
      formTooOld: {
        title: 'Please open the page again',
        text: 'The page had been open for long, so for your safety we did not accept this. Nothing has been changed.',
      },
      tooMany: {
        title: 'Please try again a little later',
        text: 'There were many attempts within a short time, so for your safety we have stopped for a while. Nothing about you has changed.',
      },
      codesSpent: {
        title: 'No more codes for this visit',
        text: 'We send at most five codes in one visit. Please open the link from your mail again, or have a new link mailed to you.',
      },
      character: {
        title: 'There is a character that cannot be used',
        text: 'It holds an invisible or a broken character, so we could not keep it. Nothing has been changed. Please go back one page and enter it again.',
      },
      broken: {
        title: 'We could not show this page',
        text: 'Something is wrong on our side, and we are sorry. It is not your doing, and nothing was half-changed.',
      },
    },
  },
}
