/** Finding words in the article. */
export const findTexts = {
  label: 'Find in the article',
  next: 'Next place',
  previous: 'Previous place',
  close: 'Close, and select the words found',
  found: (at: number, all: number, isCut: boolean) =>
    all === 0 ? 'Not in this article' : `${at} of ${all.toLocaleString('en')}${isCut ? ' or more' : ''}`,
  command: 'Find words in the article',
  uncoded: 'Next sentence without a code',
  allCoded: 'No sentence without a code follows.',
  nextArticle: 'Next article',
  previousArticle: 'Previous article',
} as const
