## Emergency

emergency-title = Emergency
emergency-open = Emergency…
emergency-text = An encrypted copy goes to a stick and is checked. Then the keys on this computer are overwritten and removed, those of its backups too: nothing here opens any more, not even with a password. Only a copy that lies elsewhere brings the office back.
emergency-how = What shall be done?
emergency-practice = Practise: everything but erasing
emergency-copy-first = Copy to a stick, check it, then erase
emergency-at-once = Erase at once, without a copy
emergency-at-once-warning = What was done since the last backup elsewhere is lost for ever.
emergency-stick = Choose the stick
emergency-type-site = Type the office’s site code: { $site }
emergency-go-practice = Practise now
emergency-go = Erase the keys
emergency-practised = Practised. The copy was made and checked. Erasing would have taken { $milliseconds } thousandths of a second. Nothing was erased.
emergency-erased = The keys are gone. Nothing on this computer opens any more.
emergency-key = Emergency
