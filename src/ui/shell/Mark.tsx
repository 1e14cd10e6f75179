/** The sash over a shoulder: the sign of the house. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#1d2530" />
      <path d="M0 23.5 23.5 0H30a2 2 0 0 1 2 2v6.5L8.5 32H2a2 2 0 0 1-2-2Z" fill="#d0553a" />
      <path d="M0 23.5 4.2 19.3 12.7 27.8 8.5 32H2a2 2 0 0 1-2-2Z" fill="#bb3f26" />
      <circle cx="22.6" cy="22.6" r="3.1" fill="#f3f5f8" />
    </svg>
  )
}
