import { activeLine } from '../ui/active-line'
import { discussion as words } from '../words/discussion'
import type { useMentionList } from './use-mention-list'

/** The people that can be mentioned by what is typed; the keys stay with the field above. */
export function MentionList({
  offered,
  active,
  list,
  line,
}: Pick<ReturnType<typeof useMentionList>, 'offered' | 'active' | 'list' | 'line'>) {
  return (
    <>
      <p role="status" className="sr-only">
        {offered.length > 0 ? words.offered(offered.length) : ''}
      </p>
      {offered.length > 0 && (
        <div {...list} className="max-h-64 overflow-y-auto rounded-md border border-edge bg-surface py-1">
          {offered.map((name) => (
            <div
              key={name}
              {...line(name)}
              className={`flex min-h-11 cursor-pointer items-center px-3 sm:min-h-9 ${name === active ? activeLine : ''}`}
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
