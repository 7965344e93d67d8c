## The history of a case

history-registered = Enregistré pour la première fois
history-who = Qui a modifié : { $field }
history-of-field = Toutes les modifications de : { $field }
history-all = Tout l’historique
history-show-changes = Afficher les réponses
history-from-office = { $name } ({ $office })
record-changed = modifié
record-cleared = effacé
row-was-added = ligne ajoutée
row-was-removed = ligne retirée
