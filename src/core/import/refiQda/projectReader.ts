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

/** The parts of a project file that are about texts, in one pass. */
export class ProjectReader {
  readonly sources: Source[] = [];
  readonly codes = new Map<string, { readonly path: readonly string[] }>();
  readonly users = new Map<string, string>();
  readonly notes = new Map<string, string>();
  others = 0;
  readonly #variables = new Map<string, string>();
  readonly #openCodes: string[] = [];
  #source: Source | undefined;
  #page: string | undefined;
  #selection: Selection | undefined;
  #note: string | undefined;
  #variable: string | undefined;
  #collects: ((text: string) => void) | undefined;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const guid = attributes.get('guid')?.toLowerCase() ?? '';
    const target = attributes.get('targetguid')?.toLowerCase() ?? '';
    switch (name) {
      case 'user':
        this.users.set(guid, attributes.get('name') ?? attributes.get('id') ?? 'unknown');
        break;
      case 'code':
        this.#openCodes.push(attributes.get('name') ?? '');
        this.codes.set(guid, { path: [...this.#openCodes] });
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
      case 'picturesource':
      case 'audiosource':
      case 'videosource':
        this.others += 1;
        break;
      case 'plaintextselection': {
        const [start, end] = ['startposition', 'endposition'].map((key) => Number(attributes.get(key) ?? NaN));
        if (this.#source === undefined || start === undefined || end === undefined || Number.isNaN(start) || Number.isNaN(end)) break;
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
        break;
      }
      case 'coderef':
        this.#selection?.codes.push(target);
        break;
      case 'noteref':
        this.#selection?.notes.push(target);
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

  close(name: string): void {
    this.#collects = undefined;
    if (name === 'code') this.#openCodes.pop();
    if (name === 'textsource' || name === 'representation') this.#source = undefined;
    if (name === 'plaintextselection') this.#selection = undefined;
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
