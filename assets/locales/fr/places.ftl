## The list of places

places-title = Lieux
places-empty = Pas encore de lieux
places-empty-text = Importez la liste des lieux de votre pays : un fichier CSV avec des étiquettes HXL.
places-import = Importer des lieux
places-preview = Ce que cette liste apporte
places-in-list = Lieux dans la liste
places-new = Nouveaux
places-changed = Avec d’autres noms
places-findings = Lignes et colonnes à vérifier
places-line = Ligne { $line }
places-imported = Lieux importés.
places-search = Une partie du nom ou un code
place-code = Code
place-type = Type
