import styles from './-duplicates.module.css'

/** The key that does what its button does; the list of keys names it to those who do not see it. */
export const Key = ({ children }: { children: string }) => (
  <kbd className={styles.key} aria-hidden="true">
    {children}
  </kbd>
)
