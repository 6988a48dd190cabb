'use client'

import { type ComponentProps, useState } from 'react'
import { Discussion } from './Discussion'

/** A discussion that is read when somebody opens it. */
export function DiscussionFold({ title, ...asked }: { title: string } & ComponentProps<typeof Discussion>) {
  const [wasOpened, setOpened] = useState(false)
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent sm:min-h-10">{title}</summary>
      <div className="mt-2 mb-4">{wasOpened && <Discussion {...asked} headless />}</div>
    </details>
  )
}
