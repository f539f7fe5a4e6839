import { TYPES } from '@/lib/organisations/vocabulary'

/** The kind of an organisation in words. */
export function typeName(type: string): string {
  return (TYPES as Record<string, string>)[type] ?? type
}
