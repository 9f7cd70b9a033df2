import { articleKey } from './articleLabel';
import { asOf } from './asOf';
import { createAssembly } from './assemble';
import { type Catalogue, type CatalogueStatute, expandStatute, packedNames } from './catalogue';
import { existence } from './existence';
import { cutFrontMatter } from './facts';
import type { LibraryFiles, StatuteLibrary } from './library';
import { createMoves, type Moves } from './moves';
import { createNames, type NameKeys, type Names, nameKeys } from './names';
import type { OwnStatutes } from './ownStatutes';
import { parseBody } from './parseBody';
import { createSearch } from './search';
import { readShape, type Shape, writeShape } from './shape';
import type { Article, AsOf, Statute, StatuteVersion } from './statute';

const noShape: Shape = new Map();

interface Text {
  readonly articles: readonly Article[];
  readonly byKey: ReadonlyMap<number, Article>;
}

const noText: Text = { articles: [], byKey: new Map() };

/**
 * The library over compiled files, with the user's own law laid over it. Only the catalogue is read here; names are
 * prepared when first asked for, a text is read when an article of it is.
 */
export function createLibrary(files: LibraryFiles, own?: OwnStatutes): StatuteLibrary {
  const catalogue = JSON.parse(files.catalogue()) as Catalogue;
  const builtIn = catalogue.statutes.map(expandStatute);
  const { statutes, ownTexts, ownShapes } = withOwn(builtIn, own);
  const byShort = new Map(statutes.map((s) => [s.short, s]));
  const shapes = new Map<string, Shape>();
  const texts = new Map<string, Text>();
  const translations = new Map<string, Text>();
  let byId: Map<string, StatuteVersion> | undefined;
  let known: Names | undefined;
  let moves: Moves | undefined;
  /** What each law was found to be when it was asked for last: a memo asks for few laws, many times, on one day. */
  const lastAsked = new Map<Statute, AsOf>();

  let packed: ReadonlyMap<Statute, CatalogueStatute> | undefined;
  const keysOf = (statute: Statute): NameKeys => {
    packed ??= new Map(builtIn.map((s, i) => [s, catalogue.statutes[i]!]));
    const entry = packed.get(statute);
    return entry ? packedNames(entry) : nameKeys(statute);
  };
  const names = () => {
    known ??= createNames(statutes, keysOf);
    return known;
  };

  function versionById(id: string): StatuteVersion | undefined {
    byId ??= new Map(statutes.flatMap((s) => s.versions).map((v) => [v.id, v]));
    return byId.get(id);
  }

  function shapeOf(version: StatuteVersion): Shape {
    if (version.coverage === 'none') return noShape;
    let shape = shapes.get(version.id);
    if (!shape) {
      shape = readShape(ownShapes.get(version.id) ?? catalogue.shapes[version.id] ?? '');
      shapes.set(version.id, shape);
    }
    return shape;
  }

  function counts(version: StatuteVersion, article: number, suffix?: number): readonly number[] | undefined {
    return shapeOf(version).get(articleKey(article, suffix));
  }

  function read(cache: Map<string, Text>, id: string, text: () => string | undefined): Text {
    let known = cache.get(id);
    if (!known) {
      known = readText(text());
      cache.set(id, known);
    }
    return known;
  }

  const textOf = (version: StatuteVersion) =>
    version.coverage === 'none'
      ? noText
      : read(texts, version.id, () => ownTexts.get(version.id) ?? files.text(version.id));

  /** A law named as the successor of a repealed one: a version id, or a title (then the version of that day). */
  function successor(name: string, date: string): StatuteVersion | undefined {
    const version = versionById(name);
    if (version) return version;
    const law = byShort.get(name) ?? names().find(name)[0];
    const begun = law?.versions.filter((v) => v.effective !== undefined && v.effective <= date);
    return begun?.[begun.length - 1] ?? law?.versions[0];
  }

  return {
    version: own ? `${catalogue.version}+${own.version}` : catalogue.version,
    prepared: (name) => (own ? undefined : files.prepared?.(name)),
    statutes: () => statutes,
    statute: (short) => byShort.get(short),
    find: (name) => names().find(name),
    names: () => names().all(),
    search: createSearch(statutes, keysOf),
    versionById,
    asOf(statute, date) {
      const last = lastAsked.get(statute);
      if (last?.date === date) return last;
      const found = asOf(statute, date, { stated: catalogue.stated, successor });
      lastAsked.set(statute, found);
      return found;
    },
    existence: (version, place) => existence(version, shapeOf(version), place),
    paragraphCount: (version, article, suffix) => counts(version, article, suffix)?.length,
    itemCount: (version, article, paragraph, suffix) => counts(version, article, suffix)?.[paragraph - 1],
    article: (version, article, suffix) => textOf(version).byKey.get(articleKey(article, suffix)),
    translation: (version, article, suffix) =>
      read(
        translations,
        version.id,
        () => own?.translations.get(version.id) ?? files.translation(version.id),
      ).byKey.get(articleKey(article, suffix)),
    articles: (version) => textOf(version).articles,
    move(from, article, to) {
      moves ??= createMoves([...(own?.maps ?? []), ...catalogue.maps]);
      return moves.move(from.id, article, to.id);
    },
  };
}

function readText(text: string | undefined): Text {
  if (text === undefined) return noText;
  const { body } = cutFrontMatter(text);
  const { articles } = parseBody(body);
  const byKey = new Map<number, Article>();
  // Of two articles with the same number the first one counts; the second is a problem of the file.
  for (const a of articles) {
    const key = articleKey(a.article, a.suffix);
    if (!byKey.has(key)) byKey.set(key, a);
  }
  return { articles, byKey };
}

/** Lays the user's law over the built-in law: a version of the same day is replaced, others are added. */
function withOwn(statutes: readonly Statute[], own: OwnStatutes | undefined) {
  const ownTexts = new Map<string, string>();
  const ownShapes = new Map<string, string>();
  if (!own || own.statutes.length === 0) return { statutes, ownTexts, ownShapes };
  const assembly = createAssembly(statutes);
  for (const { facts, text, articles } of own.statutes) {
    const outcome = assembly.add({ facts, own: true });
    if (outcome.state === 'title-taken') continue;
    ownTexts.set(outcome.version.id, text);
    ownShapes.set(outcome.version.id, writeShape(articles));
  }
  return { statutes: assembly.statutes(), ownTexts, ownShapes };
}
