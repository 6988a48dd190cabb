/** The articles of a language that are words of their own, in lower case. */
interface Articles {
  words: ReadonlySet<string>
  /** Those that lose their vowel before one, up to the apostrophe: l' */
  elided: ReadonlySet<string>
}

const listed = (words: string, elided = ''): Articles => ({
  words: new Set(words.split(' ')),
  elided: new Set(elided.split(' ').filter((word) => word !== '')),
})

const none: Articles = { words: new Set(), elided: new Set() }

/**
 * By the language of the text. Articles that are written together with their noun (Arabic, Hebrew, the definite ones of
 * the Scandinavian languages, Romanian and Bulgarian) are part of the word and none of these.
 */
const byLanguage: ReadonlyMap<string, Articles> = new Map([
  ['en', listed('the a an')],
  ['de', listed('der die das den dem des ein eine einen einem einer eines')],
  ['fr', listed('le la les un une des du', 'l')],
  ['es', listed('el la los las lo un una unos unas')],
  ['it', listed('il lo la i gli le un uno una', 'l gl un')],
  ['pt', listed('o a os as um uma uns umas')],
  ['ca', listed('el la els les un una uns unes', 'l')],
  ['gl', listed('o a os as un unha uns unhas')],
  ['nl', listed('de het een')],
  ['af', listed('die')],
  ['da', listed('en et den det de')],
  ['nb', listed('en ei et den det de')],
  ['nn', listed('ein ei eit den det dei')],
  ['no', listed('en ei et den det de')],
  ['sv', listed('en ett den det de')],
  ['ro', listed('un o unui unei niște')],
  ['hu', listed('a az egy')],
  ['el', listed('ο η το οι τα τον την του της των τους τις στο στη ένας μια μία ένα')],
  ['eo', listed('la')],
  ['ga', listed('an na')],
  ['cy', listed('y yr')],
])

/** @param language BCP 47 tag; of an unknown language there are no articles */
export function articlesOf(language: string): Articles {
  const [primary = ''] = language.toLowerCase().split('-')
  return byLanguage.get(primary) ?? none
}
