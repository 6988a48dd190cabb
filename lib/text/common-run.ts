const singleSpaced = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** Every stretch of so many code points of a text, from its beginning on. */
function* runsOf(text: string, length: number): Generator<string> {
  const characters = Array.from(text)
  if (characters.length < length) return
  let run = characters.slice(0, length).join('')
  yield run
  for (const [place, character] of characters.slice(length).entries()) {
    run = run.slice(characters[place]?.length) + character
    yield run
  }
}

/**
 * Whether two texts have a stretch of so many code points in common. White space counts as one space, however much of it
 * there is and of whatever kind, so that a broken line or a doubled space makes nothing another text.
 */
export function haveCommonRun(one: string, other: string, length: number): boolean {
  const runs = new Set(runsOf(singleSpaced(one), length))
  if (runs.size === 0) return false
  for (const run of runsOf(singleSpaced(other), length)) if (runs.has(run)) return true
  return false
}
