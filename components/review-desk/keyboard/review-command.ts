import type { Command } from '../../coding-desk/commands/command'
import type { Review } from '../use-review'

/** Something the reviewer can ask the desk to do. */
export type ReviewCommand = Command<Review>
