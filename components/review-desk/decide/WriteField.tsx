import { v7 as newRowId } from 'uuid'
import { Button } from '@/components/ui/button'
import { shortQuote } from '../../coding-desk/annotations/desk-annotations'
import { CodeName } from '../../coding-desk/codes/CodeName'
import { lacksDetails } from '../../coding-desk/questions/required'
import { deskTexts as codingTexts } from '../../coding-desk/texts/desk-texts'
import type { Group } from '../compare/groups'
import type { Voice } from '../compare/voices'
import { deskTexts } from '../texts/desk-texts'
import type { Review } from '../use-review'

const { details: texts } = deskTexts

/** Copies an annotation of a reading as a beginning: what becomes gold is the reviewer's own all the same. */
function startFrom({ writing }: Review, { annotation }: Voice): void {
  const { code, segments, compared } = annotation
  const after = {
    ...{ code, segments: [...segments], attributes: { ...compared }, note: '', unsure: false },
    touched: Object.keys(compared),
  }
  const id = newRowId()
  writing.commit([{ kind: 'annotation', id, before: null, after }])
  writing.choose(id)
}

function Begin({ review, groups }: { review: Review; groups: readonly Group[] }) {
  return (
    <p className="flex flex-wrap gap-2">
      {groups.flatMap(({ voices }) =>
        voices.map((voice) => (
          <Button key={voice.name} className="text-sm sm:min-h-8" onClick={() => startFrom(review, voice)}>
            {texts.startFrom(voice.name)}
          </Button>
        )),
      )}
    </p>
  )
}

/** What was written so far; each can be taken in hand again. */
function Written({ review }: { review: Review }) {
  const { writing, view } = review
  return (
    <ul className="grid">
      {writing.annotations.map((annotation) => {
        const code = writing.codes.get(annotation.value.code)
        return (
          <li key={annotation.id}>
            <button
              type="button"
              aria-current={annotation.id === writing.selectedId}
              onClick={() => writing.pick(annotation.id)}
              className="flex min-h-11 w-full min-w-0 flex-wrap items-baseline gap-x-2 rounded-md px-2 py-1 text-start text-sm hover:bg-sunken aria-[current=true]:bg-accent-soft lg:min-h-7"
            >
              {code ? <CodeName code={code} /> : annotation.value.code}
              <span dir="auto" className="min-w-0 truncate font-serif text-muted">
                {shortQuote(writing.quoteOf(annotation), 60)}
              </span>
              {lacksDetails(view.codebook, annotation.value) && (
                <span className="text-warning">{codingTexts.panel.missing}</span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What is being written with the coding desk's tools, and where one can begin. */
export function WriteField({ review }: { review: Review }) {
  const { writing, groups } = review
  return (
    <div className="grid gap-1.5">
      <p className="text-sm">
        <span className="font-semibold">{texts.write}</span>{' '}
        <span className="text-muted">{texts.written(writing.annotations.length)}</span>
      </p>
      {writing.annotations.length === 0 ? (
        <>
          <p className="text-muted text-sm">{texts.writeHint}</p>
          <Begin review={review} groups={groups} />
        </>
      ) : (
        <Written review={review} />
      )}
    </div>
  )
}
