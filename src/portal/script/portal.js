// Everything on these pages works without this file; it only spares the reader a little trouble.

/** Keeps an impatient second press from posting twice; the server would refuse the second one anyway. */
function holdSubmitButtons() {
  document.addEventListener('submit', (event) => {
    const target = event.target
    if (!(target instanceof HTMLFormElement)) return
    if (target.dataset['sent'] === 'yes') {
      event.preventDefault()
      return
    }
    target.dataset['sent'] = 'yes'
    target.setAttribute('aria-busy', 'true')
  })
  // A page that comes back from the history must be usable again.
  globalThis.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form')) {
      delete form.dataset['sent']
      form.removeAttribute('aria-busy')
    }
  })
}

/** Leads readers of screen readers and small screens to what has to be mended. */
function focusProblems() {
  document.getElementById('problems')?.focus()
}

/** Takes a code as people paste it: full-width digits, spaces and hyphens. */
function tidyCode() {
  const box = document.querySelector('input[name=code]')
  box?.addEventListener('change', () => {
    box.value = box.value.normalize('NFKC').replaceAll(/[\s-]/g, '')
  })
}

/** The link at the top of a page leads to the menu at its end, and opens it. */
function openMenu() {
  document.querySelector('.to-menu')?.addEventListener('click', () => {
    document.querySelector('#menu details').open = true
  })
}

/** Asks before a half-filled form is left behind. */
function guardTyping() {
  let typed = false
  document.addEventListener('input', () => {
    typed = true
  })
  document.addEventListener('submit', () => {
    typed = false
  })
  globalThis.addEventListener('beforeunload', (event) => {
    if (typed && document.querySelector('textarea')) event.preventDefault()
  })
}

/** Bytes as the server writes them (base64url), and back. */
const fromText = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const named = (list) => list?.map((one) => ({ ...one, id: fromText(one.id) }))

/** What both answers of a device begin with. */
const headOf = ({ id, rawId, type, authenticatorAttachment }) => ({
  id,
  rawId: toText(rawId),
  type,
  authenticatorAttachment,
  clientExtensionResults: {},
})

/** Asks the device to make a passkey; answers what the server checks. */
async function madePasskey(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: fromText(options.challenge),
      user: { ...options.user, id: fromText(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    },
  })
  const { clientDataJSON, attestationObject } = made.response
  return {
    ...headOf(made),
    response: {
      clientDataJSON: toText(clientDataJSON),
      attestationObject: toText(attestationObject),
      transports: made.response.getTransports?.() ?? [],
    },
  }
}

/** Asks the device to answer with a passkey. */
async function usedPasskey(options) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: fromText(options.challenge),
      allowCredentials: named(options.allowCredentials),
    },
  })
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response
  return {
    ...headOf(used),
    response: {
      clientDataJSON: toText(clientDataJSON),
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: toText(userHandle ?? new ArrayBuffer(0)),
    },
  }
}

/** Shows the forms of passkeys where the browser knows them, and fills in what the device answered before they are sent. */
function offerPasskeys() {
  if (!globalThis.PublicKeyCredential) return
  for (const box of document.querySelectorAll('input[data-passkey]')) {
    const offer = box.closest('.passkey')
    const form = box.form
    const failed = offer.querySelector('.problem')
    offer.hidden = false
    offer.nextElementSibling.hidden = true
    form.addEventListener('submit', async (event) => {
      if (box.value !== '') return
      event.preventDefault()
      failed.hidden = true
      const options = JSON.parse(box.dataset['options'])
      try {
        const answer = await (box.dataset['passkey'] === 'create' ? madePasskey(options) : usedPasskey(options))
        box.value = JSON.stringify(answer)
        delete form.dataset['sent']
        form.requestSubmit()
      } catch {
        // The person changed their mind, or the device has none: both are told alike by the browser.
        delete form.dataset['sent']
        form.removeAttribute('aria-busy')
        failed.hidden = false
      }
    })
  }
}

holdSubmitButtons()
offerPasskeys()
focusProblems()
tidyCode()
openMenu()
guardTyping()
