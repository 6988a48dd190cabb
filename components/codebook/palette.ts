/** Colours of Okabe & Ito (2008), told apart with every kind of colour vision; a pattern comes on top. */
export const palette = [
  { name: 'blue', hex: '#0072b2' },
  { name: 'vermilion', hex: '#d55e00' },
  { name: 'green', hex: '#009e73' },
  { name: 'pink', hex: '#cc79a7' },
  { name: 'orange', hex: '#e69f00' },
  { name: 'sky blue', hex: '#56b4e9' },
  { name: 'yellow', hex: '#f0e442' },
  { name: 'grey', hex: '#6b6b6b' },
] as const
