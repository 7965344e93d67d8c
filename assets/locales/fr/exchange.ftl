## Other offices

exchange-title = Échanges
exchange-our-card = La carte de notre bureau
exchange-our-card-text = Donnez cette carte à un autre bureau. Elle ne contient aucun secret ; les chiffres prouvent qu’elle est bien la vôtre.
exchange-save-card = Enregistrer notre carte
exchange-read-card = Lire une carte
exchange-offices = Bureaux que vous connaissez
exchange-offices-empty = Pas encore d’autre bureau
exchange-offices-empty-text = Lisez la carte qu’un autre bureau vous a donnée.
exchange-digits = Chiffres à comparer
exchange-compare = Comparer les chiffres
exchange-compare-text = Demandez à l’autre bureau de vous lire ses chiffres, par téléphone ou de vive voix. Tapez ce que vous entendez.
exchange-verified = Vérifié
exchange-not-verified = Pas encore comparé
exchange-digits-differ = Ce ne sont pas les chiffres de la carte. Relisez la carte et comparez encore.

## Sealing a copy

seal-title = Sceller pour un autre bureau
seal-to = Pour
seal-leaves = Ce qui part
seal-stays = Ce qui reste ici
seal-purpose-copy = Copie au siège ; le dossier reste chez vous
seal-consent = Ce que dit le formulaire de consentement
seal-button = Sceller et enregistrer
seal-done = Scellé. Seul { $office } peut ouvrir ce fichier.

## Reading a sealed file

bundle-open = Ouvrir un fichier scellé
bundle-from = De
bundle-plan = Ce que ce fichier apporte
bundle-new = Nouveau
bundle-update = Mise à jour
bundle-had = Vous l’avez déjà
bundle-conflict = Modifié des deux côtés
bundle-accept = Accepter
bundle-leave = Ne pas prendre
bundle-nothing-new = Rien de nouveau : vous avez déjà tout cela.
ledger-title = Envoyé et reçu
ledger-empty = Rien n’a encore été envoyé ni reçu.
ledger-sent = Envoyé
ledger-received = Reçu
desk-key-title = Exporter la clé du bureau
desk-key-warning = Qui détient cette clé peut ouvrir tous les fichiers scellés pour ce bureau. Utile seulement pour des contrôles sans ce programme.

## More about offices and sealed files

exchange-note = Les bureaux échangent des fichiers scellés sur clés. Seul le bureau destinataire peut les ouvrir.
exchange-our-digits = Nos chiffres
exchange-qr = Code QR de notre carte
exchange-card-saved = Notre carte est enregistrée.
exchange-compare-how = Appelez l’autre bureau à un numéro que vous aviez déjà, ou rencontrez-vous. Faites-leur lire leurs chiffres sur leur propre écran. Cochez chaque groupe entendu.
exchange-compare-warning = Si un seul chiffre diffère, arrêtez : la carte a été modifiée en route. Ne comparez jamais avec des chiffres arrivés avec la carte.
exchange-compare-same = Tous les groupes sont identiques
exchange-compare-later = Comparer plus tard
bundle-open-text = Choisissez le fichier sur la clé. Vous voyez d’abord de qui il vient et ce qu’il apporterait ; rien ne change avant que vous l’acceptiez.
bundle-purpose = But
bundle-purpose-copy = Copie pour le siège ; le dossier reste au bureau expéditeur
bundle-sealed = Scellé
bundle-number = Numéro
bundle-revisions = Nouvelles entrées
bundle-files = Nouvelles photos et fichiers
bundle-missing = Ces fichiers du même bureau ne sont pas arrivés : { $number }. Demandez-les. Vous pouvez tout de même accepter celui-ci.
bundle-accepted = { $count ->
     [one] Accepté : { $count } dossier.
    *[other] Accepté : { $count } dossiers.
}
ledger-cases = Dossiers
desk-key-loud = Chaque superviseur voit dans le journal qu’elle a été exportée, par qui et quand.
desk-key-go = Choisir l’endroit et exporter
desk-key-done = La clé du bureau est exportée. Gardez-la sous clé.
exchange-send-forms = Envoyer nos formulaires
exchange-forms-sent = Les formulaires ont été scellés pour ce bureau.
bundle-purpose-forms = Formulaires, listes et réglages
bundle-forms-text = Ce fichier ne contient aucun dossier. Une fois accepté, ses formulaires deviennent un brouillon : votre administrateur le trouve sous « Formulaires », le compare à ce qui est en vigueur et décide. Rien ne change avant.
bundle-forms-accepted = Les formulaires sont maintenant un brouillon. Votre administrateur le trouve sous « Formulaires ».
bundle-destroyed = Détruit ici : il n’est pas repris
bundle-new-life = Ce bureau a été restauré depuis une copie : ses numéros recommencent.
seal-for = Pour quoi
seal-for-copy = Une copie ; rien n’est demandé
seal-for-referral = Orienter : on leur demande d’aider
seal-for-transfer = Transférer : on leur demande d’être responsables
seal-for-referral-note = Vous restez responsable. Seules les parties cochées sortent. Leur réponse est attendue sous trois jours ouvrés ; saisissez-la sous « Transmissions ».
seal-for-transfer-note = Tout le dossier et ses incidents sortent. Vous restez responsable jusqu’à ce que leur réponse soit saisie sous « Transmissions ».
seal-next = Cela figure sous « Transmissions ». Saisissez-y leur réponse quand vous l’aurez.
bundle-purpose-referral = Orientation : on vous demande d’aider ; ils restent responsables
bundle-purpose-transfer = Transfert : on vous demande d’être responsables
bundle-passed-next = Accepté. Ce qu’on vous demande figure sur la première page sous « Transmis à vous ».
bundle-alike = { $pairs ->
    [one] Le fichier a été accepté. Un enfant qu’il contient est peut-être déjà enregistré ici. Examinez la paire avant de continuer.
   *[other] Le fichier a été accepté. { $pairs } paires d’enfants du fichier et d’enfants enregistrés ici sont peut-être chacune un seul enfant. Examinez-les avant de continuer.
}
