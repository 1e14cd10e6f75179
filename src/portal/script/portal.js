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

holdSubmitButtons()
focusProblems()
tidyCode()
guardTyping()
