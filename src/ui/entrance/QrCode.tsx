import { useMemo } from 'react'
import { encode } from 'uqr'
import styles from './entrance.module.css'

/** A text as a QR code; dark on white in both schemes, because cameras expect it. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { size, data } = useMemo(() => encode(value, { ecc: 'M', border: 0 }), [value])
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#11161d" />
    </svg>
  )
}
