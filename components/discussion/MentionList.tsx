import { discussion as words } from '../words/discussion'

interface MentionListProps {
  id: string
  offered: readonly string[]
  current: number
  choose(name: string): void
}

/** The people that can be mentioned by what is typed; the keys stay with the field above. */
export function MentionList({ id, offered, current, choose }: MentionListProps) {
  return (
    <>
      <p role="status" className="sr-only">
        {offered.length > 0 ? words.offered(offered.length) : ''}
      </p>
      {offered.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label={words.people}
          className="max-h-64 overflow-y-auto rounded-md border border-edge bg-surface py-1"
        >
          {offered.map((name, place) => (
            <div
              key={name}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === current}
              className={`flex min-h-11 cursor-pointer items-center px-3 sm:min-h-9 ${place === current ? 'bg-accent-soft' : ''}`}
              // Before the field loses the focus, which closes the list.
              onMouseDown={(event) => {
                event.preventDefault()
                choose(name)
              }}
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
