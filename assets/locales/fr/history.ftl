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

## Taking a change back

take-back = Annuler ce changement
take-back-title = Annuler ce changement
take-back-text = Cela devient une nouvelle version : l’historique garde les deux.
take-back-nothing = Tout dans ce changement a été modifié depuis. Il n’y a plus rien à annuler.
take-back-stays = Modifié depuis, et reste tel quel
take-back-done = Annulé. Le dossier a une nouvelle version.
