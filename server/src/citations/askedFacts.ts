import type { Antecedent } from './antecedent';
import type { Aliases, MemoFacts } from './memoFacts';

type Question =
  | 'foreign'
  | 'mostlyForeign'
  | 'contract'
  | 'clauses'
  | 'own'
  | 'sole'
  | 'byDefault'
  | 'alias'
  | 'aliasKey'
  | 'abbreviated'
  | 'onlyWith';

interface Asked {
  readonly question: Question;
  readonly name: string;
  readonly answer: unknown;
}

/**
 * The facts of a memo, with a note of which of them a chunk asked for: when the memo says something new, only those chunks are read
 * again that would get another answer.
 */
export class AskedFacts implements MemoFacts {
  readonly asked: Asked[] = [];
  readonly aliases: Aliases;

  constructor(private readonly facts: MemoFacts) {
    this.aliases = new AskedAliases(this, facts.aliases);
  }

  alias(name: string): Antecedent | undefined {
    return this.#ask('alias', name) as Antecedent | undefined;
  }

  get aliasKey(): string {
    return this.#ask('aliasKey') as string;
  }

  get foreign(): boolean {
    return this.#ask('foreign') as boolean;
  }

  get mostlyForeign(): boolean {
    return this.#ask('mostlyForeign') as boolean;
  }

  get contract(): boolean {
    return this.#ask('contract') as boolean;
  }

  get clauses(): number | undefined {
    return this.#ask('clauses') as number | undefined;
  }

  get own(): Antecedent | undefined {
    return this.#ask('own') as Antecedent | undefined;
  }

  get sole(): Antecedent | undefined {
    return this.#ask('sole') as Antecedent | undefined;
  }

  get byDefault(): Antecedent | undefined {
    return this.#ask('byDefault') as Antecedent | undefined;
  }

  get key(): string {
    return this.facts.key;
  }

  abbreviated(short: string): Antecedent | undefined {
    return this.#ask('abbreviated', short) as Antecedent | undefined;
  }

  onlyWith(endings: readonly string[]): Antecedent | undefined {
    return this.#ask('onlyWith', endings.join()) as Antecedent | undefined;
  }

  #ask(question: Question, name = ''): unknown {
    const answer = answerOf(this.facts, question, name);
    if (!this.asked.some((a) => a.question === question && a.name === name))
      this.asked.push({ question, name, answer });
    return answer;
  }
}

class AskedAliases implements Aliases {
  constructor(
    private readonly asked: AskedFacts,
    private readonly aliases: Aliases,
  ) {}

  get(name: string): Antecedent | undefined {
    return this.asked.alias(name);
  }

  get size(): number {
    return this.#all().size;
  }

  [Symbol.iterator]() {
    return this.#all()[Symbol.iterator]();
  }

  #all(): Aliases {
    // Who looks at all of them depends on all.
    void this.asked.aliasKey;
    return this.aliases;
  }
}

/** Whether the facts give the same answers. */
export function sameAnswers(asked: readonly Asked[], facts: MemoFacts): boolean {
  return asked.every(({ question, name, answer }) => answerOf(facts, question, name) === answer);
}

function answerOf(facts: MemoFacts, question: Question, name: string): unknown {
  switch (question) {
    case 'alias':
      return facts.aliases.get(name);
    case 'abbreviated':
      return facts.abbreviated(name);
    case 'onlyWith':
      return facts.onlyWith(name.split(','));
    default:
      return facts[question];
  }
}
