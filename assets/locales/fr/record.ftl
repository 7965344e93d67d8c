## A record

record-new = Nouveau dossier
record-of-office = De { $office }, lecture seule
record-owner = Travailleur social : { $name }
record-history = Historique
record-history-empty = Rien n’a encore été enregistré.
record-changed-fields = { $count ->
     [one] { $count } réponse modifiée
    *[other] { $count } réponses modifiées
}
record-closed-fields = { $count ->
     [one] { $count } modification que vous ne pouvez pas voir
    *[other] { $count } modifications que vous ne pouvez pas voir
}
record-was = avant
record-now = maintenant
record-closed-section = Cette section vous est fermée.
record-section-complete = Complet
record-section-incomplete = Incomplet
record-section-progress = { $filled } réponses obligatoires sur { $needed }
record-mark-complete = Ce formulaire est complet
record-save-with-problems = Enregistrer quand même
record-saved = Enregistré.
record-saved-as = Enregistré sous { $code }.
record-leave-title = Quitter sans enregistrer ?
record-leave-text = Votre travail est gardé comme brouillon. Vous le trouverez sur la page d’accueil.
record-stay = Rester ici
record-leave = Garder comme brouillon et quitter
record-open-copy = Faire une copie pour un autre bureau
record-look-alike = Un enfant au nom semblable est déjà enregistré. Regardez avant de continuer.
record-age = Âge
record-age-estimated = environ { $age }

## Drafts

drafts-title = Brouillons
drafts-empty = Aucun brouillon
drafts-empty-text = Le travail pas encore enregistré est gardé ici, même en cas de coupure de courant.
draft-new = Un enfant pas encore enregistré
draft-open = Reprendre ce brouillon
draft-drop = Jeter ce brouillon
draft-drop-sure = Ce brouillon ne pourra pas être récupéré.
draft-found = Un travail du { $when } n’était pas enregistré. Il est de nouveau ouvert.

## Print

print-made-by = Imprimé par { $name }, { $when }
print-confidential = Confidentiel. À garder sous clé ; à détruire quand il n’est plus utile.
