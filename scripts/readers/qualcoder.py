"""Lets QualCoder's own importer read a REFI-QDA project, without its windows.

python qualcoder.py CHECKOUT PROJECT.qdpx [OUT.qdpx]: CHECKOUT is a clone of QualCoder's repository. Prints what is in its database
afterwards, as JSON. With OUT a code is added, a coding deleted and another narrowed there, and QualCoder's own exporter writes it again.
"""

import ast
import builtins
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from unittest.mock import MagicMock

checkout, project = sys.argv[1:3]
source = os.path.join(checkout, "src")
builtins._ = lambda text: text
for name in ("PyQt6", "PyQt6.QtWidgets", "PyQt6.QtCore", "PyQt6.QtGui"):
    sys.modules[name] = MagicMock()


class Window:
    """A stand-in for the windows that its classes are made of."""

    def __init__(self, *_):
        pass


sys.modules["PyQt6"].QtWidgets = sys.modules["PyQt6.QtWidgets"]
sys.modules["PyQt6.QtWidgets"].QDialog = Window
package = type(sys)("qualcoder")
package.__path__ = [os.path.join(source, "qualcoder")]
sys.modules["qualcoder"] = package
for name in ("qualcoder.helpers", "qualcoder.GUI", "qualcoder.GUI.ui_dialog_refi_export_endings", "qualcoder.color_selector"):
    sys.modules[name] = MagicMock()
sys.modules["qualcoder.color_selector"].colors = ["#F4FA58"] * 120
sys.modules["qualcoder.color_selector"].color_matcher = lambda color: color

work = tempfile.mkdtemp()
for folder in ("documents", "images", "audio", "video"):
    os.mkdir(os.path.join(work, folder))
own = os.path.join(work, "own.qdpx")
shutil.copy(project, own)
database = sqlite3.connect(":memory:")
made = set()
with open(os.path.join(source, "qualcoder", "__main__.py"), encoding="utf8") as file:
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("CREATE TABLE"):
            table = node.value.split("(")[0].split()[2]
            if table not in made:
                made.add(table)
                database.execute(node.value)
database.execute("insert into project (databaseversion, date, memo, about) values ('v14', '', '', '')")

app = MagicMock()
app.conn = database
app.project_path = work
app.settings = {"codername": "reader", "directory": work, "speakernameformat": "[]", "ai_enable": "False"}
sys.modules["PyQt6.QtWidgets"].QFileDialog.getOpenFileName = lambda *_, **__: (own, True)

stdout, sys.stdout = sys.stdout, sys.stderr
from qualcoder.refi import RefiImport  # noqa: E402

RefiImport(app, MagicMock(), "qdpx")


def rows(query):
    return database.execute(query).fetchall()


texts = dict(rows("select id, fulltext from source"))
codings = rows("select fid, pos0, pos1, seltext from code_text")
result = {
    "sources": len(texts),
    "codes": len(rows("select cid from code_name")),
    "codings": len(codings),
    "wrong": sum(1 for fid, start, end, words in codings if (texts[fid] or "")[start:end] != words),
    "memos": len(rows("select memo from code_text where memo is not null and memo <> ''")) + len(rows("select memo from annotation")),
}
if len(sys.argv) > 3:
    from qualcoder import refi  # noqa: E402

    spans = rows("select distinct fid, pos0, pos1 from code_text order by fid, pos0, pos1")
    gone, narrower = spans[2], spans[5]
    database.execute("delete from code_text where fid = ? and pos0 = ? and pos1 = ?", gone)
    fid, start, end = narrower
    words = texts[fid][start : end - 1]
    database.execute("update code_text set pos1 = ?, seltext = ? where fid = ? and pos0 = ? and pos1 = ?", (end - 1, words, *narrower))
    cid = database.execute("insert into code_name (name, memo, owner, date, color) values ('Newly seen', '', 'reader', '2026-01-01 10:00:00', '#F4FA58')").lastrowid
    fid, text = next(iter(texts.items()))
    at = text.index(". ") + 2
    words = text[at : at + 20]
    database.execute(
        "insert into code_text (cid, fid, seltext, pos0, pos1, owner, date, memo) values (?, ?, ?, ?, ?, 'reader', '2026-01-01 10:00:00', '')",
        (cid, fid, words, at, at + 20),
    )
    database.commit()
    app.project_name = os.path.basename(sys.argv[3])[:-5] + ".qda"
    app.get_annotations.return_value = []
    exporter = object.__new__(refi.RefiExport)
    os.environ["HOME"] = work
    os.mkdir(os.path.join(work, ".qualcoder"))
    sys.modules["PyQt6.QtWidgets"].QFileDialog.getExistingDirectory = lambda *_, **__: os.path.dirname(sys.argv[3])
    refi.RefiLineEndings = MagicMock()
    refi.RefiLineEndings().ui.radioButton_maxqda.isChecked = lambda: os.environ.get("LINE_ENDS") == "maxqda"
    result["changed"] = {"deleted": texts[gone[0]][gone[1] : gone[2]], "narrowed": texts[narrower[0]][start:end], "added": words}
    refi.RefiExport.__init__(exporter, app, MagicMock(), "project")
sys.stdout = stdout
shutil.rmtree(work)
print(json.dumps(result))
