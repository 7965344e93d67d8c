## Other offices

exchange-title = Exchange
exchange-our-card = Our office card
exchange-our-card-text = Give this card to another office. It holds no secret; the digits prove that it is really yours.
exchange-save-card = Save our card
exchange-read-card = Read a card
exchange-offices = Offices you know
exchange-offices-empty = No other office yet
exchange-offices-empty-text = Read the card that another office gave you.
exchange-digits = Digits to compare
exchange-compare = Compare the digits
exchange-compare-text = Let the other office read its digits to you, by phone or face to face. Type what you hear.
exchange-verified = Verified
exchange-not-verified = Not compared yet
exchange-digits-differ = These are not the digits of the card. Read the card again and compare once more.

## Sealing a copy

seal-title = Seal it for another office
seal-to = To
seal-leaves = What leaves
seal-stays = What stays here
seal-purpose-copy = Copy to headquarters; the case stays with you
seal-consent = What the consent form says
seal-button = Seal and save
seal-done = Sealed. Only { $office } can open this file.

## Reading a sealed file

bundle-open = Open a sealed file
bundle-from = From
bundle-plan = What this file brings
bundle-new = New
bundle-update = Update
bundle-had = You have this already
bundle-conflict = Changed on both sides
bundle-accept = Accept
bundle-leave = Leave it
bundle-nothing-new = Nothing new: you have all of this already.
ledger-title = Sent and received
ledger-empty = Nothing was sent or received yet.
ledger-sent = Sent
ledger-received = Received
desk-key-title = Export the desk key
desk-key-warning = Whoever holds this key can open every sealed file for this office. Needed only for checks without this program.

## More about offices and sealed files

exchange-note = Offices exchange sealed files on sticks. Only the office that a file is made for can open it.
exchange-our-digits = Our digits
exchange-qr = QR code of our card
exchange-card-saved = Our card is saved.
exchange-compare-how = Call the other office on a number you already had, or meet. Let them read their digits aloud from their own screen. Tick each group that you hear.
exchange-compare-warning = If one digit differs, stop: the card was changed on the way. Never compare with digits that came together with the card.
exchange-compare-same = All groups are the same
exchange-compare-later = Compare later
bundle-open-text = Choose the file on the stick. First you see from whom it is and what it would bring; nothing changes before you accept it.
bundle-purpose = Purpose
bundle-purpose-copy = Copy to headquarters; the case stays with the office that sent it
bundle-sealed = Sealed
bundle-number = Number
bundle-revisions = New entries
bundle-files = New photos and files
bundle-missing = These files of the same office have not arrived: { $number }. Ask for them. You can accept this one all the same.
bundle-accepted = { $count ->
     [one] Accepted: { $count } case.
    *[other] Accepted: { $count } cases.
}
ledger-cases = Cases
desk-key-loud = Every supervisor sees in the log that it was exported, by whom and when.
desk-key-go = Choose where, and export
desk-key-done = The desk key is exported. Keep it locked away.
exchange-send-forms = Send our forms
exchange-forms-sent = The forms were sealed for that office.
bundle-purpose-forms = Forms, lists and settings
bundle-forms-text = No record is in this file. Accepted, its forms become a draft: your administrator finds it under “Forms”, compares it with what is in force and decides. Nothing changes before.
bundle-forms-accepted = The forms are a draft now. Your administrator finds it under “Forms”.
bundle-destroyed = Destroyed here: it is not taken in again
bundle-new-life = That office was restored from a backup: its numbers begin anew.
seal-for = What for
seal-for-copy = A copy; nothing is asked
seal-for-referral = Refer: they are asked to help
seal-for-transfer = Transfer: they are asked to be responsible
seal-for-referral-note = You stay responsible. Only the parts that you tick leave. Their answer is due in three working days; enter it under “Passed on”.
seal-for-transfer-note = All of the case and its incidents leave. You stay responsible until their answer is entered under “Passed on”.
seal-next = It stands under “Passed on”. Enter their answer there when you hear it.
bundle-purpose-referral = Referral: you are asked to help; they stay responsible
bundle-purpose-transfer = Transfer: you are asked to be responsible
bundle-passed-next = Accepted. What is asked of you stands on the first page under “Passed on to you”.
bundle-alike = { $pairs ->
    [one] The file was accepted. One child in it may be registered here already. Look at the pair before you go on.
   *[other] The file was accepted. { $pairs } pairs of children in it and children registered here may each be one child. Look at them before you go on.
}
