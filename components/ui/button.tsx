import type { MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

type Look = {
  kind?: 'primary' | 'second' | 'warning'
  small?: boolean
  icon?: IconName
  className?: string
  children: ReactNode
}

function lookOf({ kind = 'primary', small, className }: Look) {
  return classNames('button', kind !== 'primary' && kind, small && 'small', className)
}

export type ButtonLinkProps = Look & { href: string; id?: string; download?: boolean }

export function ButtonLink({ href, id, download, ...look }: ButtonLinkProps) {
  return (
    <a className={lookOf(look)} href={href} id={id} download={download}>
      {look.icon ? <Icon name={look.icon} /> : null}
      {look.children}
    </a>
  )
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  id?: string
  disabled?: boolean
  formAction?: string | ((form: FormData) => void | Promise<void>)
  formNoValidate?: boolean
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
}

/** One primary button on a page; its words are a verb. */
export function Button({ type = 'submit', kind, small, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={lookOf({ kind, small, className, children })} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}
