import 'server-only'
import { readable, wordsIn } from './words'

// Words of the field. `=` holds both ways, `>` from left to right only. A word of everyday English is never given
// another meaning both ways. Words in capitals of CAPITALS_ONLY are meant only when written so: "IT", not "it".
const LINES = `
whole life costing = whole life cost = whole life costs = WLC = life cycle costing = life cycle cost = lifecycle costing = LCC = total cost of ownership = TCO
LM3 = local multiplier = local multiplier 3
SME = SMEs = small and medium sized enterprises = small businesses = small suppliers = small firms = small companies
VCSE = VCFSE = VCS = voluntary and community sector = third sector = charities = not for profit
social enterprise > VCSE
TOMs = themes outcomes and measures
SROI = social return on investment
VfM = value for money
KPI = KPIs = key performance indicators
PPN = procurement policy note
PPN 06/21 = PPN 006 = carbon reduction plan notice
PPN 06/20 = PPN 002 = social value model
CRP > carbon reduction plan
SVM > social value model
FM = facilities management
ICT = IT = information technology
EV = EVs = electric vehicles = electric vans
ULEV > EV
fleet > vehicles
catering = school meals = food service
bulky waste = large item collection
reuse > circular economy
recycling > circular economy
modern slavery = forced labour = human trafficking
RLW = real living wage = living wage
apprentices = apprenticeships = trainees
skills = training
community benefits = community benefit clauses = CBCs
S106 = section 106
DPS = dynamic purchasing system = dynamic market
framework = framework agreement
ITT = invitation to tender
PQQ = SQ = selection questionnaire
PIN > preliminary market engagement
MAT = most advantageous tender = MEAT
PA23 = PA 2023 = Procurement Act 2023
PCR15 = PCR 2015 = public contracts regulations
NPPS = national procurement policy statement
SP = SPP = sustainable procurement = green procurement = responsible procurement
GPP = green public procurement
CWB = community wealth building
net zero = carbon neutral
net zero > carbon
GHG = greenhouse gas = greenhouse gases = emissions
CO2 = carbon dioxide
CO2 > carbon
decarbonisation > carbon
LED > street lighting
PPA = power purchase agreement
tender = bid = procurement exercise
supplier = contractor = provider
LA = council = local authority
ICB = integrated care board
HA = RSL = housing association = registered provider
stationery = stationary
leisure centre = sports centre
street lighting = street lights = streetlights
Scottish > Scotland
Welsh > Wales
English > England
Cornish > Cornwall
Northern Irish > Northern Ireland
`

/** Everyday words in small letters, names of something only in capitals. */
export const CAPITALS_ONLY: ReadonlySet<string> = new Set([
  'IT',
  'PIN',
  'MAT',
  'MEAT',
  'LA',
  'HA',
  'SP',
  'SQ',
])

export type Synonym = { key: string; means: string[] }

/** For every word or row of words what else it may be called, as written above. */
export const SYNONYMS: readonly Synonym[] = read(LINES)

/** Those among SYNONYMS that are abbreviations: no slip is looked for in them. */
export const ACRONYMS: ReadonlySet<string> = new Set(
  SYNONYMS.flatMap(({ key }) =>
    /^[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*$/.test(key) ? [key.toLowerCase()] : [],
  ),
)

/** What the capitals in a text stand for, in full: "IT" gives "information technology". */
export function aliasesOf(text: string): string {
  const found = new Set(
    wordsIn(readable(text)).flatMap(({ written }) => (CAPITALS_ONLY.has(written) ? [written] : [])),
  )
  return [...found].flatMap((capitals) => longForm(capitals) ?? []).join('. ')
}

function longForm(capitals: string): string | undefined {
  return SYNONYMS.find(({ key }) => key === capitals)?.means.find((name) =>
    /[a-z] [a-z]|[a-z]{4}/i.test(name),
  )
}

function read(lines: string): Synonym[] {
  const means = new Map<string, Set<string>>()
  const note = (key: string, other: string) => {
    if (key !== other) means.set(key, (means.get(key) ?? new Set()).add(other))
  }
  for (const line of lines.trim().split('\n')) {
    const [left = '', right] = line.split(' > ')
    const names = left.split(' = ').map((name) => name.trim())
    if (right !== undefined) for (const name of names) note(name, right.trim())
    else for (const name of names) for (const other of names) note(name, other)
  }
  return [...means].map(([key, others]) => ({ key, means: [...others] }))
}

/** The most words that a key has. */
export const keyWordsMax = Math.max(...SYNONYMS.map(({ key }) => wordsIn(readable(key)).length))
