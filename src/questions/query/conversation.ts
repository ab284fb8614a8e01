import { z } from 'zod'
import { querySchema } from './query.ts'

const texts = z.array(z.string()).readonly()

/** An answer to a question back: the words it settles (null: words were missing) and what was chosen. */
const choice = z
  .object({
    slot: z.enum(['metric', 'agency', 'year']),
    written: z.string().nullable(),
    chosen: texts,
  })
  .readonly()
export type Choice = z.infer<typeof choice>

const open = z
  .object({
    /** The question that could not be answered yet, as typed. */
    question: z.string(),
    slot: z.enum(['metric', 'agency', 'year']),
    options: texts,
    written: z.string().nullable(),
    /** All options may be asked for together (都要). */
    together: z.boolean().default(true),
    /** Questions back about it that were answered before. */
    choices: z.array(choice).readonly(),
  })
  .readonly()
/** A question back that waits for its answer. */
export type OpenQuestion = z.infer<typeof open>

/** What is remembered of one asker in one conversation, checked where it comes back from a store. */
export const conversationSchema = z
  .object({
    /** The last query that was read, whether or not it had a figure. */
    last: querySchema.nullable(),
    /** It used the reporting year by 本年 or by no word: then 去年 is counted from it. */
    byDefault: z.boolean(),
    open: open.nullable(),
    /** Questions that the last reply offered instead of one it did not understand: 是 asks the first, 2 the second. */
    offered: texts.default([]),
  })
  .readonly()
export type Conversation = z.infer<typeof conversationSchema>

/** Nothing was said yet. */
export const newConversation: Conversation = { last: null, byDefault: false, open: null, offered: [] }
