import type { ElementDefinition, Framework } from './framework';

/** An element's or part's definition by id; undefined = the framework has none of that id. */
export function elementDefinition(framework: Framework, id: string): ElementDefinition | undefined {
  const search = (list: readonly ElementDefinition[]): ElementDefinition | undefined => {
    for (const element of list) {
      if (element.id === id) return element;
      const part = search(element.parts);
      if (part) return part;
    }
    return undefined;
  };
  return search(framework.elements);
}
