import 'server-only'

/** Everything in the database that an export leaves out, by model, and why. What is in it stands in members.ts. */
export const LEFT_OUT: Record<string, string> = {
  // Worked out from what is exported: an import makes them anew.
  RevisionHtml: 'made from the text',
  CaseStudy: 'made from the newest version',
  CaseStudyCategory: 'made from the newest version and the hierarchy',
  Resource: 'made from the newest version',
  Result: 'made from the newest version',
  LegalStatus: 'made from the newest version and the law register',
  Story: 'made from the newest version',
  StageCaseStudy: 'made from the newest version',
  SearchDocument: 'made from the newest version',
  SearchFacet: 'made with the documents of search',
  SearchWord: 'made with the documents of search',
  FileText: 'made from the bytes of the file',
  // What only some people may read.
  Session: 'opens an account',
  ApiToken: 'opens an account',
  Draft: 'not published',
  TemplateDraft: 'not published',
  Submission: 'not published, or published as a version',
  PrivateContact: 'an address that its owner keeps hidden',
  Message: 'a letter between two people',
  Report: 'for moderators',
  Favourite: 'private to a person',
  Watch: 'private to a person',
  Notification: 'private to a person',
  Mail: 'a letter to a person',
  ReviewRequest: 'an invitation to people by their accounts, with a note for them alone',
  ReviewRequestPerson: 'an invitation to people by their accounts',
  // What keeps this one site running.
  SaveKey: 'tells a save sent twice for some days',
  SearchGap: 'counted from searches, and shown to nobody until five people searched',
  SearchGapMark: 'counted from searches',
  SearchState: 'tells how far the index is',
  SearchPush: 'tells how far the index is',
  SearchRemoved: 'tells how far the index is',
  SearchEngine: 'tells how far the index is',
  RateLimit: 'counts for some minutes',
  StarterLoad: 'what was loaded into this one database',
}
