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

## More about places

places-all = Tous les lieux
places-way = Chemin vers ces lieux
places-column-line = Ligne
places-column-tag = Colonne
places-empty-other = Votre administrateur importe la liste des lieux.
places-import-help = Choisissez un fichier CSV dont la deuxième ligne porte des étiquettes HXL, par exemple une liste administrative avec p-codes. Vous voyez d’abord ce qu’il apporterait ; rien ne change avant votre accord. Une nouvelle liste n’enlève jamais de lieux.
places-other-file = Choisir un autre fichier
