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
passing-state-in-progress = Attend une réponse
passing-state-accepted = Accepté
passing-state-rejected = Refusé
passing-state-withdrawn = Retiré
passing-kind-referral = Orientation
passing-kind-transfer = Transfert
passing-kind-request = Demandé
passing-refer = Orienter vers un collègue
passing-refer-note = Le collègue lit les parties que vous choisissez jusqu’à la fin de l’orientation. Le responsable le reste.
passing-transfer = Transférer à un collègue
passing-transfer-note = Le collègue lit tout pendant que le transfert attend, et en est responsable dès qu’il accepte. Le dossier est alors fermé à l’intervenant actuel.
passing-ask-for = Demander un cas
passing-ask-for-note = Demandez au collègue responsable un cas que vous ne pouvez pas ouvrir. Le oui d’un superviseur vous le propose.
passing-code = Code du cas
passing-parts = Ce que le collègue peut lire
passing-parts-help = Le code, le sexe, l’âge, la zone, les dates et le niveau de risque accompagnent chaque orientation.
passing-row = Le service du plan concerné
passing-row-help = Il est marqué comme orienté maintenant, et comme fourni quand vous reprenez la réponse.
passing-services = Services demandés
passing-urgency = Degré d’urgence
passing-in-spite = Pourquoi transmettre malgré tout
passing-in-spite-help = C’est inscrit au journal, et les deux côtés peuvent le lire.
passing-in-spite-said = Transmis sans que le consentement le permette :
passing-offered = Proposé. Le collègue le trouve sur sa première page.
passing-asked = Demandé. La réponse arrivera sur votre première page.
passing-unsaved = Enregistrez ou abandonnez vos modifications avant de transmettre.
passing-gives = Peut lire : { $parts }
passing-asks = Demandé : { $services }
passing-accept = Accepter
passing-reject = Refuser
passing-finish = Service fourni
passing-withdraw = Retirer
passing-take-over = Reprendre dans le cas
passing-accept-referral = Vous apportez votre aide. Le responsable le reste et voit votre réponse.
passing-accept-transfer = Le dossier revient désormais à la personne à qui il a été proposé, avec ses incidents. Il est fermé à l’ancien responsable.
passing-accept-request = Le cas est proposé en transfert à la personne qui l’a demandé. Il change de mains quand elle accepte.
passing-reject-note = Dites pourquoi. Ce qui avait été ouvert est refermé.
passing-finish-note = Dites ce qui a été fait. Le cas vous est refermé, et vos mots reviennent au responsable.
passing-withdraw-note = Ce qui avait été ouvert est refermé.
passing-take-over-note = Les mots revenus deviennent une note du cas. Le service concerné est marqué comme fourni aujourd’hui.
passing-say-back = Ce que l’autre côté doit savoir
passed-title = Transmissions
passed-note = Orientations, transferts et attributions que vous pouvez connaître, et ce qu’ils attendent.
passed-for-me = Pour moi
passed-waiting = Attend les autres
passed-all = Tout
passed-empty = Rien ici
passed-empty-text = Ce que des collègues vous transmettent, et ce que vous leur transmettez, se trouve ici.
passed-newer = Plus récents
passed-older = Plus anciens
home-to-answer = Transmis à vous
home-unanswered = Transmis, pas encore terminé
passing-kind-copy = Copie pour un autre bureau
passing-state-sent = Scellée
passing-state-sent-waits = Envoyé, en attente de leur réponse
passing-they-accepted = Ils ont accepté
passing-they-rejected = Ils ont refusé
passing-they-said = Ce qu’ils ont dit
passing-they-answered-note = Saisissez la réponse telle que l’autre bureau vous l’a donnée. Elle figure désormais dans le dossier.
passing-they-accepted-transfer = L’autre bureau est désormais responsable. Le dossier passe à « transféré » et se ferme à son intervenant ; il reste chez vous jusqu’à sa réouverture ou l’échéance de sa destruction.
passing-they-finished-note = Dites ce qu’ils ont fait. Vos mots deviennent une note du dossier, et le service concerné est marqué comme fourni aujourd’hui.
passing-withdraw-outside-note = Prévenez aussi l’autre bureau : le fichier scellé ne peut pas être repris.
passing-came-note = Ceci est noté ici. Prévenez l’autre bureau : rien n’est envoyé automatiquement.
passing-reject-request-note = Dites pourquoi. Rien n’est ouvert à la personne qui a demandé.
passing-create = Créer un dossier à partir de ceci
passing-create-note = Un dossier de ce bureau est enregistré avec ce qui a été partagé. Redemandez le consentement : il a été donné à l’autre bureau. Ce qui a été partagé reste tel quel, et chacun mène à l’autre.
passing-created = Le dossier { $code } est enregistré. Vérifiez-le.
passing-stepped = { $kind } : { $state }
passing-parts-outside = Ce que l’autre bureau reçoit
passing-parts-outside-help = Cochez seulement ce qu’il leur faut pour aider. Ci-dessous, champ par champ, ce qui sort.
passing-say-outside = Ce que l’autre bureau doit savoir
passing-say-outside-help = Cela part avec le fichier scellé et figure dans le dossier.
