import 'server-only'

export type ProseName = 'context' | 'action' | 'impact' | 'happenedNext'
export type LineName = 'title' | 'summary' | 'organisation' | 'partners' | 'contractValue' | 'dateNote'
/** Where text under a heading goes. "tray": the heading is known, and the form has no field for it. */
export type Place = ProseName | LineName | 'gaps' | 'tray'

// What the templates of councils, the Local Government Association and others call the parts of a case study.
const WORDS: Record<Place, string> = {
  title: 'title|case study title|project title|name of project|project name|teitl',
  summary:
    'summary|executive summary|case study summary|short summary|overview|in brief|at a glance|abstract|synopsis|crynodeb',
  context:
    'context|background|situation|challenge|problem|issue|need|why|why we did it|why it was needed|why was it needed|starting point|where we started|introduction|background and context|context and background|background information|what was the challenge|what was the problem|what was the situation|what was the issue|aim|aims|objectives|aims and objectives|drivers|rationale|case for change|cyd-destun|cefndir|her',
  action:
    'action|actions|approach|solution|what we did|what was done|what they did|what did we do|what did you do|what the council did|how|how we did it|how it was done|how did we do it|implementation|method|methodology|process|procurement process|procurement approach|activity|activities|delivery|intervention|response|innovation|steps taken|actions taken|how it works|how it worked|how was it done|how the new approach was implemented|gweithredu|camau gweithredu|beth wnaethom ni|datrysiad',
  impact:
    'impact|impacts|result|results|outcome|outcomes|benefit|benefits|saving|savings|achievements|what was achieved|what we achieved|what came of it|what changed|difference made|what difference it made|what difference did it make|outcomes and impact|impact and outcomes|results and impact|results and benefits|benefits and savings|benefits and outcomes|outcomes and benefits|key results|evaluation|social value|value for money|effaith|canlyniadau|buddion',
  happenedNext:
    'what happened next|happened next|next steps|next|what next|what is next|whats next|future|future plans|looking ahead|legacy|update|updates|follow-up|since then|where it is now|where we are now|is it still in place|how is the new approach being sustained|how is it being sustained|sustaining the change|camau nesaf|beth ddigwyddodd nesaf',
  gaps: 'gaps|limitations|what we dont know|what we do not know|what is not known|not known|unknowns|open questions',
  organisation:
    'organisation|organization|organisation name|name of organisation|council|name of council|authority|local authority|public body|contracting authority|lead organisation|sefydliad|cyngor',
  partners: 'partners|partner organisations|partners and suppliers|partneriaid',
  contractValue: 'contract value|value of contract|value of the contract|gwerth y contract',
  dateNote: 'date|dates|timescale|timescales|when|dyddiad|dyddiadau',
  tray: 'lessons|lessons learned|lessons learnt|learning|key learning|what we learned|what we learnt|what we would do differently|recommendations|tips|contact|contacts|contact details|for more information|for further information|further information|more information|find out more|references|links|resources|documents|related documents|useful links|appendix|annex|acknowledgements|gwersi a ddysgwyd|cyswllt',
}

/** Of longer headings the first words decide, such as "Background to the contract". */
const BEGINNINGS: [RegExp, Place][] = [
  [
    /^(?:background|context|challenges?|what (?:was|were) the (?:challenge|problem|issue)s?|why (?:we|it|the))\b/,
    'context',
  ],
  [
    /^(?:actions?|approach|solution|what (?:we|they|was|the \w+(?: \w+)?) (?:did|done)|how (?:we|they|it was|the))\b/,
    'action',
  ],
  [/^(?:impacts?|results?|outcomes?|benefits?|savings|what difference)\b/, 'impact'],
  [/^(?:next steps|what happened next|what happens next|future|legacy)\b/, 'happenedNext'],
  [/^(?:lessons|contact|further|references|appendix|annex)\b/, 'tray'],
]
const headingMaxWords = 10

const PLACES = new Map(
  Object.entries(WORDS).flatMap(([place, words]) => words.split('|').map((word) => [word, place as Place])),
)
const OWN_NAMES: Partial<Record<Place, string[]>> = {
  context: ['context'],
  action: ['action'],
  impact: ['impact'],
  happenedNext: ['what happened next'],
}

/** The place that a label names word for word ("1. The challenge:"), or null. */
export function placeOfLabel(text: string): Place | null {
  return PLACES.get(plain(text)) ?? null
}

/** The place that a heading names, also by its first words, or null. */
export function placeOfHeading(text: string): Place | null {
  const words = plain(text)
  const exact = PLACES.get(words)
  if (exact || words.split(' ').length > headingMaxWords) return exact ?? null
  return BEGINNINGS.find(([beginning]) => beginning.test(words))?.[1] ?? null
}

/** Whether the heading says no more than the name of the field, so that it need not be repeated in it. */
export function isOwnName(place: Place, text: string): boolean {
  return OWN_NAMES[place]?.includes(plain(text)) ?? true
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’'‘]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:(?:section|part|step|question|q)\s*)?\(?(?:\d+(?:\.\d+)*|[ivx]{1,4}|[a-h])[.):]\s*|^\d+(?:\.\d+)*\s+/,
      '',
    )
    .replace(/[\s.:;?!–—-]+$/, '')
    .replace(/^(?:the|our|your|yr|y)\s+/, '')
}
