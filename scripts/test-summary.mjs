/** Prints one plain line from Jest's JSON results; fails when a test failed, was skipped, or none ran. */
import { readFileSync } from 'node:fs'

const results = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
if (results.numPendingTests > 0) {
  for (const suite of results.testResults) {
    for (const test of suite.assertionResults) {
      if (test.status === 'pending') console.error(`skipped: ${test.fullName}`)
    }
  }
}
console.log(`${results.numPassedTests} passed, ${failed} failed`)
process.exitCode = failed > 0 || results.numPendingTests > 0 || results.numPassedTests === 0 ? 1 : 0
