import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonLook, type Kind } from './button'

/** A link that looks like a button: for the next step of a page. */
export function ButtonLink({ kind, className = '', ...rest }: ComponentProps<typeof Link> & { kind?: Kind }) {
  return <Link className={`${buttonLook(kind)} ${className}`} {...rest} />
}
