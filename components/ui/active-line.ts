/** How the active line of a list looks; the outline stays where a system takes colours away. */
export const activeLine = 'bg-accent-soft outline-1 outline-accent -outline-offset-1'
