import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placedHere } from '../../support/word'

const placed = (name: string) => placedHere(readFileSync(`tests/fixtures/word/${name}`))

test('headings of Word find their fields; lists, tables, links and notes stay with them', async () => {
  const { fields, tray } = await placed('headings.docx')
  expect(fields).toEqual({
    title: 'School meals from near by',
    summary: 'Smaller lots let local growers bid, and meals cost less.',
    context:
      '# 1. Background\n\nFood came from far. The [food plan](https://www.example.gov.uk/food-plan?year=2004\\&part=2) asked for change.\\[1]\n\n\\[1] From the tender report, table 3.',
    action:
      '# What we did\n\nThe contract was split:\n\n- fruit\n- bread\n  - rye bread\n\n## Evaluation of tenders\n\nQuality counted for half.',
    impact: '# Results\n\n| Year | Price of a meal |\n| - | - |\n| 2004 | 74p |\n| 2010 | 71p |',
    happenedNext: '# Next steps\n\nThe other schools follow.',
  })
  expect(tray).toEqual([
    '# Lessons learned\n\nTalk to growers early.',
    '**Header of the file:**\n\nDraft for the procurement board',
    '**Footer of the file:**\n\nPage footer of the council',
  ])
})

test('bold lines count as headings when they name a field', async () => {
  const { fields, tray } = await placed('bold.docx')
  expect(fields).toEqual({
    title: 'Repairing road signs in a sheltered workshop',
    context: '**The challenge**\n\nOld signs were thrown away.',
    action: '**The approach:**\n\nA workshop was asked to mend them.',
    impact: '**Benefits**\n\nFewer signs are bought.\n\n**A quiet Tuesday**\n\nNobody knows when it began.',
  })
  expect(tray).toEqual([])
})

test('the template that councils use finds its fields; contact, lessons and links wait', async () => {
  const { fields, tray } = await placed('template.docx')
  expect(fields).toEqual({
    title: 'Solar panels on depots',
    organisation: 'Northshire Example Council',
    context: '# The challenge\n\nDepots used much electricity.',
    action: '# The solution\n\nPanels were bought through a framework.',
    impact: 'Bills fell.',
    happenedNext: '# How is the new approach being sustained?\n\nThe panels are cleaned each spring.',
  })
  expect(tray).toEqual([
    '# Lessons learned\n\nAsk for the warranty in writing.',
    '# Contact\n\nThe energy team.',
    '# Links to documents\n\n[The specification](https://www.example.gov.uk/spec.pdf)',
  ])
})

test('a table whose left column names the parts is read row by row', async () => {
  const { fields, tray } = await placed('table.docx')
  expect(fields).toEqual({
    title: 'Paper that lasts',
    organisation: 'Example County Archive',
    summary: 'Records are printed on paper that lasts.',
    context: '# Background\n\nOld paper crumbled.\n\n- in the cellar\n- in the attic',
    action: '# Approach\n\nLasting paper was specified.',
    impact: '# Outcomes\n\nNothing crumbled since.',
  })
  expect(tray).toEqual(['# Favourite colour\n\nGreen\n\nFilled in by the archivist.'])
})

test('Welsh headings find their fields', async () => {
  const { fields, tray } = await placed('welsh.docx')
  expect(fields).toEqual({
    title: 'Cinio ysgol o ffermydd lleol',
    context: '# Cefndir\n\nRoedd y bwyd yn dod o bell. Tŷ a dŵr, gŵyl a ffŷn.',
    action: '# Beth wnaethom ni\n\nRhannwyd y contract yn lotiau llai.',
    impact: '# Canlyniadau\n\nMae’r bwyd yn ffres.',
    happenedNext: '# Camau nesaf\n\nBydd ysgolion eraill yn dilyn.',
  })
  expect(tray).toEqual([])
})

test('without headings the first line is the title and the rest waits', async () => {
  const { fields, tray } = await placed('plain.docx')
  expect(fields).toEqual({ title: 'Bicycles for the library vans' })
  expect(tray).toHaveLength(1)
  expect(tray[0]).toMatch(/^The library replaced two vans .*\n\nReaders liked it\.$/)
})
