/** A framework as data: `server/frameworks/*.yaml`, described in docs/frameworks.md. Parsed and validated in `parseFramework.ts`. */
export interface Framework {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly elements: readonly ElementDefinition[];
}

export interface ElementDefinition {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly parts: readonly ElementDefinition[];
}
