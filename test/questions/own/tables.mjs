/** The keys of the three statutory tables, in printed order. */
export const applicants = [
  ...['naturalPerson', 'enterprise', 'researchInstitution', 'socialOrganization', 'legalService'],
  'otherOrganization',
]
export const columns = [...applicants, 'total']
export const rowGroups = {
  denied: [
    ...['stateSecret', 'prohibitedByLaw', 'securityAndStability', 'thirdPartyRights', 'internalAffairs'],
    ...['deliberativeProcess', 'enforcementFile', 'administrativeInquiry'],
  ],
  unavailable: ['notHeld', 'requiresCreation', 'stillUnclear'],
  notProcessed: [
    ...['petitionOrComplaint', 'repeated', 'publicationRequested', 'excessiveRequests'],
    'confirmationRequested',
  ],
  otherwise: ['correctionOverdue', 'paymentOverdue', 'otherHandling'],
}
export const resultRows = ['granted', 'partiallyGranted', ...Object.values(rowGroups).flat()]
export const requestRows = ['received', 'carriedIn', ...resultRows, 'handledTotal', 'carriedForward']
export const reviewGroups = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration']
export const reviewResults = ['upheld', 'corrected', 'other', 'pending', 'total']
export const documentRows = ['rules', 'normativeDocuments']
export const documentColumns = ['issued', 'repealed', 'inForce']
export const decisionRows = ['licenses', 'penalties', 'coerciveMeasures', 'fees']
