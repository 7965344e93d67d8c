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

seal-title = Sceller une copie pour un autre bureau
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
