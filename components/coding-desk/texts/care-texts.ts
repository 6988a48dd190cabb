/** What the desk says about texts that are hard to read. */
export const careTexts = {
  note: {
    title: 'Before you read this article',
    explain: 'You can leave it for another time, or ask the lead to give it to somebody else. No reason is needed.',
    show: 'Show the article',
    back: 'Back to my work',
  },
  pause: {
    offer: (minutes: number) =>
      `You have worked on this article for ${minutes} minutes. A short break is a good idea; everything is kept.`,
    leave: 'Back to my work',
    goOn: 'Keep coding',
  },
} as const
