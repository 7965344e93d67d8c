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

## More about places

places-all = All places
places-way = Way to these places
places-column-line = Line
places-column-tag = Column
places-empty-other = Your administrator imports the list of places.
places-import-help = Choose a CSV file with HXL tags in its second row, for example an administrative list with p-codes. First you see what it would bring; nothing changes before you say so. Places are never taken away by a new list.
places-other-file = Choose another file
