/** How much one person, or everybody in one group, may send. */
export interface Share {
  readonly filesPerHour: number
  readonly questionsPerMinute: number
}

export interface Limits {
  readonly person: Share
  readonly group: Share
  /**
   * Files beyond an hour's share are kept and read in the hours after it, so many hours' worth in all; what is beyond
   * that is refused.
   */
  readonly hoursOfFiles: number
  /** Waiting files beyond which people are told that it takes longer. */
  readonly waitingFiles: number
}

const groupShare: Share = { filesPerHour: 300, questionsPerMinute: 300 }

/** The limits of operations, “Input limits”; a group is a person ten and five times over. */
export const standardLimits: Limits = {
  person: { filesPerHour: 30, questionsPerMinute: 60 },
  group: groupShare,
  hoursOfFiles: 3,
  waitingFiles: 500,
}

/** A coordinator hands in for a whole district: as much as a group. */
export const coordinatorLimits: Limits = { ...standardLimits, person: groupShare }
