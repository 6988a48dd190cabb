/** Texts of the list of keys. */
export const keysTexts = {
  native: [
    ['Arrows', 'Caret by character and line'],
    ['Ctrl+← Ctrl+→', 'Caret by word (on a Mac with Alt)'],
    ['Home, End', 'Caret to the start or end of the line; with Ctrl of the text'],
    ['Shift with any of these', 'Select up to there'],
    ['Tab', 'To the next button or field, also to the edge of the chosen annotation'],
  ] as const,
  nativeTitle: 'In the text, by the browser',
  codes: 'Codes',
  codesHint: 'A code’s key codes the selected words, or changes the code of the chosen annotation.',
  oneKey: 'Keys of one character alone',
  oneKeyHint: (stroke: string) =>
    `Switch them off when you dictate, or when a slip of the hand must not code.${stroke && ` ${stroke} finds codes then.`}`,
  none: 'no key',
  takenBy: (label: string) => `its key is taken by ${label}`,
  change: 'Change',
  changeOf: (label: string) => `Change the keys of: ${label}`,
  done: 'Done',
  newKey: 'New key',
  addKey: 'Add a key',
  noKey: 'No key',
  reset: 'Usual key',
  press: 'Press the keys now. Esc leaves it as it is.',
  refused: (stroke: string) => `${stroke} belongs to the browser or the system. Choose another one.`,
  full: 'It has four keys already. Choose a new key instead.',
  taken: (stroke: string, label: string) => `${stroke} was the key of “${label}”, which has it no more.`,
  codeTaken: (stroke: string, label: string) =>
    `${stroke} was the key of the code “${label}”. It codes no more; give that code another key.`,
  set: (stroke: string) => `Key: ${stroke}`,
} as const
