import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

export type SearchBoxProps = {
  id: string
  label: string
  value?: string
  big?: boolean
  action: string
  hideLabel?: boolean
  children?: ReactNode
}

/** A search form that works without scripts. `children` go inside the form: hidden fields that keep the filters. */
export function SearchBox({ id, label, value, big, action, hideLabel, children }: SearchBoxProps) {
  return (
    <search>
      <form className="searchform" action={action} method="get">
        <label htmlFor={id} className={classNames(hideLabel && 'vh')}>
          {label}
        </label>
        <div className={classNames('searchbox', big && 'big')}>
          <input id={id} name="q" type="search" defaultValue={value} autoComplete="off" />
          <button className="button" type="submit">
            {big ? <Icon name="search" /> : null}
            Search
          </button>
        </div>
        {children}
      </form>
    </search>
  )
}
