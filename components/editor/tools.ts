import type { ChainedCommands, Editor } from '@tiptap/core'
import { chainIn } from './focused'
import type { IconName } from './icons'

export type Tool = {
  icon: IconName
  name: string
  /** Undefined for a button that does something once, rather than being on or off. */
  isOn?: (editor: Editor) => boolean
  canRun?: (editor: Editor) => boolean
  run: (editor: Editor) => void
}

const tools: Record<'marks' | 'table' | 'history', Tool[]> = {
  marks: [
    { icon: 'heading', name: 'Heading', isOn: isHeading(1), run: toggleHeading(1) },
    { icon: 'subheading', name: 'Subheading', isOn: isHeading(2), run: toggleHeading(2) },
    {
      icon: 'bold',
      name: 'Bold',
      isOn: (editor) => editor.isActive('bold'),
      run: does((chain) => chain.toggleBold()),
    },
    {
      icon: 'italic',
      name: 'Italic',
      isOn: (editor) => editor.isActive('italic'),
      run: does((chain) => chain.toggleItalic()),
    },
    {
      icon: 'list',
      name: 'Bullets',
      isOn: (editor) => inList(editor, 'bulletList'),
      run: does((chain) => chain.toggleBulletList()),
    },
    {
      icon: 'steps',
      name: 'Numbers',
      isOn: (editor) => inList(editor, 'orderedList'),
      run: does((chain) => chain.toggleOrderedList()),
    },
    { icon: 'link', name: 'Link', isOn: (editor) => editor.isActive('link'), run: () => {} },
    {
      icon: 'quote',
      name: 'Quote',
      isOn: (editor) => editor.isActive('blockquote'),
      run: does((chain) => chain.toggleBlockquote()),
    },
    { icon: 'table', name: 'Table', canRun: (editor) => !inTable(editor), run: insertTable },
    { icon: 'image', name: 'Image', run: () => {} },
    { icon: 'file', name: 'File', run: () => {} },
  ],
  table: [
    { icon: 'addRow', name: 'Add row', run: does((chain) => chain.addRowAfter()) },
    { icon: 'removeRow', name: 'Remove row', run: (editor) => removeFromTable(editor, 'row') },
    { icon: 'addColumn', name: 'Add column', run: does((chain) => chain.addColumnAfter()) },
    { icon: 'removeColumn', name: 'Remove column', run: (editor) => removeFromTable(editor, 'column') },
  ],
  history: [
    {
      icon: 'undo',
      name: 'Undo',
      canRun: (editor) => editor.can().undo(),
      run: does((chain) => chain.undo()),
    },
    {
      icon: 'redo',
      name: 'Redo',
      canRun: (editor) => editor.can().redo(),
      run: does((chain) => chain.redo()),
    },
  ],
}

/** The buttons that make sense where the cursor is. In a block of source only Undo and Redo do anything. */
export function toolsFor(editor: Editor): Tool[] {
  const marks = editor.isActive('source')
    ? tools.marks.map((tool) => ({ ...tool, canRun: () => false }))
    : tools.marks
  return [...marks, ...(inTable(editor) ? tools.table : []), ...tools.history]
}

function inTable(editor: Editor): boolean {
  return editor.isActive('table')
}

function does(step: (chain: ChainedCommands) => ChainedCommands) {
  return (editor: Editor) => {
    step(chainIn(editor)).run()
  }
}

function isHeading(level: number) {
  return (editor: Editor) => editor.isActive('heading', { level })
}

function toggleHeading(level: number) {
  return does((chain) => chain.toggleNode('heading', 'paragraph', { level }))
}

// Only the nearest list counts: bullets inside steps are bullets.
function inList(editor: Editor, type: string): boolean {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type
    if (name === 'bulletList' || name === 'orderedList') return name === type
  }
  return false
}

function insertTable(editor: Editor) {
  if (!inTable(editor)) chainIn(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
}

// The last row or column takes the table with it.
function removeFromTable(editor: Editor, part: 'row' | 'column') {
  const { $from } = editor.state.selection
  let depth = $from.depth
  while (depth > 0 && $from.node(depth).type.name !== 'table') depth -= 1
  const table = $from.node(depth)
  const chain = chainIn(editor)
  const count = part === 'row' ? table.childCount : (table.firstChild?.childCount ?? 0)
  if (count <= 1) chain.deleteTable().run()
  else if (part === 'row') chain.deleteRow().run()
  else chain.deleteColumn().run()
}
