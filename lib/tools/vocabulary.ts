/** The tools that are planned, and the headings whose case studies tell of their methods. */
export const TOOLS: Record<string, { name: string; does: string; codes: readonly string[] }> = {
  lm3: {
    name: 'LM3 (local multiplier)',
    does: 'Follows money through three rounds of local spending, and shows the formula',
    codes: ['E1.1', 'E1.3'],
  },
  'whole-life-cost': {
    name: 'Whole life cost',
    does: 'Compares options over their whole life, with the discount rate in view',
    codes: ['E2'],
  },
  'cost-and-benefit': {
    name: 'Cost and benefit',
    does: 'Sets costs against benefits by year, and keeps savings that can be banked apart from other value',
    codes: ['E1.2'],
  },
  'flexible-framework': {
    name: 'Flexible Framework',
    does: 'A self-assessment over five themes and five levels, with evidence for each step',
    codes: ['A5'],
  },
  'action-plan': {
    name: 'Action plan',
    does: 'Actions with milestones, measures of success, resources and an officer, to copy and share',
    codes: ['A4'],
  },
}
