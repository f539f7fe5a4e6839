import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

// Markdown tables have no joined cells, no widths, and one line of text to a cell.
const attributes = () => ({
  colspan: { default: 1, parseHTML: () => 1 },
  rowspan: { default: 1, parseHTML: () => 1 },
  colwidth: { default: null, parseHTML: () => null },
  align: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute('data-align'),
    renderHTML: ({ align }: Record<string, unknown>) => (align ? { 'data-align': align } : {}),
  },
})

const table = Table.extend({
  // The stock table sets style attributes, which the content security policy refuses.
  renderHTML: () => ['table', ['tbody', 0]],
  addKeyboardShortcuts() {
    const { Tab: next, 'Shift-Tab': _previous, ...others } = this.parent?.() ?? {}
    return {
      ...others,
      Enter: (props) => next?.(props) ?? false,
      'Shift-Enter': () => this.editor.isActive('table'),
    }
  },
})

export const tableExtensions = [
  table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: 'paragraph', addAttributes: attributes }),
  TableCell.extend({ content: 'paragraph', addAttributes: attributes }),
]
