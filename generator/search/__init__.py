# SPDX-License-Identifier: MIT
"""Chinese search behind Material's search box: a clean index and a worker of our own.

`worker/`, bundled into one script, answers the four messages of Material's search worker (setup,
ready, query, result).
`page.js` makes the box hear paste, voice and input methods, and lets a copy of the site opened
from a folder (`file:`) search too. `synonyms.json` holds the words people say for one thing.
"""
