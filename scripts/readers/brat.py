"""Lets brat's own server code read .ann files.

python brat.py CHECKOUT [--change] FILE.ann...: CHECKOUT is a clone of brat's repository. Prints, as JSON, how much it reads, and how many spans
have other words than the text has at their place. With --change brat's code deletes a span of the first file, narrows one and adds one.
"""

import codecs
import json
import os
import sys

checkout, *files = sys.argv[1:]
is_change = files[0] == "--change"
sys.path[:0] = [os.path.join(checkout, "server", "src"), os.path.join(checkout, "server", "lib")]
import annotation  # noqa: E402

# a way to open files that Python no longer has
annotation.codecs_open = lambda name, mode, **more: codecs.open(name, mode.replace("U", ""), **more)


def change(name):
    with annotation.TextAnnotations(name[:-4]) as document:
        spans = [span for span in document.get_textbounds() if span.type in ("Quotation", "Date")]
        gone, narrower = spans[1], spans[3]
        for other in list(document):
            if getattr(other, "target", None) == gone.id or gone.id in (getattr(other, "arg1", None), getattr(other, "arg2", None)):
                document.del_annotation(other)
        document.del_annotation(gone)
        changed = {"deleted": gone.text, "narrowed": narrower.text}
        start, end = narrower.spans[0]
        narrower.spans = [(start, end - 1)]
        narrower.text = narrower.text[: end - 1 - start]
        text = document.get_document_text()
        at = text.index(". ") + 2
        words = text[at : at + 12]
        added = annotation.TextBoundAnnotationWithText([(at, at + 12)], document.get_new_id("T"), "Note", words)
        document.add_annotation(added)
        return {**changed, "added": words}


total = {"documents": 0, "spans": 0, "relations": 0, "attributes": 0, "notes": 0, "failed": 0, "wrong": 0}
if is_change:
    files = files[1:]
    total["changed"] = change(files[0])
for name in files:
    document = annotation.TextAnnotations(name[:-4], read_only=True)
    with open(name[:-4] + ".txt", encoding="utf8", newline="") as file:
        text = file.read()
    spans = list(document.get_textbounds())
    total["documents"] += 1
    total["spans"] += len(spans)
    total["relations"] += len(list(document.get_relations()))
    total["attributes"] += len(list(document.get_attributes()))
    total["notes"] += len(list(document.get_oneline_comments()))
    total["failed"] += len(document.failed_lines)
    total["wrong"] += sum(1 for span in spans if " ".join(text[a:b] for a, b in span.spans) != span.text)
print(json.dumps(total))
