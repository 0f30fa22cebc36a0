"""Lets programs' libraries change our exports as a person would there: one entry deleted, one narrowed by a sign at its end, one added.

python changes.py table|cas-json|cas-xmi|bundle FILE [TYPESYSTEM]: writes FILE again and prints the words of the three, as JSON.
"""

import json
import sys

kind, name = sys.argv[1:3]
changed = {}


def words_of(text):
    at = text.index(". ") + 2
    return at, at + 20, text[at : at + 20]


if kind == "table":
    import pandas

    separator = "\t" if name.endswith(".tsv") else ","
    table = pandas.read_csv(name, sep=separator, dtype=str, keep_default_na=False)
    quotations = table.index[table["type"] == "quotation"].tolist()
    gone, narrower = quotations[1], quotations[2]
    changed = {"deleted": table.at[gone, "exact"], "narrowed": table.at[narrower, "exact"]}
    table.at[narrower, "exact"] = changed["narrowed"][:-1]
    table.at[narrower, "end"] = str(int(table.at[narrower, "end"]) - 1)
    table.at[narrower, "suffix"] = (changed["narrowed"][-1] + table.at[narrower, "suffix"])[:32]
    words = changed["narrowed"][2:14]
    row = {column: "" for column in table.columns}
    row.update(document=table.at[narrower, "document"], type="note", status="accepted", exact=words)
    row.update(start=str(int(table.at[narrower, "start"]) + 2), end=str(int(table.at[narrower, "start"]) + 14))
    table = pandas.concat([table.drop(gone), pandas.DataFrame([row])])
    table.to_csv(name, sep=separator, index=False)
    changed["added"] = words
elif kind.startswith("cas"):
    import cassis

    types = None
    if kind == "cas-xmi":
        with open(sys.argv[3], "rb") as file:
            types = cassis.load_typesystem(file)
    with open(name, "rb") as file:
        cas = cassis.load_cas_from_json(file) if types is None else cassis.load_cas_from_xmi(file, typesystem=types)
    own = [one for one in cas.select("secondsource.Quotation") if one.identifier]
    gone, narrower = own[1], own[2]
    changed = {"deleted": gone.get_covered_text(), "narrowed": narrower.get_covered_text()}
    cas.remove(gone)
    narrower.end -= 1
    start, end, words = words_of(cas.sofa_string)
    note = cas.typesystem.get_type("secondsource.Note")
    cas.add(note(begin=start, end=end, status="accepted"))
    changed["added"] = words
    (cas.to_json if types is None else cas.to_xmi)(name)
elif kind == "bundle":
    from ruamel.yaml import YAML

    yaml = YAML()
    with open(name, encoding="utf8") as file:
        bundle = yaml.load(file)
    entries = bundle["sidecars"][0]["annotations"]
    quotations = [entry for entry in entries if entry["type"] == "quotation"]
    gone, narrower = quotations[1], quotations[2]
    changed = {"deleted": gone["exact"], "narrowed": narrower["exact"], "added": narrower["exact"][2:14]}
    entries.remove(gone)
    added = {"id": "zzzzzzzzz2", "type": "note", "status": "accepted", "exact": changed["added"], "prefix": narrower["exact"][:2]}
    added.update(suffix=narrower["exact"][14:30], start=narrower["start"] + 2, end=narrower["start"] + 14)
    narrower["suffix"] = (narrower["exact"][-1] + narrower["suffix"])[:32]
    narrower["exact"] = narrower["exact"][:-1]
    narrower["end"] -= 1
    entries.append(added)
    with open(name, "w", encoding="utf8") as file:
        yaml.dump(bundle, file)
print(json.dumps(changed))
