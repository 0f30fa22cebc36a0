export interface Selection {
  readonly guid: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly user: string | undefined;
  readonly at: string | undefined;
  readonly codes: string[];
  readonly notes: string[];
  description: string;
}

export interface Source {
  readonly name: string;
  readonly textPath: string | undefined;
  content: string | undefined;
  readonly selections: Selection[];
  readonly values: Map<string, string>;
}

interface OpenCode {
  readonly name: string;
  readonly above: OpenCode | undefined;
  readonly depth: number;
}

/** Codes nest as deep as a file says; nobody reads more names than these before one. */
const mostNames = 32;

/** The parts of a project file that are about texts, in one pass. */
export class ProjectReader {
  readonly sources: Source[] = [];
  readonly #codes = new Map<string, OpenCode>();
  readonly users = new Map<string, string>();
  readonly notes = new Map<string, string>();
  /** What is not about words of a text, by what it is. */
  readonly left = new Map<string, number>();
  readonly #variables = new Map<string, string>();
  readonly #openCodes: OpenCode[] = [];
  #source: Source | undefined;
  #page: string | undefined;
  #selection: Selection | undefined;
  #note: string | undefined;
  /** Inside of a passage that is left out, and counted. */
  #isLeft = false;
  #variable: string | undefined;
  #collects: ((text: string) => void) | undefined;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (selections.test(name)) this.#isLeft = true;
    const guid = attributes.get('guid')?.toLowerCase() ?? '';
    const target = attributes.get('targetguid')?.toLowerCase() ?? '';
    switch (name) {
      case 'user':
        this.users.set(guid, attributes.get('name') ?? attributes.get('id') ?? 'unknown');
        break;
      case 'code':
        this.#openCode(guid, attributes.get('name') ?? '');
        break;
      case 'variable':
        this.#variables.set(guid, attributes.get('name') ?? '');
        break;
      case 'textsource':
      // the words of a PDF
      case 'representation':
        this.#source = {
          name: (name === 'textsource' ? attributes.get('name') : this.#page) ?? '',
          textPath: attributes.get('plaintextpath'),
          content: undefined,
          selections: [],
          values: new Map(),
        };
        this.sources.push(this.#source);
        break;
      case 'pdfsource':
        this.#page = attributes.get('name') ?? '';
        break;
      case 'pdfselection':
      case 'pictureselection':
      case 'audioselection':
      case 'videoselection':
      case 'transcriptselection':
      case 'picturesource':
      case 'audiosource':
      case 'videosource':
        this.#leave('sources and passages that are no text');
        break;
      case 'plaintextselection': {
        const [start, end] = ['startposition', 'endposition'].map((key) => positionOf(attributes.get(key)));
        if (this.#source === undefined || start === undefined || end === undefined) {
          this.#leave(this.#source ? 'passages whose position is no whole number' : 'passages of no source');
          break;
        }
        const user = attributes.get('creatinguser')?.toLowerCase();
        const passage = attributes.get('name') ?? '';
        this.#selection = {
          guid,
          name: passage,
          start,
          end,
          user,
          at: attributes.get('creationdatetime'),
          codes: [],
          notes: [],
          description: '',
        };
        this.#source.selections.push(this.#selection);
        this.#isLeft = false;
        break;
      }
      case 'coderef':
        if (this.#selection) this.#selection.codes.push(target);
        else if (!this.#isLeft) this.#leave(this.#source ? 'codes of whole texts' : 'codes of other sources, cases and sets');
        break;
      case 'noteref':
        if (this.#selection) this.#selection.notes.push(target);
        else if (!this.#isLeft) this.#leave('memos on what is no passage');
        break;
      case 'note':
        this.#note = guid;
        break;
      case 'variableref':
        this.#variable = this.#variables.get(target);
        break;
      default:
        this.#collects = this.#collectorOf(name);
    }
  }

  /** The names of a code, those around it first; undefined where the project does not define it. */
  pathOf(guid: string): readonly string[] | undefined {
    const code = this.#codes.get(guid);
    if (code === undefined) return undefined;
    const path: string[] = [];
    for (let one: OpenCode | undefined = code; one !== undefined && path.length < mostNames; one = one.above) path.unshift(one.name);
    return code.depth > mostNames ? ['…', ...path] : path;
  }

  #openCode(guid: string, name: string): void {
    const code: OpenCode = { name, above: this.#openCodes.at(-1), depth: this.#openCodes.length + 1 };
    this.#openCodes.push(code);
    this.#codes.set(guid, code);
  }

  #leave(what: string): void {
    this.left.set(what, (this.left.get(what) ?? 0) + 1);
  }

  close(name: string): void {
    this.#collects = undefined;
    if (name === 'code') this.#openCodes.pop();
    if (name === 'textsource' || name === 'representation') this.#source = undefined;
    if (selections.test(name)) {
      this.#selection = undefined;
      this.#isLeft = false;
    }
    if (name === 'note') this.#note = undefined;
    if (name === 'variablevalue') this.#variable = undefined;
  }

  text(text: string): void {
    this.#collects?.(text);
  }

  #collectorOf(name: string): ((text: string) => void) | undefined {
    const [source, selection, note, variable] = [this.#source, this.#selection, this.#note, this.#variable];
    if (name === 'description' && selection) return (text) => (selection.description += text);
    if (name === 'plaintextcontent' && note !== undefined) return (text) => this.notes.set(note, (this.notes.get(note) ?? '') + text);
    if (name === 'plaintextcontent' && source) return (text) => (source.content = (source.content ?? '') + text);
    if (name === 'textvalue' && source && variable !== undefined) return (text) => source.values.set(variable, text);
    return undefined;
  }
}

const selections = /^(?:plaintext|pdf|picture|audio|video|transcript)selection$/;

function positionOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
