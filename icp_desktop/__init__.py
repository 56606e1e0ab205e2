"""ICP Desktop: work out, prove and print an Ideal Customer Profile, offline.

In one sentence: a project is an immutable value; an *open project* is the only place where it
changes; a *library* keeps it; *documents* hand it out; Qt only shows it and asks for edits.

The floors of the house, from the top; imports point down, and import-linter checks that they do::

    __main__        hands over to the command line or to the window
    app             the front door of the window
    ui              everything Qt: window, pages, editors, preview, background work
    cli             the command line, which proves that nothing below needs Qt
    open_project    the current value, its steps, do, undo, redo, who is told
    help            topics, with lists made from what they list, and how they are searched
    sharing         copies that tell nobody's name, projects begun anew, whole packs
    documents       what every document says, then one module per format
    storage         the library (SQLite), the project file (.icp), versions, backups
    playbook        what follows from a profile: lines composed by rules, and what is kept of them
    search          what can be found in a project, and what fits the words that were typed
    checks          judgement: evidence grades, the states of the map, the next step
    insight         what tables and interviews say: best against rest, back-test, fit, themes
    tables          lists of customers and deals: from CSV and Excel to clean tables
    worksheet       what is asked: sections, fields and questionnaires, read from TOML
    codec           a project as named parts of JSON and TOML, and back, exactly
    model           what a project is: frozen records and pure edits; standard library only
    settings, progress, errors, i18n, paths

How an edit travels: an editor emits `edited(value)`; the page calls `opened.do(SetValue(...))`; the
open project keeps the step and tells its subscribers what was and what is; each view compares the
identity of its slice and redraws only where it differs; autosave writes the parts whose record is
another object; the preview renders the very PDF. Undo gives back the identical earlier object.

What is asked is data: one entry in a worksheet file makes a field appear in the form, the tour, the
map, the printed page, the workbook and the JSON.
"""
