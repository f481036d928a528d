"""Imports a package with Anki's own program and prints what it found, as JSON.

    pip install anki && python tests/unit/exports/anki-import.py FILE.apkg
"""

import json
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

with tempfile.TemporaryDirectory() as folder:
    col = Collection(str(Path(folder) / "collection.anki2"))
    request = ImportAnkiPackageRequest(
        package_path=sys.argv[1],
        options=ImportAnkiPackageOptions(with_scheduling=True, merge_notetypes=True),
    )
    log = col.import_anki_package(request).log
    again = col.import_anki_package(request).log
    cards = [col.get_card(i) for i in col.find_cards("")]
    print(
        json.dumps(
            {
                "new": len(log.new),
                "newAgain": len(again.new),
                "decks": sorted(d.name for d in col.decks.all_names_and_ids() if d.name != "Default"),
                "notes": [
                    {"guid": n.guid, "fields": dict(n.items()), "tags": n.tags}
                    for n in (col.get_note(i) for i in col.find_notes(""))
                ],
                "cards": [{"type": c.type, "ivl": c.ivl, "reps": c.reps, "lapses": c.lapses} for c in cards],
                "recalls": [len(col.get_review_logs(c.id)) for c in cards],
                "suspended": len(col.find_cards("is:suspended")),
                "question": cards[0].question(),
                "problems": col.fix_integrity()[0],
            }
        )
    )
    col.close()
