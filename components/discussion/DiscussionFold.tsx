'use client'

import { type ComponentProps, useState } from 'react'
import { Fold } from '../ui/fold'
import { Discussion } from './Discussion'

/** A discussion that is read when somebody opens it. */
export function DiscussionFold({ title, ...asked }: { title: string } & ComponentProps<typeof Discussion>) {
  const [wasOpened, setOpened] = useState(false)
  return (
    <Fold title={title} onOpen={() => setOpened(true)}>
      {wasOpened && <Discussion {...asked} headless />}
    </Fold>
  )
}
