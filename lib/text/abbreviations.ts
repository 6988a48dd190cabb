/**
 * Words whose full stop need not end a sentence, in lower case and without their last stop. Short on purpose: what is
 * missing here makes one sentence too many in a text, which a coder hardly notices.
 */

const list = (words: string) => new Set(words.split(' '))

/** Always followed by more of the same sentence: titles, "e.g." and the like. */
export const neverLast = list(
  'mr mrs ms mx dr prof rev hon gen col lt cmdr capt sgt maj adm gov sen rep pres sec supt messrs mt ft st ' +
    'vs e.g i.e cf viz approx esp incl resp bzw ca z.b d.h u.a s.o hr fr frl dipl ing sr sra dña mme mlle mgr',
)

/** Abbreviations only when a number follows: "No. 5", "p. 12", "Jan. 3". */
export const beforeNumber = list(
  'no nos nr p pp pg fig figs vol vols ch chap art arts para para sect § eq ex ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec c circa',
)

/** May stand inside a sentence or at its end; the next word decides. */
export const eitherWay = list('inc ltd co corp llc plc bros jr esq dept univ assn bldg')

/** English words that, capitalised after such an abbreviation, begin a new sentence. */
export const sentenceStarters = list(
  'the a an this that these those he she it they we i you his her its their our my your there here when while after ' +
    'before since although though but and or so yet still however meanwhile moreover furthermore instead then now ' +
    'later today yesterday in on at by for from with without as if once because despite during what who why how ' +
    'where which some many most several few all both each no not only even',
)
