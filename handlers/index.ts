import type { Handler } from '../src/bot.ts'
import { answerQuestion } from './answer-question.ts'
import { answerWhichReport } from './answer-which-report.ts'
import { answerThanks } from './answer-thanks.ts'
import { askUpload } from './ask-upload.ts'
import { bindGroup } from './bind-group.ts'
import { checkReport } from './check-report.ts'
import { decline } from './decline.ts'
import { openSandbox } from './open-sandbox.ts'
import { refuseFiles } from './refuse-files.ts'
import { showFormat } from './show-format.ts'
import { showHelp } from './show-help.ts'

/** What the bot does in a chat, in order of precedence: the first that accepts a message gets it. */
export const handlers: readonly Handler[] = [
  bindGroup,
  checkReport,
  refuseFiles,
  askUpload,
  openSandbox,
  answerWhichReport,
  answerThanks,
  showFormat,
  showHelp,
  answerQuestion,
  decline,
]
