## The list of places

places-title = Places
places-empty = No places yet
places-empty-text = Import your country’s list of places: a CSV file with HXL tags.
places-import = Import places
places-preview = What this list brings
places-in-list = Places in the list
places-new = New
places-changed = With other names
places-findings = Rows and columns to look at
places-line = Line { $line }
places-imported = Places imported.
places-search = Part of a name, or a code
place-code = Code
place-type = Type
