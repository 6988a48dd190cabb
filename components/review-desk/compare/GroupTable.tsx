import { useState } from 'react'
import { CodeName } from '../../coding-desk/codes/CodeName'
import { ReadingName } from '../passage/ReadingName'
import { compareTexts as texts } from '../texts/compare-texts'
import type { Review } from '../use-review'
import { ColumnWords } from './ColumnWords'
import type { Group } from './groups'
import { linkRow } from './link-row'
import { memberKey } from './members'
import { attributeRows, partRows, type Row, remarkRows, versionRow } from './rows'
import { Stance } from './Stance'
import type { Voice } from './voices'

interface GroupTableProps {
  review: Review
  group: Group
}

/** Takes an annotation for gold, or leaves it out: while a reading is being accepted. */
function Take({ review, voice }: { review: Review; voice: Voice }) {
  const { draft, canDecide } = review
  const [first] = voice.members
  if (!canDecide || draft.outcome !== 'accept' || !first) return null
  const isTaken = voice.members.some((member) => draft.taken.includes(memberKey(member)))
  const taken = voice.members.find((member) => draft.taken.includes(memberKey(member))) ?? first
  return (
    <label className="mt-1 flex min-h-11 items-center gap-2 font-normal text-sm lg:min-h-7">
      <input
        type="checkbox"
        className="size-4 accent-(--accent)"
        checked={isTaken}
        onChange={() => review.toggleMember(memberKey(taken))}
      />
      {texts.take(voice.name)}
    </label>
  )
}

function ColumnHead({ review, voice }: { review: Review; voice: Voice }) {
  const { view, writing } = review
  const [first] = voice.members
  const code = writing.codes.get(voice.annotation.code)
  const fate = first ? review.fateOf(first) : 'undecided'
  return (
    <th scope="col" className={`is-${fate}`}>
      {voice.members.map(({ name, reading }) => {
        const own = view.readings.find(({ letter }) => letter === reading)
        return (
          <span key={name} className="me-2 inline-flex flex-wrap items-baseline gap-x-2">
            <ReadingName reading={{ letter: name, coder: own?.coder ?? null }} />
            {own && <Stance reading={own} />}
          </span>
        )
      })}
      <span className="block">{code ? <CodeName code={code} /> : voice.annotation.code}</span>
      <Take review={review} voice={voice} />
    </th>
  )
}

function Line({ row, children }: { row: Pick<Row, 'key' | 'label' | 'differs'>; children: React.ReactNode }) {
  return (
    <tr className={`is-${row.key.split(' ')[0]}${row.differs ? ' differs' : ''}`}>
      <th scope="row">
        {row.differs && (
          <span className="differs-sign">
            <span aria-hidden="true">≠</span>
            <span className="sr-only">{texts.differs}: </span>
          </span>
        )}
        {row.label}
      </th>
      {children}
    </tr>
  )
}

function Cells({ row, voices }: { row: Row; voices: readonly Voice[] }) {
  return voices.map((voice, index) => {
    const words = row.cells[index]
    return (
      <td key={voice.name} dir="auto" className="whitespace-pre-wrap">
        {words ?? <span title={texts.notAsked}>—</span>}
      </td>
    )
  })
}

function useRows({ review, group }: GroupTableProps): { words: Row; rows: Row[]; same: Row[] } {
  const { view, writing, slice } = review
  const comparing = { codebook: view.codebook, slice }
  const { voices } = group
  const all = [
    ...attributeRows(voices, comparing),
    ...partRows(voices, comparing),
    ...linkRow(view, group, writing),
    ...versionRow(voices, view.readings),
  ]
  const placesOf = ({ annotation }: Voice) => JSON.stringify(annotation.segments.map(({ start, end }) => [start, end]))
  const words = { key: 'words', label: texts.words, cells: [], differs: new Set(voices.map(placesOf)).size > 1 }
  return {
    words,
    rows: [...all.filter(({ differs }) => differs), ...remarkRows(voices)],
    same: all.filter(({ differs }) => !differs),
  }
}

/** The annotations of a group, column by column; what all agree on is folded away. */
export function GroupTable({ review, group }: GroupTableProps) {
  const { voices, silent } = group
  const [showsSame, setShowsSame] = useState(voices.length === 1)
  const { words, rows, same } = useRows({ review, group })
  const codes = [...new Set(voices.map(({ annotation }) => review.writing.labelOf(annotation.code)))]
  return (
    <div className="grid gap-1">
      {/* Focusable, so that the arrow keys can scroll it sideways. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as said above */}
      <section aria-label={texts.caption(codes.join(', '))} tabIndex={0} className="overflow-x-auto">
        <table className="compare">
          <caption className="sr-only">{texts.caption(codes.join(', '))}</caption>
          <thead>
            <tr>
              <td className="compare-corner" />
              {voices.map((voice) => (
                <ColumnHead key={voice.name} review={review} voice={voice} />
              ))}
              {silent.length > 0 && voices.length > 0 && review.groups.length > 1 && (
                <th scope="col" className="font-normal text-muted">
                  {silent.map((letter) => (
                    <ReadingName key={letter} reading={{ letter, coder: null }} />
                  ))}{' '}
                  {texts.nothing}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            <Line row={words}>
              {voices.map((voice) => (
                <td key={voice.name} dir="auto">
                  <ColumnWords group={group} voice={voice} slice={review.slice} />
                </td>
              ))}
            </Line>
            {rows.map((row) => (
              <Line key={row.key} row={row}>
                <Cells row={row} voices={voices} />
              </Line>
            ))}
            {showsSame &&
              same.map((row) => (
                <Line key={row.key} row={row}>
                  <Cells row={row} voices={voices} />
                </Line>
              ))}
          </tbody>
        </table>
      </section>
      {same.length > 0 && voices.length > 1 && (
        <button
          type="button"
          aria-expanded={showsSame}
          onClick={() => setShowsSame(!showsSame)}
          className="min-h-11 justify-self-start text-accent text-sm underline-offset-4 hover:underline lg:min-h-7"
        >
          {showsSame ? texts.hideSame : texts.same(same.length)}
        </button>
      )}
    </div>
  )
}
