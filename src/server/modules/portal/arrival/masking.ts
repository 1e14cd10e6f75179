/** An address with most of its letters hidden: `h•••@mail.example`. */
export function maskedMail(mail: string): string {
  const at = mail.lastIndexOf('@')
  return at < 1 ? '•••' : `${mail.slice(0, 1)}•••${mail.slice(at)}`
}
