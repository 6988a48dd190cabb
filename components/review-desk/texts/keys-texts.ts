/** Words of the list of keys of the review desk. */
export const keysTexts = {
  deciding: 'Choose an outcome by its number; then the cause by its number; then write the reason. Enter decides.',
  writing:
    'While something is being written, the keys of the coding desk mark words. Ctrl+Enter goes on, Esc leads back.',
  inAnswers: 'While answering',
  answers: [
    ['1', 'Choose the first of the answers in hand, and so on; 0 the tenth'],
    ['Enter', 'Go on to the next question; in the reason: decide'],
    ['Shift+Enter', 'A new line in the reason'],
    ['Escape', 'Back to the outcomes'],
  ],
} as const
