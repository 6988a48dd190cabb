/** Letters of the scripts that run from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/**
 * The direction in which a text is read: that of most of its letters, since an Arabic article may well open with a
 * Latin name; with as many of both, that of the first letter. A text without letters reads from left to right.
 */
export function guessDirection(text: string): 'ltr' | 'rtl' {
  let balance = 0
  let first = 0
  for (const character of text) {
    if (!/\p{L}/u.test(character)) continue
    const step = rightToLeft.test(character) ? 1 : -1
    balance += step
    first ||= step
  }
  return (balance || first) > 0 ? 'rtl' : 'ltr'
}
