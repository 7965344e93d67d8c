## Passer des dossiers à des collègues

log-assigned = Dossier attribué à un autre intervenant
log-assignment-undone = Attribution annulée
log-passing-written = Transmission consignée
passing-title = Attribuer à un collègue
passing-title-many = { $count ->
    [one] Attribuer un dossier
   *[other] Attribuer { $count } dossiers
}
passing-note = Le collègue en est responsable aussitôt. Les incidents suivent leur cas. L’intervenant actuel ne peut plus l’ouvrir.
passing-to = À
passing-to-help = Ce que porte chaque collègue, parmi les cas que vous voyez
passing-load = { $cases ->
    [one] 1 cas
   *[other] { $cases } cas
}
passing-load-high = { $high } à risque élevé
passing-nobody = Personne ici ne travaille avec tous ces dossiers
passing-nobody-text = Choisissez des dossiers d’un même type, ou demandez à un administrateur de proposer quelqu’un pour un rôle qui les traite.
passing-say = Ce que le collègue doit savoir
passing-say-help = Vous deux et vos superviseurs pouvez le lire. Cela reste quand le cas est fermé à l’intervenant actuel.
passing-go = Attribuer
passing-done = { $records ->
    [one] Attribué.
   *[other] { $records } dossiers attribués.
}
passing-done-followed = { $count ->
    [one] Un incident a suivi son cas.
   *[other] { $count } incidents ont suivi leur cas.
}
passing-done-stayed = { $count ->
    [one] Un dossier reste tel quel.
   *[other] { $count } restent tels quels.
}
passing-undo = Annuler
passing-undone = { $records ->
    [one] Annulé. Le responsable précédent l’est de nouveau.
   *[other] Annulé pour { $records } dossiers. Les responsables précédents le sont de nouveau.
}
passing-history = Transmissions
passing-history-none = Ce dossier n’a jamais été transmis.
passing-kind-assignment = Attribué
passing-from-to = De { $from } à { $to }
passing-state-done = Fait
passing-state-revoked = Annulé
passing-step = { $state }, { $when }, par { $who }
passing-why = Raison
log-referred = Dossier orienté vers un collègue
log-transfer-offered = Transfert proposé à un collègue
log-record-asked-for = Dossier demandé
log-passing-accepted = Transmission acceptée
log-passing-rejected = Transmission refusée
log-passing-finished = Orientation terminée
log-passing-revoked = Transmission retirée
log-passing-taken-over = Retour repris dans le dossier
